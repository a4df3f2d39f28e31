import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublicAppeal } from "../model/appeal.ts";
import { type Crossings, crossingsSchema } from "../model/crossings.ts";
import { factsSchema, type StoredFacts } from "../model/facts.ts";
import { type Reviews, reviewsSchema } from "../model/reviews.ts";
import { appealsFile, crossingsFile, factsFile, reviewsFile, repliesFile, replyRulesFile } from "./editionFiles.ts";
import { type Replies, repliesSchema } from "../model/replies.ts";
import type { ReplyRules } from "../model/replyRules.ts";
import { linesWriter } from "./linesWriter.ts";

/** Writes the facts of an edition through their schema. @throws where they break the contract */
export async function writeFacts(editionDir: string, facts: StoredFacts): Promise<void> {
  await writeFile(join(editionDir, factsFile), JSON.stringify(factsSchema.parse(facts)));
}

/** Writes the filled forms of reviews through their schema. @throws where they break the contract */
export async function writeReviews(editionDir: string, reviews: Reviews): Promise<void> {
  await writeFile(join(editionDir, reviewsFile), JSON.stringify(reviewsSchema.parse(reviews)));
}

/** Writes the crossings of topics and places through their schema. @throws where they break the contract */
export async function writeCrossings(editionDir: string, crossings: Crossings): Promise<void> {
  await writeFile(join(editionDir, crossingsFile), JSON.stringify(crossingsSchema.parse(crossings)));
}

/** Writes what the replies of an edition say through its schema. @throws where it breaks the contract */
export async function writeReplies(editionDir: string, replies: Replies): Promise<void> {
  await writeFile(join(editionDir, repliesFile), JSON.stringify(repliesSchema.parse(replies)));
}

/** Writes the rules by which marks were found: the lists of words, and the rules of each mark. */
export async function writeReplyRules(editionDir: string, { lists, marks }: ReplyRules): Promise<void> {
  await writeFile(join(editionDir, replyRulesFile), JSON.stringify({ lists, marks }, null, 1));
}

/** Writes the appeals of an edition in the order given, one a line. */
export function appealsWriter(editionDir: string): ReturnType<typeof linesWriter<PublicAppeal>> {
  return linesWriter<PublicAppeal>(join(editionDir, appealsFile));
}
