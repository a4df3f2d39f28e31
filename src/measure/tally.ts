import { type AppealColumns, none } from "../model/columns.ts";
import { outcomes } from "../model/outcome.ts";
import { type WaitState } from "./waitOrder.ts";

/** Age classes of open appeals in days since receipt, both ends inside; the last has no end. */
export const ageClasses = [
  { from: 0, to: 7 },
  { from: 8, to: 15 },
  { from: 16, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 180 },
  { from: 181, to: null },
] as const;

/**
 * What is counted of every appeal, one bit each. "first…" and "close…" are the two events; "…Eligible" rows come from
 * sources that record the event and do not leave open appeals out.
 */
export const tallied = [
  "received",
  "replyRecorded",
  "answered",
  "closingRecorded",
  "closed",
  "openEligible",
  "open",
  "firstRecorded",
  "firstEligible",
  "firstNormed",
  "firstMature",
  "firstSilent",
  "firstJudged",
  "firstInNorm",
  "closeEligible",
  "closeNormed",
  "closeMature",
  "closeJudged",
  "closeInNorm",
  "reopeningRecorded",
  "reopenedEligible",
  "reopened",
  "handedOverEligible",
  "handedOver",
  "ratingRecorded",
  "ratingEligible",
  "ratedClosed",
] as const;
export type Tallied = (typeof tallied)[number];

const bit = Object.fromEntries(tallied.map((name, i) => [name, 1 << i])) as Record<Tallied, number>;

/** Places of the counters in a tally: first the bits, then outcomes of all and of closed appeals, marks 1…5, ages of open ones. */
export const place = {
  ...(Object.fromEntries(tallied.map((name, i) => [name, i])) as Record<Tallied, number>),
  outcome: tallied.length,
  closedOutcome: tallied.length + outcomes.length,
  mark: tallied.length + 2 * outcomes.length,
  age: tallied.length + 2 * outcomes.length + 5,
};
export const tallySize = place.age + ageClasses.length;

/** What each row adds to a tally: its bits, and the places of its outcome, mark and age (0: none). */
export interface RowTallies {
  readonly bits: Uint32Array;
  readonly outcome: Uint8Array;
  readonly mark: Uint8Array;
  readonly age: Uint8Array;
  /** Days since receipt for open appeals. */
  readonly openDays: Int32Array;
}

/**
 * Translates every row once, so that a subject's counting is a matter of adding bits.
 *
 * Reopenings, hand-overs and ratings have no "recorded" column: a channel without a single one in the whole data is
 * taken not to record them.
 *
 * @param closedOnly 1 for each channel (index) whose exports hold closed appeals only
 */
