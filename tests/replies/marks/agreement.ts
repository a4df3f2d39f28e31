import type { ReplyMark } from "../../../src/model/replyMarks.ts";

/** Texts that one, the other, both or neither of two raters gave a mark to. */
export interface Agreement {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** How two raters, each a set of marks a text, agree on one mark. */
export function agreementOn(
  mark: ReplyMark,
  texts: readonly { readonly raterA: ReadonlySet<ReplyMark>; readonly raterB: ReadonlySet<ReplyMark> }[],
): Agreement {
  const count = (first: boolean, second: boolean): number =>
    texts.filter(({ raterA, raterB }) => raterA.has(mark) === first && raterB.has(mark) === second).length;
  return {
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither: count(false, false),
  };
}

/** Cohen's kappa (1960): agreement beyond what chance alone would give; null where both raters know one answer only. */
export function cohenKappa({ both, onlyFirst, onlySecond, neither }: Agreement): number | null {
  const all = both + onlyFirst + onlySecond + neither;
  const alike = (both + neither) / all;
  const first = (both + onlyFirst) / all;
  const second = (both + onlySecond) / all;
  const byChance = first * second + (1 - first) * (1 - second);
  return byChance === 1 ? null : (alike - byChance) / (1 - byChance);
}
