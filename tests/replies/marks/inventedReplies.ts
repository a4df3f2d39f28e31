import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReplyMark, replyMarks } from "../../../src/model/replyMarks.ts";

export const styles = ["registry", "socialNetwork", "hotline"] as const;

export interface InventedReply {
  readonly question: string;
  readonly reply: string;
  readonly raterA: ReadonlySet<ReplyMark>;
  /** Worked apart from rater A, by the guide in docs/replies.md, and saw neither codes nor rules. */
  readonly raterB: ReadonlySet<ReplyMark>;
  /** Whether rater B saw it at all: who found nothing wrote "none". */
  readonly isCodedTwice: boolean;
}

const codesOf = (cell: string): ReadonlySet<ReplyMark> =>
  new Set(replyMarks.filter((mark) => cell.split(",").includes(mark)));

/** Batches of which two raters coded every text, each named by its folder: see laterReplies.ts. "." is the first. */
export const codedTwice = [".", "unread", "last"] as const;

/** Replies that were invented in a style, with the marks that two raters see in them. */
export function inventedReplies(
  style: (typeof styles)[number],
  batch: (typeof codedTwice)[number] = ".",
): InventedReply[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, batch, `${style}.tsv`), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [question = "", reply = "", first = "", second = ""] = line.split("\t");
    return { question, reply, raterA: codesOf(first), raterB: codesOf(second), isCodedTwice: second !== "" };
  });
}
