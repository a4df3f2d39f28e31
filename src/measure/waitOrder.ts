import type { AppealColumns } from "../model/columns.ts";
import type { TimedEvent } from "../model/events/event.ts";
import { neverCode, replyFollowedDays } from "../model/events/eventStates.ts";
import { inSubstanceCode } from "../model/events/inSubstance.ts";
import { type Clock, decidedReplies, numberOrNull } from "./decidedReplies.ts";

/**
 * All usable waits for one event in rising order. Appeals still waiting stand at the length of time they were followed,
 * after the events of the same length.
 */
export interface WaitOrder {
  /** Row numbers in rising order of wait. */
  readonly rows: Uint32Array;
  /** For each of them 2 × rank among `times`, plus 1 while still waiting. */
  readonly keys: Uint32Array;
  /** The distinct waits in days, rising. */
  readonly times: Float64Array;
}

/** What is known of one row's wait. */
export interface WaitColumns {
  /** The source records the event. */
  readonly recorded: Uint8Array;
  /** The event has happened. A closing that is an answer counts as a first reply where no earlier one is known. */
  readonly happened: Uint8Array;
  /** Days to the event; NaN where it has not happened or its date is unusable. */
  readonly days: Float64Array;
  /** Days for which it was waited at most: until the data end, or until the author took the appeal back. */
  readonly followedDays: Float64Array;
  /** 1 where it can no longer happen: the appeal was closed without it. */
  readonly never: Uint8Array;
}

export function waitState(columns: AppealColumns, event: TimedEvent): WaitColumns {
  if (event === "agencyFirstReply" || event === "agencyClosing") return agencyWaitState(columns, event);
  const { followedDays } = columns;
  if (event === "closing") {
    return {
      recorded: columns.closingRecorded,
      happened: columns.closed,
      days: columns.closingDays,
      followedDays,
      never: new Uint8Array(columns.length),
    };
  }
  return event === "inSubstance" ? inSubstanceState(columns) : replyState(columns, columns, columns.firstReplyRecorded);
}

const [done, waiting, never, undated] = (["done", "waiting", "never", "undated"] as const).map(inSubstanceCode);

/** Answers in substance, as the rules of events decided them; nothing is recorded of an appeal of which they tell nothing. */
function inSubstanceState(columns: AppealColumns): WaitColumns {
  const { length, closingDays } = columns;
  const { outcomes } = columns.lists;
  const state = columns.inSubstanceState ?? new Uint8Array(length);
  const flags = (...codes: (number | undefined)[]): Uint8Array => state.map((code) => (codes.includes(code) ? 1 : 0));
  return {
    recorded: flags(done, waiting, never, undated),
    happened: flags(done, undated),
    days: columns.inSubstanceDays ?? new Float64Array(length).fill(NaN),
    followedDays: columns.followedDays.map((followed, i) =>
      state[i] === never
        ? replyFollowedDays(followed, "never", outcomes[columns.outcome[i]!]!, numberOrNull(closingDays[i]!))
        : followed,
    ),
    never: flags(never),
  };
}

/**
 * Who was answered, and until when the others waited, as the rules of events decided it. One of which they tell nothing is not
 * counted; an impossible date of receipt (NaN) leaves an appeal recorded, and without a wait.
 */
function replyState(columns: AppealColumns, clock: Clock, isRecorded: Uint8Array): WaitColumns {
  const { outcomes } = columns.lists;
  const { state, happened, days } = decidedReplies(columns, clock);
  const never = state.map((code) => (code === neverCode ? 1 : 0));
  const followedDays = clock.followedDays.map((followed, i) =>
    never[i] === 1
      ? replyFollowedDays(followed, "never", outcomes[columns.outcome[i]!]!, numberOrNull(clock.closingDays[i]!))
      : followed,
  );
  const isUntold = (i: number): boolean => state[i] === 0 && !Number.isNaN(clock.followedDays[i]);
  return {
    recorded: isRecorded.map((recorded, i) => (isUntold(i) ? 0 : recorded)),
    happened,
    days,
    followedDays,
    never,
  };
}

/** By the agency's clock an event is recorded only in channels that tell registrations, and for appeals whose start is known. */
function agencyWaitState(columns: AppealColumns, event: "agencyFirstReply" | "agencyClosing"): WaitColumns {
  const { length, agencyClock: clock } = columns;
  const recorded = new Uint8Array(length);
  if (clock === undefined)
    return {
      recorded,
      happened: recorded,
      days: new Float64Array(),
      followedDays: new Float64Array(),
      never: recorded,
    };
  const telling = channelsWith(columns, clock.registered);
  const isClosing = event === "agencyClosing";
  const events = isClosing ? columns.closingRecorded : columns.firstReplyRecorded;
  for (let i = 0; i < length; i++)
    recorded[i] = telling[columns.channel[i]!]! & events[i]! & (Number.isNaN(clock.followedDays[i]) ? 0 : 1);
  if (isClosing)
    return {
      recorded,
      happened: columns.closed,
      days: clock.closingDays,
      followedDays: clock.followedDays,
      never: new Uint8Array(length),
    };
  return replyState(columns, clock, recorded);
}

/** 1 for each channel (index) in which a value ever occurs. */
export function channelsWith(columns: AppealColumns, value: Uint8Array): Uint8Array {
  const found = new Uint8Array(columns.lists.channels.length);
  for (let i = 0; i < columns.length; i++) if (value[i]! > 0) found[columns.channel[i]!] = 1;
  return found;
}

/**
 * Sorts once what every group will need. Left out: rows whose source does not record the event, rows whose event
 * happened at an unusable date, and rows of channels that export closed appeals only.
 *
 * @param excludedChannel 1 for each channel (index) to leave out
 */
export function waitOrder(columns: AppealColumns, state: WaitColumns, excludedChannel: Uint8Array): WaitOrder {
  const waits = new Float64Array(columns.length);
  const members = new Uint32Array(columns.length);
  let size = 0;
  for (let i = 0; i < columns.length; i++) {
    if (state.recorded[i] === 0 || excludedChannel[columns.channel[i]!] === 1) continue;
    const wait = state.happened[i] === 1 ? state.days[i]! : Math.max(0, state.followedDays[i]!);
    if (!(wait >= 0 && wait < Infinity)) continue;
    waits[size] = wait;
    members[size] = i;
    size++;
  }
  const times = distinctRising(waits.subarray(0, size));
  const unordered = new Uint32Array(size);
  const start = new Uint32Array(times.length * 2 + 1);
  for (let j = 0; j < size; j++) {
    const key = rankOf(times, waits[j]!) * 2 + (1 - state.happened[members[j]!]!);
    unordered[j] = key;
    start[key + 1]! += 1;
  }
  for (let key = 1; key < start.length; key++) start[key]! += start[key - 1]!;
  const rows = new Uint32Array(size);
  const keys = new Uint32Array(size);
  for (let j = 0; j < size; j++) {
    const place = start[unordered[j]!]!++;
    rows[place] = members[j]!;
    keys[place] = unordered[j]!;
  }
  return { rows, keys, times };
}

function distinctRising(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    // Adding 0 makes -0 and 0 the same wait.
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]! + 0;
  }
  return sorted.slice(0, kept);
}

function rankOf(times: Float64Array, wait: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < wait) low = middle + 1;
    else high = middle;
  }
  return low;
}
