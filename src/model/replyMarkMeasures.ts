import { type ReplyMark } from "./replyMarks.ts";

/** How a rule did on coded texts that it was not made for: texts with the mark, found ones among them; without it, left alone. */
export interface MarkTrial {
  readonly having: number;
  readonly found: number;
  readonly lacking: number;
  readonly left: number;
}

/** Below these a mark stays hidden; so does one that was tried on fewer texts which have it. */
export const leastPrecision = 0.95;
export const leastRecall = 0.85;
export const leastHaving = 5;

/**
 * Measured by `npm run bench -- marks` on real replies that two raters coded alike: the third of them that no rule was made
 * for. tests/replies/marks/replyMarkMeasures.test.ts compares.
 */
export const replyMarkMeasures: Readonly<Record<ReplyMark, MarkTrial>> = {
  deed: { having: 27, found: 27, lacking: 25, left: 24 },
  promise: { having: 2, found: 2, lacking: 50, left: 50 },
  dated: { having: 0, found: 0, lacking: 52, left: 52 },
  who: { having: 8, found: 7, lacking: 44, left: 44 },
  nextStep: { having: 1, found: 0, lacking: 51, left: 51 },
  sentElsewhere: { having: 0, found: 0, lacking: 52, left: 52 },
  forwarded: { having: 0, found: 0, lacking: 52, left: 52 },
  namesThing: { having: 32, found: 31, lacking: 20, left: 18 },
  onlyAcknowledged: { having: 6, found: 6, lacking: 46, left: 46 },
  asksToRate: { having: 0, found: 0, lacking: 52, left: 52 },
  actInFull: { having: 1, found: 1, lacking: 51, left: 51 },
  bare: { having: 12, found: 11, lacking: 40, left: 40 },
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

/** Whether a rule is good enough, by enough texts, for its mark to be shown. */
export function isGoodEnough(trial: MarkTrial): boolean {
  return (
    trial.having >= leastHaving && (precisionOf(trial) ?? 0) >= leastPrecision && (recallOf(trial) ?? 0) >= leastRecall
  );
}

/** Whether a mark may be shown on pages. */
export function isMarkShown(mark: ReplyMark): boolean {
  return isGoodEnough(replyMarkMeasures[mark]);
}
