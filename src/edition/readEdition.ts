import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { PublicAppeal } from "../model/appeal.ts";
import { type DownloadFile, downloadsSchema } from "../model/downloads.ts";
import { type Crossings, crossingsSchema, noCrossings } from "../model/crossings.ts";
import { type Editions, editionsSchema } from "../model/editions.ts";
import { factsSchema, type Facts, type StoredFacts } from "../model/facts.ts";
import { type Reviews, reviewsSchema } from "../model/reviews.ts";
import { withRepeats } from "../model/singleChannel.ts";
import {
  appealsFile,
  crossingsFile,
  editionsFile,
  factsFile,
  keptPressList,
  reviewFilesList,
  reviewsFile,
  repliesFile,
  downloadsFile,
} from "./editionFiles.ts";
import { noReplies, type Replies, repliesSchema } from "../model/replies.ts";
import { idOfLine, linesOf } from "./linesOf.ts";

const groupSize = 2000;

/** @throws Error naming the fields that break the contract, without their values */
function readChecked<Content>(schema: z.ZodType<Content>, editionDir: string, file: string): Content {
  const result = schema.safeParse(JSON.parse(readFileSync(join(editionDir, file), "utf8")));
  if (!result.success) throw new Error(`${file} breaks the contract of the edition:\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** The facts of an edition folder as they stand in it. @throws Error naming the fields that break the contract */
export function readStoredFacts(editionDir: string): StoredFacts {
  return readChecked(factsSchema, editionDir, factsFile);
}

/** The same with single-channel figures filled in, for whatever tells of them. */
export function readFacts(editionDir: string): Facts {
  return withRepeats(readStoredFacts(editionDir));
}

/**
 * What is known of this edition and all before it, oldest first; of none where the folder does not hold the file.
 *
 * @throws Error naming the fields that break the contract
 */
export function readEditions(editionDir: string): Editions {
  if (!existsSync(join(editionDir, editionsFile))) return { schema: 1, address: "", editions: [], gone: [] };
  return readChecked(editionsSchema, editionDir, editionsFile);
}

/**
 * Dates of the editions of which the site keeps what the press had; none where the folder does not say.
 *
 * @throws Error naming what breaks the contract
 */
export function readKeptPress(editionDir: string): string[] {
  return existsSync(join(editionDir, keptPressList)) ? readChecked(z.array(z.string()), editionDir, keptPressList) : [];
}

/**
 * The files that can be taken away, as they were written; none where the folder does not say.
 *
 * @throws Error naming the fields that break the contract
 */
export function readDownloads(editionDir: string): DownloadFile[] {
  return existsSync(join(editionDir, downloadsFile)) ? readChecked(downloadsSchema, editionDir, downloadsFile) : [];
}

/**
 * The documents and workbooks of reviews, as they were written; none where the folder does not say.
 *
 * @throws Error naming the fields that break the contract
 */
export function readReviewFiles(editionDir: string): DownloadFile[] {
  return existsSync(join(editionDir, reviewFilesList)) ? readChecked(downloadsSchema, editionDir, reviewFilesList) : [];
}

/**
 * The filled forms of reviews; none where the folder does not hold the file.
 *
 * @throws Error naming the fields that break the contract
 */
export function readReviews(editionDir: string): Reviews {
  if (!existsSync(join(editionDir, reviewsFile))) return { schema: 1, forms: [], periods: [] };
  return readChecked(reviewsSchema, editionDir, reviewsFile);
}

/**
 * What people of one place wrote on one topic; nothing where the folder does not hold the file.
 *
 * @throws Error naming the fields that break the contract
 */
export function readCrossings(editionDir: string): Crossings {
  return existsSync(join(editionDir, crossingsFile))
    ? readChecked(crossingsSchema, editionDir, crossingsFile)
    : noCrossings;
}

/**
 * What the replies of an edition say; nothing where the folder does not hold the file.
 *
 * @throws Error naming the fields that break the contract
 */
export function readReplies(editionDir: string): Replies {
  if (!existsSync(join(editionDir, repliesFile))) return noReplies;
  return readChecked(repliesSchema, editionDir, repliesFile);
}

/** One of several equal parts, dealt out group by group: number 0 of 1 is everything. */
export interface AppealShare {
  number: number;
  of: number;
}

/**
 * The public appeals of an edition, newest first, in groups; of a share only its groups are parsed. Only the gate could have
 * put them there, and it checks each against its schema (privacy/gate.ts): a million of them are not checked twice.
 */
export function* readAppeals(
  editionDir: string,
  { number, of }: AppealShare = { number: 0, of: 1 },
): Generator<PublicAppeal[]> {
  let group: PublicAppeal[] = [];
  let at = 0;
  for (const line of linesOf(join(editionDir, appealsFile))) {
    if (Math.floor(at / groupSize) % of === number) group.push(JSON.parse(line) as PublicAppeal);
    at += 1;
    if (at % groupSize === 0 && group.length > 0) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

/** The public appeals of an edition with these ids; lines of others are not parsed. */
export function* readAppealsOf(editionDir: string, ids: ReadonlySet<string>): Generator<PublicAppeal> {
  for (const line of linesOf(join(editionDir, appealsFile)))
    if (ids.has(idOfLine(line))) yield JSON.parse(line) as PublicAppeal;
}

/** All public appeals of an edition at once, newest first, for what has to see each beside the others. */
export function readAllAppeals(editionDir: string): PublicAppeal[] {
  return Array.from(readAppeals(editionDir)).flat();
}
