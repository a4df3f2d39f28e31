import { z } from "zod";
import { type ReplyMark } from "./replyMarks.ts";

const count = z.number().int().nonnegative();

/** How a rule did on coded texts that it was not made for: texts with the mark, found ones among them; without it, left alone. */
export const markTrialSchema = z
  .strictObject({ having: count, found: count, lacking: count, left: count })
  .refine(({ having, found, lacking, left }) => found <= having && left <= lacking, {
    error: "found ≤ having, left ≤ lacking",
  });
export type MarkTrial = Readonly<z.output<typeof markTrialSchema>>;

/** Below these a mark stays hidden; so does one that was tried on fewer texts which have it, or on fewer which lack it. */
export const leastPrecision = 0.95;
export const leastRecall = 0.85;
export const leastHaving = 5;

/**
 * Of the built-in rules. Measured by `npm run bench -- marks` on real replies that two raters coded alike: those that nobody had read who made
 * the rules. They are few, so most marks stay hidden until more are measured. tests/replies/marks/replyMarkMeasures.test.ts compares.
 */
export const replyMarkMeasures: Readonly<Record<ReplyMark, MarkTrial>> = {
  deed: { having: 18, found: 18, lacking: 11, left: 11 },
  promise: { having: 1, found: 1, lacking: 28, left: 28 },
  dated: { having: 0, found: 0, lacking: 29, left: 29 },
  who: { having: 6, found: 5, lacking: 23, left: 23 },
  nextStep: { having: 1, found: 0, lacking: 28, left: 28 },
  sentElsewhere: { having: 0, found: 0, lacking: 29, left: 29 },
  forwarded: { having: 0, found: 0, lacking: 29, left: 29 },
  namesThing: { having: 19, found: 18, lacking: 10, left: 9 },
  onlyAcknowledged: { having: 2, found: 2, lacking: 27, left: 27 },
  asksToRate: { having: 0, found: 0, lacking: 29, left: 29 },
  actInFull: { having: 0, found: 0, lacking: 29, left: 29 },
  bare: { having: 6, found: 5, lacking: 23, left: 23 },
};

/** Of the texts in which a rule found its mark, the share that has it; null where it found none. */
export function precisionOf({ found, lacking, left }: MarkTrial): number | null {
  const wrong = lacking - left;
  return found + wrong === 0 ? null : found / (found + wrong);
}

/** Of the texts that have the mark, the share in which the rule found it; null where none has it. */
export function recallOf({ having, found }: MarkTrial): number | null {
  return having === 0 ? null : found / having;
}

/** Why a rule is not good enough for its mark to be shown, the first reason that applies; null where it is. */
export function faultOf(trial: MarkTrial): "too-few-texts" | "precision" | "recall" | null {
  if (trial.having < leastHaving || trial.lacking < leastHaving) return "too-few-texts";
  if ((precisionOf(trial) ?? 0) < leastPrecision) return "precision";
  return (recallOf(trial) ?? 0) < leastRecall ? "recall" : null;
}
