import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReplyMark } from "../../../src/model/replyMarks.ts";
import { type CodedReply } from "./devReplies.ts";
import { styles } from "./inventedReplies.ts";

/** Half of the texts, by the text itself: what rules get wrong in it was shown to nobody who makes rules. */
function isOfUnreadHalf(question: string, reply: string): boolean {
  return createHash("sha256").update(`${question}\n${reply}`).digest()[0]! % 2 === 0;
}

/**
 * Replies that were invented and coded (by one rater, by the guide in docs/replies.md) when the rules had been made, many of each mark that
 * is rare among real ones. Rules were mended by one half of them; the other half tells how well they do on texts that they were not made for.
 */
export function laterReplies(): CodedReply[] {
  return styles.flatMap((style) => {
    const [, ...lines] = readFileSync(join(import.meta.dirname, "later", `${style}.tsv`), "utf8")
      .trimEnd()
      .split("\n");
    return lines.map((line): CodedReply => {
      const [question = "", reply = "", codes = ""] = line.split("\t");
      const marks = new Set(codes.split(","));
      return {
        question,
        reply,
        isHeldOut: isOfUnreadHalf(question, reply),
        codeOf: (mark: ReplyMark) => marks.has(mark),
      };
    });
  });
}
