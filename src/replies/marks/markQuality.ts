import { faultOf, precisionOf, recallOf } from "../../model/replyMarkMeasures.ts";
import type { MarkQuality } from "../../model/replies.ts";
import { replyMarks } from "../../model/replyMarks.ts";
import type { ReplyRules } from "../../model/replyRules.ts";

/** How well the rules of a portal find each mark, and which marks stay hidden for that; in the order of the model. */
export function markQualities({ marks, trials }: Pick<ReplyRules, "marks" | "trials">): MarkQuality[] {
  return replyMarks.map((mark) => {
    const trial = trials[mark] ?? null;
    return {
      mark,
      trial,
      precision: trial === null ? null : precisionOf(trial),
      recall: trial === null ? null : recallOf(trial),
      hidden: marks[mark] === undefined ? "no-rule" : trial === null ? "not-measured" : faultOf(trial),
    };
  });
}
