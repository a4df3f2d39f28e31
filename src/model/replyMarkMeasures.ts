import { z } from "zod";
import { type ReplyMark, replyMarks } from "./replyMarks.ts";

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

/** How many texts there are that the built-in rules were tried on: real ones that two raters coded alike, and invented ones, coded once. */
const textsOf = { real: 29, earlier: 156, last: 105 } as const;
export type TrialPart = keyof typeof textsOf;
export const triedOn = { real: textsOf.real, invented: textsOf.earlier + textsOf.last } as const;

/**
 * Of the built-in rules, on texts by which they were not mended (`npm run bench -- marks`). Real ones hold few of the rare marks, so invented
 * ones stand beside. A rule that was mended by some of a part has no trial there. tests/replies/marks/replyMarkMeasures.test.ts compares all.
 */
export const trialParts: Readonly<Record<TrialPart, Readonly<Partial<Record<ReplyMark, MarkTrial>>>>> = {
  real: {
    deed: { having: 18, found: 18, lacking: 11, left: 11 },
    promise: { having: 1, found: 1, lacking: 28, left: 28 },
    dated: { having: 0, found: 0, lacking: 29, left: 29 },
    who: { having: 6, found: 5, lacking: 23, left: 23 },
    sentElsewhere: { having: 0, found: 0, lacking: 29, left: 29 },
    forwarded: { having: 0, found: 0, lacking: 29, left: 29 },
    namesThing: { having: 19, found: 18, lacking: 10, left: 9 },
    onlyAcknowledged: { having: 2, found: 2, lacking: 27, left: 27 },
    asksToRate: { having: 0, found: 0, lacking: 29, left: 29 },
    actInFull: { having: 0, found: 0, lacking: 29, left: 29 },
    bare: { having: 6, found: 6, lacking: 23, left: 23 },
  },
  earlier: {
    deed: { having: 34, found: 33, lacking: 122, left: 121 },
    promise: { having: 24, found: 22, lacking: 132, left: 132 },
    dated: { having: 20, found: 19, lacking: 136, left: 136 },
    nextStep: { having: 23, found: 23, lacking: 133, left: 133 },
    forwarded: { having: 16, found: 16, lacking: 140, left: 140 },
    namesThing: { having: 91, found: 82, lacking: 65, left: 63 },
    onlyAcknowledged: { having: 32, found: 32, lacking: 124, left: 123 },
    asksToRate: { having: 9, found: 9, lacking: 147, left: 147 },
    actInFull: { having: 11, found: 11, lacking: 145, left: 145 },
    bare: { having: 14, found: 14, lacking: 142, left: 142 },
  },
  last: {
    deed: { having: 39, found: 35, lacking: 66, left: 65 },
    promise: { having: 19, found: 15, lacking: 86, left: 86 },
    dated: { having: 19, found: 16, lacking: 86, left: 86 },
    who: { having: 19, found: 16, lacking: 86, left: 86 },
    nextStep: { having: 25, found: 18, lacking: 80, left: 79 },
    sentElsewhere: { having: 14, found: 8, lacking: 91, left: 90 },
    forwarded: { having: 3, found: 3, lacking: 102, left: 102 },
    namesThing: { having: 72, found: 67, lacking: 33, left: 29 },
    onlyAcknowledged: { having: 9, found: 6, lacking: 96, left: 96 },
    asksToRate: { having: 1, found: 1, lacking: 104, left: 104 },
    actInFull: { having: 1, found: 1, lacking: 104, left: 104 },
    bare: { having: 3, found: 3, lacking: 102, left: 102 },
  },
};

/** All parts together: what pages say and shares are corrected by. */
export const replyMarkMeasures = Object.fromEntries(
  replyMarks.map((mark): [ReplyMark, MarkTrial] => {
    const sum = { having: 0, found: 0, lacking: 0, left: 0 };
    for (const { [mark]: trial } of Object.values(trialParts)) {
      if (trial === undefined) continue;
      sum.having += trial.having;
      sum.found += trial.found;
      sum.lacking += trial.lacking;
      sum.left += trial.left;
    }
    return [mark, sum];
  }),
) as Readonly<Record<ReplyMark, MarkTrial>>;

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
