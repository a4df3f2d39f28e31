import { noRule } from "../model/columns.ts";
import type { Evidence, SlotRange } from "./evidence.ts";
import type { Tally } from "./measures.ts";
import { ageKey, ageOf, type OldestOpen } from "./oldestOpen.ts";
import { type SliceId, sliceIds } from "./periods.ts";
import { addRow, countCode, tallySize } from "./tally.ts";

/** The counters of one subject, filled by countSubject and read slice by slice. A channel of null means all together. */
export interface SubjectCounts {
  /** One tally for each channel and place in the series, the places before and after it too. */
  readonly cells: Uint32Array;
  /** For each period and code, with one more place for "not stated". */
  readonly agency: Uint32Array;
  readonly place: Uint32Array;
  /** For each period, channel and code. */
  readonly topic: Uint32Array;
  /** For each period and channel, appeals under each rule; first those for the first reply, then those for closing. */
  readonly rule: Uint32Array;
  /** For each period and channel, the oldest appeal still open, as ageKey writes it; −1 where none is. */
  readonly oldest: Int32Array;
  /** The tally of a stretch of the series. */
  tally(slots: SlotRange, channel: number | null): Tally;
  oldestOpen(slice: SliceId, channel: number | null): OldestOpen | null;
  agencies(slice: SliceId): Uint32Array;
  places(slice: SliceId): Uint32Array;
  topics(slice: SliceId, channel: number | null): Uint32Array;
  rules(slice: SliceId, channel: number | null): Uint32Array;
}

export function subjectCountsFor({ columns: { lists }, series, rules }: Evidence): SubjectCounts {
  const channels = lists.channels.length;
  const slots = series.length + 2;
  const periods = sliceIds.length;
  const [agencies, places, topics] = [lists.agencies.length + 1, lists.places.length + 1, lists.topics.length + 1];
  const cells = new Uint32Array(channels * slots * tallySize);
  const agency = new Uint32Array(periods * agencies);
  const place = new Uint32Array(periods * places);
  const topic = new Uint32Array(periods * channels * topics);
  const rule = new Uint32Array(periods * channels * rules * 2);
  const oldest = new Int32Array(periods * channels);
  const among = (channel: number | null): number[] => (channel === null ? lists.channels.map((_, i) => i) : [channel]);
  const part = (counters: Uint32Array, slice: SliceId, size: number): Uint32Array => {
    const period = sliceIds.indexOf(slice);
    return counters.subarray(period * size, (period + 1) * size);
  };
  const sumOver = (counters: Uint32Array, size: number, slice: SliceId, channel: number | null): Uint32Array => {
    const sum = new Uint32Array(size);
    const counted = part(counters, slice, channels * size);
    for (const one of among(channel)) for (let i = 0; i < size; i++) sum[i]! += counted[one * size + i]!;
    return sum;
  };
  return {
    cells,
    agency,
    place,
    topic,
    rule,
    oldest,
    tally: ({ first, last }, channel) => {
      const sum = new Uint32Array(tallySize);
      for (const one of among(channel)) {
        const end = (one * slots + last + 1) * tallySize;
        for (let i = (one * slots + first) * tallySize; i < end;)
          for (let k = 0; k < tallySize; k++) sum[k]! += cells[i++]!;
      }
      return sum;
    },
    oldestOpen: (slice, channel) => {
      const key = Math.max(-1, ...among(channel).map((one) => oldest[sliceIds.indexOf(slice) * channels + one]!));
      return key < 0 ? null : ageOf(key);
    },
    agencies: (slice) => part(agency, slice, agencies),
    places: (slice) => part(place, slice, places),
    topics: (slice, channel) => sumOver(topic, topics, slice, channel),
    rules: (slice, channel) => sumOver(rule, rules * 2, slice, channel),
  };
}

/** Counts the subject's rows, whole numbers only: their order cannot matter. */
export function countSubject(
  counts: SubjectCounts,
  { columns, series, slots: ranges, rows: tallies, rules }: Evidence,
  rows: Uint32Array,
): void {
  const { lists } = columns;
  const channels = lists.channels.length;
  const slots = series.length + 2;
  const [agencies, places, topics] = [lists.agencies.length, lists.places.length, lists.topics.length];
  const firsts = sliceIds.map((slice) => ranges[slice].first);
  const lasts = sliceIds.map((slice) => ranges[slice].last);
  for (const counters of [counts.cells, counts.agency, counts.place, counts.topic, counts.rule]) counters.fill(0);
  counts.oldest.fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const slot = series.slot[row]!;
    const channel = columns.channel[row]!;
    addRow(counts.cells, (channel * slots + slot) * tallySize, tallies, row);
    const open = tallies.age[row] === 0 ? -1 : tallies.openDays[row]!;
    const oldest = open < 0 ? -1 : ageKey(open, columns.dayPrecision[row] === 2);
    for (let period = 0; period < firsts.length; period++) {
      if (slot < firsts[period]! || slot > lasts[period]!) continue;
      countCode(counts.agency, period * (agencies + 1), agencies, columns.agency[row]!);
      countCode(counts.place, period * (places + 1), places, columns.place[row]!);
      countCode(counts.topic, (period * channels + channel) * (topics + 1), topics, columns.topic[row]!);
      if (rules > 0) {
        const from = (period * channels + channel) * rules * 2;
        const [reply, closing] = [columns.firstReplyRule![row]!, columns.closingRule![row]!];
        if (reply !== noRule) counts.rule[from + reply]! += 1;
        if (closing !== noRule) counts.rule[from + rules + closing]! += 1;
      }
      if (oldest > counts.oldest[period * channels + channel]!) counts.oldest[period * channels + channel] = oldest;
    }
  }
}
