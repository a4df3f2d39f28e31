import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { MarkTrial } from "../../../src/model/replyMarkMeasures.ts";
import { hasMark, type MarkSet, type ReplyMark } from "../../../src/model/replyMarks.ts";

/** Real replies, coded by two raters who worked apart; they lie beside the project (../shared/data) and stay there. */
const path = resolve(import.meta.dirname, "../../../../shared/data/replies-dev.ndjson");

const columnOf: Readonly<Record<ReplyMark, string>> = {
  deed: "deed",
  promise: "promise",
  dated: "dated",
  who: "who",
  nextStep: "next_step",
  sentElsewhere: "sent_elsewhere",
  forwarded: "forwarded",
  namesThing: "names_thing",
  onlyAcknowledged: "only_ack",
  asksToRate: "asks_rate",
  actInFull: "act_in_full",
  bare: "bare",
};

export interface CodedReply {
  readonly question: string;
  readonly reply: string;
  /** What both raters say of a mark; null where they differ: either is right then. */
  readonly codeOf: (mark: ReplyMark) => boolean | null;
  /** One that nobody had read who made rules. */
  readonly isHeldOut: boolean;
}

export const areRepliesPresent = (): boolean => existsSync(path);

/** A third by the text itself, so that a reply stays where it is when others come. */
function isOfLastThird(question: string, reply: string): boolean {
  const digest = createHash("sha256").update(`${question}\n${reply}`).digest("hex");
  return Number.parseInt(digest.slice(0, 8), 16) % 3 === 0;
}

/** Rules were made by somebody who had read the beginning and the end of the file: what lies there tests nothing. */
function wasRead(index: number): boolean {
  return index < 30 || index >= 110;
}

export function readReplies(): CodedReply[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      const { question, reply, codes } = JSON.parse(line) as {
        question: string;
        reply: string;
        codes: Record<string, [number, number]>;
      };
      return {
        question,
        reply,
        isHeldOut: isOfLastThird(question, reply) && !wasRead(index),
        codeOf: (mark) => {
          const [first, second] = codes[columnOf[mark]]!;
          return first === second ? first === 1 : null;
        },
      };
    });
}

/** Counts how a rule did over replies that both raters code alike. */
export function trialOf(mark: ReplyMark, replies: readonly { reply: CodedReply; marks: MarkSet }[]): MarkTrial {
  const trial = { having: 0, found: 0, lacking: 0, left: 0 };
  for (const { reply, marks } of replies) {
    const code = reply.codeOf(mark);
    if (code === null) continue;
    const found = hasMark(marks, mark);
    if (code) {
      trial.having += 1;
      if (found) trial.found += 1;
    } else {
      trial.lacking += 1;
      if (!found) trial.left += 1;
    }
  }
  return trial;
}
