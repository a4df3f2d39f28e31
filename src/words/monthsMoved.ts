import type { Facts, Month, Subject, UsualRange } from "../model/facts.ts";
import type { Share } from "../model/figures.ts";
import type { Headline } from "../model/headlineChoice.ts";
import type { Voice } from "./language.ts";
import { periodOf } from "../model/subjectsOfFacts.ts";

/** Two months of a period between which a figure moved, in the order of time, and which way it went at last. */
export interface Movement {
  from: Month;
  to: Month;
  /** The newest month of the period that is told. */
  last: Month;
  way: "fell" | "rose" | "varied";
}

/** So many neighbouring months outside the usual range are no accident of one of them. */
const fewestInRun = 2;

/**
 * Whether the chart of months flags more than single months: a level that has moved, be it with the season, or a run of months
 * outside the usual range. The one rule of it: what a chart flags, a sentence about the whole period may not hide.
 */
function isFlagged(months: readonly Month[], range: (month: Month) => UsualRange | null | undefined): boolean {
  let run = 0;
  let side: UsualRange["outside"];
  return months.some((month) => {
    const usual = range(month);
    run = usual?.outside === undefined ? 0 : usual.outside === side ? run + 1 : 1;
    side = usual?.outside;
    return usual?.shifted === true || usual?.seasonal === true || run >= fewestInRun;
  });
}

type Exact = Extract<Share, { state: "exact" }>;

/**
 * How the share answered in time moved inside the period of a headline; null where the months flag nothing, and where the
 * worst and the best month could be the same (their intervals meet).
 */
export function shareMoved(facts: Facts, subject: Subject, headline: Headline): Movement | null {
  if (headline.event !== "first-reply") return null;
  const months = monthsIn(facts, subject, subject.monthsByChannel[headline.channel] ?? []);
  if (!isFlagged(months, ({ usual }) => usual)) return null;
  const shareOf = ({ answeredInNorm }: Month): Exact => answeredInNorm as Exact;
  const known = months.filter(
    ({ answeredInNorm }) => answeredInNorm.state === "exact" && answeredInNorm.whole >= facts.portal.minimum.compared,
  );
  const movement = movementOf(known, (month) => toldShare(shareOf(month).value));
  if (movement === null) return null;
  const [one, other] = [shareOf(movement.from), shareOf(movement.to)];
  return one.high < other.low || other.high < one.low ? movement : null;
}

/** A share as it is told, to the tenth of a per cent: months that read alike are alike. */
const toldShare = (share: number): number => Math.round(share * 1000);

/** The same for the number received, over all channels. */
export function receiptsMoved(facts: Facts, subject: Subject): Movement | null {
  const months = monthsIn(facts, subject, subject.months);
  return isFlagged(months, ({ usualReceived }) => usualReceived) ? movementOf(months, receivedIn) : null;
}

/** Months of one channel with a share answered in time: the one list of them, for the chart and for whoever tells of its level. */
export const monthsWithShare = (months: readonly Month[]): Month[] =>
  months.filter(({ complete, answeredInNorm }) => complete && answeredInNorm.state === "exact");

export const shareIn = ({ answeredInNorm }: Month): number =>
  answeredInNorm.state === "exact" ? answeredInNorm.value : 0;

export const receivedIn = ({ received }: Month): number => (received.state === "exact" ? received.value : 0);

/** The whole months of the period that a page speaks of. */
function monthsIn(facts: Facts, subject: Subject, months: readonly Month[]): Month[] {
  const { from, to } = facts.periods[periodOf(facts, subject)];
  return months.filter(({ month, complete }) => complete && month >= from.slice(0, 7) && month <= to.slice(0, 7));
}

function movementOf(months: readonly Month[], value: (month: Month) => number): Movement | null {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  // Of months told alike the newest: one that is as low as any before has not recovered.
  const lowest = months.reduce((least, month) => (value(month) <= value(least) ? month : least));
  const highest = months.reduce((most, month) => (value(month) >= value(most) ? month : most));
  if (lowest === highest) return null;
  const isDown = months.indexOf(highest) < months.indexOf(lowest);
  const isNearLowest = (month: Month) => value(month) - value(lowest) < value(highest) - value(month);
  const [from, to] = isDown ? [highest, lowest] : [lowest, highest];
  return {
    from,
    to,
    last,
    way:
      isNearLowest(first) === isNearLowest(last) || isNearLowest(last) !== isDown ? "varied" : isDown ? "fell" : "rose",
  };
}

/**
 * «Доля ответов в срок упала: была 98 % (ноябрь 2025), стала 26 % (октябрь 2026).» Where the newest month is neither, it is
 * told as well: a share that has recovered has not fallen.
 */
export function shareMovedText({ from, to, last, way }: Movement, voice: Voice): string {
  const share = ({ answeredInNorm }: Month) =>
    voice.percent(answeredInNorm.state === "exact" ? answeredInNorm.value : 0);
  const values = {
    from: share(from),
    fromMonth: voice.month(from.month),
    to: share(to),
    toMonth: voice.month(to.month),
  };
  if (last === to || (way === "varied" && last === from)) return voice.t(`months.moved.${way}`, values);
  const [high, low] = shareIn(from) > shareIn(to) ? [from, to] : [to, from];
  return voice.t("months.moved.since", {
    ...{ high: share(high), highMonth: voice.inMonth(high.month) },
    ...{ low: share(low), lowMonth: voice.inMonth(low.month) },
    ...{ last: share(last), lastMonth: voice.inMonth(last.month) },
  });
}
