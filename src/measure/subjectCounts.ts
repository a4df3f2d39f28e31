import { type PeriodId } from "../model/facts.ts";
import { type Evidence } from "./evidence.ts";
import { type Tally } from "./measures.ts";
import { addRow, countCode, tallySize } from "./tally.ts";

/** The counters of one subject, filled by countSubject and read slice by slice. A channel of null means all together. */
export interface SubjectCounts {
  /** One tally for each channel and place in the series, plus the places before and after it. */
  readonly cells: Uint32Array;
  readonly agency: Uint32Array;
  readonly place: Uint32Array;
  readonly topic: Uint32Array;
  /** For each period and channel, days since receipt of the oldest appeal still open; −1 where none is. */
  readonly oldest: Int32Array;
  tally(period: PeriodId, channel: number | null): Tally;
  monthTally(slot: number, channel: number | null): Tally;
  oldestOpen(period: PeriodId, channel: number | null): number;
  /** Counts by code with one more place for "not stated". */
  agencies(period: PeriodId): Uint32Array;
  places(period: PeriodId): Uint32Array;
  topics(period: PeriodId, channel: number | null): Uint32Array;
}

export function subjectCountsFor({ columns: { lists }, series, yearSlots }: Evidence): SubjectCounts {
  const channels = lists.channels.length;
  const slots = series.length + 2;
  const [agencies, places, topics] = [lists.agencies.length + 1, lists.places.length + 1, lists.topics.length + 1];
  const cells = new Uint32Array(channels * slots * tallySize);
  const agency = new Uint32Array(2 * agencies);
  const place = new Uint32Array(2 * places);
  const topic = new Uint32Array(2 * channels * topics);
  const oldest = new Int32Array(2 * channels);
  const among = (channel: number | null): number[] => (channel === null ? lists.channels.map((_, i) => i) : [channel]);
  const sumOfCells = (from: number, to: number, channel: number | null): Tally => {
    const sum = new Uint32Array(tallySize);
    for (const one of among(channel)) {
      const end = (one * slots + to + 1) * tallySize;
      for (let i = (one * slots + from) * tallySize; i < end; ) for (let k = 0; k < tallySize; k++) sum[k]! += cells[i++]!;
    }
    return sum;
  };
  return {
    cells,
    agency,
    place,
    topic,
    oldest,
    tally: (period, channel) => (period === "all" ? sumOfCells(0, slots - 1, channel) : sumOfCells(yearSlots.first, yearSlots.last, channel)),
    monthTally: (slot, channel) => sumOfCells(slot, slot, channel),
    oldestOpen: (period, channel) => Math.max(-1, ...among(channel).map((one) => oldest[half(period) * channels + one]!)),
    agencies: (period) => agency.subarray(half(period) * agencies, (half(period) + 1) * agencies),
    places: (period) => place.subarray(half(period) * places, (half(period) + 1) * places),
    topics: (period, channel) => {
      const sum = new Uint32Array(topics);
      for (const one of among(channel)) {
        const from = (half(period) * channels + one) * topics;
        for (let i = 0; i < topics; i++) sum[i]! += topic[from + i]!;
      }
      return sum;
    },
  };
}

/** Counters that exist twice: the year's first, then those of all time. */
function half(period: PeriodId): 0 | 1 {
  return period === "year" ? 0 : 1;
}

/** Counts the subject's rows, whole numbers only: their order cannot matter. */
export function countSubject(counts: SubjectCounts, { columns, series, yearSlots, rows: tallies }: Evidence, rows: Uint32Array): void {
  const { lists } = columns;
  const channels = lists.channels.length;
  const slots = series.length + 2;
  const [agencies, places, topics] = [lists.agencies.length, lists.places.length, lists.topics.length];
  for (const counters of [counts.cells, counts.agency, counts.place, counts.topic]) counters.fill(0);
  counts.oldest.fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const slot = series.slot[row]!;
    const channel = columns.channel[row]!;
    addRow(counts.cells, (channel * slots + slot) * tallySize, tallies, row);
    const open = tallies.age[row] === 0 ? -1 : tallies.openDays[row]!;
    for (let period = slot >= yearSlots.first && slot <= yearSlots.last ? 0 : 1; period < 2; period++) {
      countCode(counts.agency, period * (agencies + 1), agencies, columns.agency[row]!);
      countCode(counts.place, period * (places + 1), places, columns.place[row]!);
      countCode(counts.topic, (period * channels + channel) * (topics + 1), topics, columns.topic[row]!);
      if (open > counts.oldest[period * channels + channel]!) counts.oldest[period * channels + channel] = open;
    }
  }
}
