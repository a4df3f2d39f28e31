import { type AppealColumns, none } from "../../model/columns.ts";
import { keptNorm, weekMargin } from "../../model/events/keptNorm.ts";
import { officeMarks } from "../../model/officeMarks.ts";
import { outcomes } from "../../model/outcome.ts";
import type { Evidence } from "../evidence.ts";
import { addRow, countsAs, type RowTallies, tallySize } from "../tally.ts";

/** What the appeals of each month had come to by one day. Place 0 and the last are receipts outside the series. */
interface StateCounts {
  readonly closed: Uint32Array;
  readonly open: Uint32Array;
  /** Surely within the norm, and surely after it. */
  readonly closedInTime: Uint32Array;
  readonly closedLate: Uint32Array;
  /** Open, with the norm passed by that day. */
  readonly openLate: Uint32Array;
  /** For each month and outcome of the model: closed with it. */
  readonly outcomes: Uint32Array;
}

/** Everything that reviews count, month by month of receipt. */
export interface MonthCounts {
  /** The yes-or-no counters of the measures. */
  readonly tallies: Uint32Array;
  /** For each month and channel (index), and for each month and topic as the appeals carry it; the last place of a month is "not told". */
  readonly channels: Uint32Array;
  readonly topics: Uint32Array;
  /** For each month and mark of an office (model/officeMarks.ts): appeals that have it, and those of which it is told at all. */
  readonly marked: Uint32Array;
  readonly markTold: Uint32Array;
  /** Owed no answer. */
  readonly unowed: Uint32Array;
  /** Closed, nobody knows when. */
  readonly undated: Uint32Array;
  /** By how many months before the day of the export; 0: now. */
  readonly states: ReadonlyMap<number, StateCounts>;
}

/** Places of the last two: what was closed by a day is known where closings have days. */
type Day = number | null;

/**
 * One pass over the appeals. By an earlier day an appeal counts as closed where it was closed on that day or before; now,
 * wherever it is closed.
 *
 * @param days by how many months before the export → civil day; null for now
 */
export function monthCounts(
  { columns, series, rows }: Pick<Evidence, "columns" | "series" | "rows">,
  days: ReadonlyMap<number, Day>,
): MonthCounts {
  const slots = series.length + 2;
  const { channels, topics } = columns.lists;
  const states = [...days].map(([shift, day]) => ({
    shift,
    day,
    counts: {
      closed: new Uint32Array(slots),
      open: new Uint32Array(slots),
      closedInTime: new Uint32Array(slots),
      closedLate: new Uint32Array(slots),
      openLate: new Uint32Array(slots),
      outcomes: new Uint32Array(slots * outcomes.length),
    },
  }));
  const counts = {
    tallies: new Uint32Array(slots * tallySize),
    channels: new Uint32Array(slots * channels.length),
    topics: new Uint32Array(slots * (topics.length + 1)),
    marked: new Uint32Array(slots * officeMarks.length),
    markTold: new Uint32Array(slots * officeMarks.length),
    unowed: new Uint32Array(slots),
    undated: new Uint32Array(slots),
  };
  const unowed = columns.lists.outcomes.indexOf("unowed");
  const outcomeOf = columns.lists.outcomes.map((name) => outcomes.indexOf(name));
  for (let row = 0; row < columns.length; row++) {
    const slot = series.slot[row]!;
    addRow(counts.tallies, slot * tallySize, rows, row);
    counts.channels[slot * channels.length + columns.channel[row]!]! += 1;
    const topic = columns.topic[row]!;
    counts.topics[slot * (topics.length + 1) + (topic === none ? topics.length : topic)]! += 1;
    officeMarks.forEach((mark, at) => {
      const told = columns.officeMarks?.[mark]?.[row] ?? 0;
      if (told > 0) counts.markTold[slot * officeMarks.length + at]! += 1;
      if (told === 2) counts.marked[slot * officeMarks.length + at]! += 1;
    });
    if (columns.outcome[row] === unowed) counts.unowed[slot]! += 1;
    const closed = columns.closed[row] === 1;
    const closedDay = closed ? dayOfClosing(columns, row) : NaN;
    if (closed && Number.isNaN(closedDay)) counts.undated[slot]! += 1;
    for (const { day, counts: state } of states) countState(state, slot, columns, rows, row, closedDay, day, outcomeOf);
  }
  return { ...counts, states: new Map(states.map(({ shift, counts: state }) => [shift, state])) };
}

function countState(
  state: StateCounts,
  slot: number,
  columns: AppealColumns,
  rows: RowTallies,
  row: number,
  closedDay: number,
  day: Day,
  outcomeOf: readonly number[],
): void {
  const closed = columns.closed[row] === 1 && (day === null || closedDay <= day);
  const norm = (columns.closingNormSet ?? columns.closingNorm)[row]!;
  // As each row says of itself: one that is told by its week may have come on the last day of it.
  const margin = columns.dayPrecision[row] === 2 ? weekMargin : 0;
  if (!closed) {
    if (!countsAs(rows, row, "open") && !(closedDay > (day ?? Infinity))) return;
    state.open[slot]! += 1;
    const waited = day === null ? columns.followedDays[row]! : day - columns.receivedDay[row]!;
    if (keptNorm(waited - margin, waited, norm) === false) state.openLate[slot]! += 1;
    return;
  }
  state.closed[slot]! += 1;
  state.outcomes[slot * outcomes.length + outcomeOf[columns.outcome[row]!]!]! += 1;
  const days = columns.closingDays[row]!;
  const isKept = keptNorm(days - margin, days + margin, norm);
  if (isKept === true) state.closedInTime[slot]! += 1;
  if (isKept === false) state.closedLate[slot]! += 1;
}

/** Civil day of closing; NaN where nobody knows it. */
function dayOfClosing({ closedDay, closingDays, receivedDay }: AppealColumns, row: number): number {
  if (Number.isNaN(closingDays[row])) return NaN;
  return closedDay === undefined ? receivedDay[row]! + Math.floor(closingDays[row]!) : closedDay[row]!;
}
