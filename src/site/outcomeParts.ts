import type { Measures } from "../model/facts.ts";
import type { Outcome } from "../model/outcome.ts";
import type { FigureText } from "../words/figureText.ts";
import type { Voice } from "../words/language.ts";
import type { Telling } from "../words/telling.ts";

/** One outcome with its share of the bar, in the order of the vocabulary of outcomes. */
export interface OutcomePart {
  outcome: Outcome;
  name: string;
  count: FigureText;
  share: FigureText;
  /** Length on the bar in whole percent: all parts add up to 100, so that it is full. */
  percent: number;
  /** Where the part begins on the bar, in percent. */
  from: number;
}

/** Nothing has ended yet: a bar of one part would say no more than that. */
function isAllOpen({ outcomes }: Measures): boolean {
  const occurred = outcomes.filter(({ count }) => count.state !== "exact" || count.value > 0);
  return (
    occurred.some(({ outcome }) => outcome === "open") &&
    occurred.every(({ outcome, share }) => (outcome === "open" || outcome === "unowed") && share.state === "exact")
  );
}

/** Why there is no bar of outcomes. */
export function noOutcomesText(measures: Measures, voice: Voice): string {
  if (isAllOpen(measures)) return voice.t("outcomes.none-closed");
  const { received, resolvedStrict } = measures;
  const isTold = received.state !== "exact" || received.value === 0 || resolvedStrict.state !== "missing";
  return voice.t(isTold ? "outcomes.hidden" : "outcomes.missing");
}

/** Outcomes that occurred, or null where the subject has too few appeals to show any, or none that has ended. */
export function outcomeParts({ names, figureText }: Telling, measures: Measures): OutcomePart[] | null {
  if (isAllOpen(measures)) return null;
  let from = 0;
  const parts: OutcomePart[] = [];
  for (const { outcome, count, share, percent } of measures.outcomes) {
    if (count.state === "exact" && count.value === 0) continue;
    parts.push({
      outcome,
      name: names.outcome(outcome),
      count: figureText.count(count),
      share: figureText.share(share),
      percent,
      from,
    });
    from += percent;
  }
  return parts.some(({ percent, count }) => percent > 0 || count.state === "exact") ? parts : null;
}
