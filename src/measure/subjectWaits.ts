import type { Evidence, OrderedWaits, SlotRange } from "./evidence.ts";
import { outcomeDays } from "./outcomesByDay.ts";
import { outcomes } from "../model/outcome.ts";

/** The waits of one subject for one event, in rising order, and room for one selection of them. */
export interface SubjectWaits {
  size: number;
  readonly keys: Uint32Array;
  readonly slot: Uint16Array;
  readonly channel: Uint8Array;
  readonly dayPrecise: Uint8Array;
  readonly never: Uint8Array;
  readonly outcome: Uint8Array;
  readonly followedFor: Uint8Array;
  /** Places (below size) of the waits of the period last chosen, rising, and their number. */
  readonly chosen: Uint32Array;
  chosenSize: number;
  /** The selection last made, in rising order. */
  readonly sliceKeys: Uint32Array;
  readonly sliceOutcome: Uint8Array;
  readonly start: Uint32Array;
}

export function subjectWaitsFor(largest: number, { series }: Evidence): SubjectWaits {
  return {
    size: 0,
    keys: new Uint32Array(largest),
    slot: new Uint16Array(largest),
    channel: new Uint8Array(largest),
    dayPrecise: new Uint8Array(largest),
    never: new Uint8Array(largest),
    outcome: new Uint8Array(largest),
    followedFor: new Uint8Array(largest),
    chosen: new Uint32Array(largest),
    chosenSize: 0,
    sliceKeys: new Uint32Array(largest),
    sliceOutcome: new Uint8Array(largest),
    start: new Uint32Array(series.length + 3),
  };
}

/** Takes one subject's waits out of all, by their places there (rising). */
export function gatherWaits(waits: SubjectWaits, ordered: OrderedWaits, places: Uint32Array): void {
  const unknown = outcomes.indexOf("unknown");
  const open = outcomes.indexOf("open");
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    waits.keys[i] = ordered.keys[place]!;
    waits.slot[i] = ordered.slot[place]!;
    waits.channel[i] = ordered.channel[place]!;
    waits.dayPrecise[i] = ordered.dayPrecise[place]!;
    waits.never[i] = ordered.never[place]!;
    waits.outcome[i] = ordered.outcome[place] === open ? unknown : ordered.outcome[place]!;
    waits.followedFor[i] = ordered.followedFor[place]!;
  }
  waits.size = places.length;
}

/** What a selection holds beside its keys and outcomes. */
export interface SliceWaits {
  /** Waits of the channel in the period, and how many of them are selected. */
  readonly all: number;
  readonly to: number;
  /** Waits known only in whole days, and those of them told from week to week. */
  readonly dayPrecise: number;
  readonly weekPrecise: number;
  /** Waits for what can no longer happen. */
  readonly never: number;
  /** followed[k]: appeals followed for exactly the first k of the days of outcomesByDay. */
  readonly followed: number[];
}

/** Chooses a stretch of the series for the selections that follow. */
export function chooseSlots(waits: SubjectWaits, { first, last }: SlotRange): void {
  let size = 0;
  for (let i = 0; i < waits.size; i++) {
    const slot = waits.slot[i]!;
    if (slot >= first && slot <= last) waits.chosen[size++] = i;
  }
  waits.chosenSize = size;
}

const isOfChannel = (waits: SubjectWaits, i: number, channel: number | null): boolean =>
  channel === null || waits.channel[i] === channel;
const isSelected = (waits: SubjectWaits, i: number, channel: number | null, takesWeeks: boolean): boolean =>
  isOfChannel(waits, i, channel) && (takesWeeks || waits.dayPrecise[i]! < 2);

/** How many waits of a channel there are, and how many of them are told from week to week. @param places rising; null: all of the subject */
function countWeeks(
  waits: SubjectWaits,
  channel: number | null,
  places: Uint32Array | null,
): { all: number; weekPrecise: number } {
  let all = 0;
  let weekPrecise = 0;
  for (let j = 0; j < (places?.length ?? waits.size); j++) {
    const i = places === null ? j : places[j]!;
    if (!isOfChannel(waits, i, channel)) continue;
    all++;
    if (waits.dayPrecise[i]! > 1) weekPrecise++;
  }
  return { all, weekPrecise };
}

/**
 * Selects the chosen waits of one channel into sliceKeys[0 … to) and sliceOutcome. Waits told from week to week (0, 7, 14 days)
 * say nothing of hours and days: they are selected only where they are at least half, and the figures then are of weeks.
 *
 * @param channel index, or null for all channels together
 */
export function selectChannel(waits: SubjectWaits, channel: number | null): SliceWaits {
  const { all, weekPrecise } = countWeeks(waits, channel, waits.chosen.subarray(0, waits.chosenSize));
  const takesWeeks = weekPrecise * 2 >= all;
  let to = 0;
  let dayPrecise = 0;
  let never = 0;
  const followed = new Array<number>(outcomeDays.length + 1).fill(0);
  for (let j = 0; j < waits.chosenSize; j++) {
    const i = waits.chosen[j]!;
    if (!isSelected(waits, i, channel, takesWeeks)) continue;
    waits.sliceKeys[to] = waits.keys[i]!;
    waits.sliceOutcome[to] = waits.outcome[i]!;
    to++;
    if (waits.dayPrecise[i]! > 0) dayPrecise++;
    never += waits.never[i]!;
    followed[waits.followedFor[i]!]! += 1;
  }
  return { all, to, dayPrecise, weekPrecise: takesWeeks ? weekPrecise : 0, never, followed };
}

/**
 * Sorts the waits of one channel (null: of all) into sliceKeys by place in the series, each place's in rising order. Those
 * told from week to week are left out where they are fewer than half of the channel's.
 *
 * @returns place s is sliceKeys[start[s] … start[s + 1]); valid until the next call
 */
export function waitsByMonth(waits: SubjectWaits, channel: number | null, months: number): Uint32Array {
  const { start } = waits;
  const { all, weekPrecise } = countWeeks(waits, channel, null);
  const takesWeeks = weekPrecise * 2 >= all;
  start.fill(0);
  for (let i = 0; i < waits.size; i++) {
    if (isSelected(waits, i, channel, takesWeeks)) start[waits.slot[i]! + 1]! += 1;
  }
  for (let slot = 1; slot <= months + 2; slot++) start[slot]! += start[slot - 1]!;
  const total = start[months + 2]!;
  for (let i = waits.size - 1; i >= 0; i--) {
    if (isSelected(waits, i, channel, takesWeeks)) waits.sliceKeys[--start[waits.slot[i]! + 1]!] = waits.keys[i]!;
  }
  // Each start has moved down to the beginning of its own place; the list is now shifted by one.
  start.copyWithin(0, 1);
  start[months + 2] = total;
  return start;
}
