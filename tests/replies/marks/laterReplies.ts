import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReplyMark } from "../../../src/model/replyMarks.ts";
import type { CodedReply } from "./devReplies.ts";
import { styles } from "./inventedReplies.ts";

/**
 * Replies that were invented and coded (by rater A, by the guide in docs/replies.md) when rules had been made, many of each mark that is
 * rare among real ones. `later`: what rules missed in them was mended. `unread`: invented when that was done; of the rules those of `who` and
 * `sentElsewhere` were mended by them since. `last`: invented after that, coded before any rule had read them; no rule was mended by them.
 */
export function laterReplies(batch: "later" | "unread" | "last"): CodedReply[] {
  return styles.flatMap((style) => {
    const [, ...lines] = readFileSync(join(import.meta.dirname, batch, `${style}.tsv`), "utf8")
      .trimEnd()
      .split("\n");
    return lines.map((line): CodedReply => {
      const [question = "", reply = "", codes = ""] = line.split("\t");
      const marks = new Set(codes.split(","));
      return { question, reply, isHeldOut: batch !== "later", codeOf: (mark: ReplyMark) => marks.has(mark) };
    });
  });
}
