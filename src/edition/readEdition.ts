import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PublicAppeal } from "../model/appeal.ts";
import { factsSchema, type Facts } from "../model/facts.ts";
import { withRepeats } from "../model/singleChannel.ts";
import { type Editions, editionsSchema } from "../model/editions.ts";
import { linesOf } from "./linesOf.ts";
import { appealsFile, editionsFile, factsFile } from "./editionFiles.ts";

const groupSize = 2000;

/** Reads the facts of an edition folder through their schema, single-channel figures filled in. */
export async function readFacts(editionDir: string): Promise<Facts> {
  return withRepeats(factsSchema.parse(JSON.parse(await readFile(join(editionDir, factsFile), "utf8"))));
}

/** What is known of this edition and all before it. */
export async function readEditions(editionDir: string): Promise<Editions> {
  return editionsSchema.parse(JSON.parse(await readFile(join(editionDir, editionsFile), "utf8")));
}

/** One of several equal parts, dealt out group by group: number 0 of 1 is everything. */
export interface AppealShare {
  number: number;
  of: number;
}

/** The public appeals of an edition, newest first, in groups; of a share only its groups are parsed. */
export async function* readAppeals(
  editionDir: string,
  { number, of }: AppealShare = { number: 0, of: 1 },
): AsyncGenerator<PublicAppeal[]> {
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

/** All public appeals of an edition at once, newest first, for what has to see each beside the others. */
export async function readAllAppeals(editionDir: string): Promise<PublicAppeal[]> {
  const appeals: PublicAppeal[] = [];
  for await (const group of readAppeals(editionDir)) appeals.push(...group);
  return appeals;
}
