import type { AnyFacts, Facts, Slice, StoredFacts, Subject } from "./facts.ts";

/**
 * Where all appeals of a subject came through one channel, "all channels together" and "that channel" are the same
 * figures. On disk and in the public facts they stand once; whoever reads them gets both back.
 */

/** Leaves out what a single channel would only repeat. */
export function withoutRepeats(subject: Subject): Subject {
  const single = subject.periods.all.measures.channels.length === 1;
  return {
    ...subject,
    periods: eachSlice(subject.periods, sliceWithoutRepeats),
    monthsByChannel: single ? {} : subject.monthsByChannel,
  };
}

/** Fills in what withoutRepeats left out; shares the figures, copies nothing. */
export function withRepeats(stored: StoredFacts): Facts {
  const facts: AnyFacts = stored;
  return {
    ...facts,
    subjects: facts.subjects.map((subject) => {
      const [only, ...others] = subject.periods.all.measures.channels;
      return {
        ...subject,
        periods: eachSlice(subject.periods, sliceWithRepeats),
        monthsByChannel:
          only !== undefined && others.length === 0 ? { [only]: subject.months } : subject.monthsByChannel,
      };
    }),
  };
}

function eachSlice({ year, all, month }: Subject["periods"], change: (slice: Slice) => Slice): Subject["periods"] {
  return { year: change(year), all: change(all), ...(month === undefined ? {} : { month: change(month) }) };
}

function sliceWithoutRepeats(slice: Slice): Slice {
  return slice.measures.channels.length === 1 ? { ...slice, byChannel: {}, topicsByChannel: {} } : slice;
}

function sliceWithRepeats(slice: Slice): Slice {
  const [only, ...others] = slice.measures.channels;
  if (only === undefined || others.length > 0) return slice;
  return { ...slice, byChannel: { [only]: slice.measures }, topicsByChannel: { [only]: slice.topics } };
}
