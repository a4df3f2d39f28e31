import type { Measures, Slice, Subject } from "../model/facts.ts";

/** Fewer appeals than this, or than one a month, have nothing to show month by month. */
const fewestForMonths = 30;

/**
 * A subject with what its page shows, and no more. A city has well over a thousand sub-topics, and a careless column
 * as many places: they would make nine tenths of the facts. Of both, the months are left out where there is less than
 * one appeal a month; of sub-topics also the last month by itself, and in periods with too few appeals the figures that
 * are hidden altogether.
 *
 * @param isSubtopic true for a topic that stands under another
 */
export function shortSubject(subject: Subject, isSubtopic: boolean, minimumShown: number): Subject {
  if (!isSubtopic) return subject.dimension === "place" ? withoutSparseMonths(subject) : subject;
  const { year, all } = subject.periods;
  return {
    ...withoutSparseMonths(subject),
    periods: { year: shortSlice(year, minimumShown), all: shortSlice(all, minimumShown) },
  };
}

function withoutSparseMonths(subject: Subject): Subject {
  const isSeries = receivedIn(subject.periods.all.measures) >= Math.max(fewestForMonths, subject.months.length);
  return isSeries ? subject : { ...subject, months: [], monthsByChannel: {} };
}

function shortSlice(slice: Slice, minimumShown: number): Slice {
  const byChannel = Object.fromEntries(
    Object.entries(slice.byChannel).map(([channel, measures]) => [channel, shortMeasures(measures, minimumShown)]),
  );
  return { ...slice, measures: shortMeasures(slice.measures, minimumShown), byChannel };
}

function shortMeasures(measures: Measures, minimumShown: number): Measures {
  if (receivedIn(measures) >= minimumShown) return measures;
  const { quality: _quality, outcomesByDay: _outcomesByDay, yearBefore: _yearBefore, ...shown } = measures;
  return shown;
}

function receivedIn({ received }: Measures): number {
  return received.state === "exact" ? received.value : 0;
}