export function rowTallies(columns: AppealColumns, first: WaitState, closing: WaitState, closedOnly: Uint8Array, exportDay: number): RowTallies {
  const { length } = columns;
  const bits = new Uint32Array(length);
  const outcome = new Uint8Array(length);
  const mark = new Uint8Array(length);
  const age = new Uint8Array(length);
  const openDays = new Int32Array(length);
  const channels = columns.lists.channels.length;
  const reopenings = channelsWith(columns.channel, columns.reopened, channels);
  const handOvers = channelsWith(columns.channel, columns.handedOver, channels);
  const ratings = channelsWith(columns.channel, columns.rating, channels);
  const outcomePlace = columns.lists.outcomes.map((name) => place.outcome + outcomes.indexOf(name));
  for (let i = 0; i < length; i++) {
    const channel = columns.channel[i]!;
    const whole = closedOnly[channel] === 0;
    const closed = columns.closed[i] === 1;
    let set = bit.received;
    if (columns.firstReplyRecorded[i] === 1 || columns.closingRecorded[i] === 1) set |= bit.replyRecorded;
    if (first.happened[i] === 1) set |= bit.answered;
    if (closed) set |= bit.closed;
    if (first.recorded[i] === 1) set |= bit.firstRecorded;
    if (columns.closingRecorded[i] === 1) {
      set |= bit.closingRecorded;
      if (whole) set |= bit.openEligible;
      if (!closed) {
        set |= bit.open;
        openDays[i] = Math.max(0, exportDay - columns.receivedDay[i]!);
        age[i] = place.age + ageClasses.findIndex(({ to }) => to === null || openDays[i]! <= to);
      }
    }
    if (whole) {
      set |= inNormBits(first, i, columns.firstReplyNorm[i]!, columns.followedDays[i]!, firstBits);
      set |= inNormBits(closing, i, columns.closingNorm[i]!, columns.followedDays[i]!, closeBits);
    }
    if (reopenings[channel] === 1) set |= bit.reopeningRecorded;
    if (closed && reopenings[channel] === 1) set |= bit.reopenedEligible | (columns.reopened[i] === 1 ? bit.reopened : 0);
    if (handOvers[channel] === 1) set |= bit.handedOverEligible | (columns.handedOver[i] === 1 ? bit.handedOver : 0);
    if (ratings[channel] === 1) set |= bit.ratingRecorded;
    if (closed && ratings[channel] === 1) set |= bit.ratingEligible | (columns.rating[i]! > 0 ? bit.ratedClosed : 0);
    bits[i] = set;
    outcome[i] = outcomePlace[columns.outcome[i]!]!;
    mark[i] = columns.rating[i]! > 0 ? place.mark + columns.rating[i]! - 1 : 0;
  }
  return { bits, outcome, mark, age, openDays };
}

const firstBits = { eligible: bit.firstEligible, normed: bit.firstNormed, mature: bit.firstMature, silent: bit.firstSilent, judged: bit.firstJudged, inNorm: bit.firstInNorm };
const closeBits = { eligible: bit.closeEligible, normed: bit.closeNormed, mature: bit.closeMature, silent: 0, judged: bit.closeJudged, inNorm: bit.closeInNorm };

/**
 * Mature: followed for at least the norm. Judged: mature, and not one of those whose event happened at an unusable date.
 * In norm: the event came no later than the norm, to the minute; open appeals stay among the judged.
 */
function inNormBits(state: WaitState, row: number, norm: number, followed: number, bits: typeof firstBits): number {
  if (state.recorded[row] === 0) return 0;
  if (Number.isNaN(norm)) return bits.eligible;
  if (followed < norm) return bits.eligible | bits.normed;
  const mature = bits.eligible | bits.normed | bits.mature;
  if (state.happened[row] === 0) return mature | bits.judged | bits.silent;
  const days = state.days[row]!;
  if (Number.isNaN(days)) return mature;
  return mature | bits.judged | (days <= norm ? bits.inNorm : 0);
}

function channelsWith(channel: Uint8Array, value: Uint8Array, channels: number): Uint8Array {
  const found = new Uint8Array(channels);
  for (let i = 0; i < channel.length; i++) if (value[i]! > 0) found[channel[i]!] = 1;
  return found;
}

/** Adds one row to the tally that begins at `offset`. */
export function addRow(tallies: Uint32Array, offset: number, rows: RowTallies, row: number): void {
  for (let left = rows.bits[row]!; left !== 0; left &= left - 1) tallies[offset + 31 - Math.clz32(left & -left)]! += 1;
  tallies[offset + rows.outcome[row]!]! += 1;
  if ((rows.bits[row]! & bit.closed) !== 0) tallies[offset + rows.outcome[row]! + outcomes.length]! += 1;
  if (rows.mark[row] !== 0) tallies[offset + rows.mark[row]!]! += 1;
  if (rows.age[row] !== 0) tallies[offset + rows.age[row]!]! += 1;
}

/** Counts how often each code occurs; the last place counts the rows without one. */
export function countCode(counts: Uint32Array, offset: number, size: number, code: number): void {
  counts[offset + (code === none ? size : code)]! += 1;
}
