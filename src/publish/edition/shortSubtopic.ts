import { type Measures, type Slice, type Subject } from "../../model/facts.ts";

/** Fewer appeals than this, or than one a month, have nothing to show month by month. */
const fewestForMonths = 30;

/**
 * A sub-topic with what its page shows, and no more: a city has well over a thousand of them, and they would make three
 * quarters of the facts. Left out are the last month by itself; the months, where there is less than one appeal a month;
 * and the figures that are hidden altogether, in periods with too few appeals.
 */
export function shortSubtopic(subject: Subject, minimumShown: number): Subject {
  const { year, all } = subject.periods;
  const received = receivedIn(all.measures);
  const isSeries = received >= Math.max(fewestForMonths, subject.months.length);
  return {
    ...subject,
    periods: { year: shortSlice(year, minimumShown), all: shortSlice(all, minimumShown) },
    ...(isSeries ? {} : { months: [], monthsByChannel: {} }),
  };
}

function shortSlice(slice: Slice, minimumShown: number): Slice {
  const byChannel = Object.fromEntries(Object.entries(slice.byChannel).map(([channel, measures]) => [channel, shortMeasures(measures, minimumShown)]));
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
