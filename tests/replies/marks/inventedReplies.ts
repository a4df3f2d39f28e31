import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReplyMark, replyMarks } from "../../../src/model/replyMarks.ts";

export const styles = ["registry", "socialNetwork", "hotline"] as const;

export interface InventedReply {
  readonly question: string;
  readonly reply: string;
  readonly raterA: ReadonlySet<ReplyMark>;
  /** Nobody has coded them a second time yet; then the column says nothing, and no agreement may be told. */
  readonly raterB: string;
}

/** Replies that were invented in a style, with the marks that rater A sees in them. */
export function inventedReplies(style: (typeof styles)[number]): InventedReply[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, `${style}.tsv`), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [question = "", reply = "", codes = "", raterB = ""] = line.split("\t");
    return { question, reply, raterA: new Set(replyMarks.filter((mark) => codes.split(",").includes(mark))), raterB };
  });
}
