import { type Evidence, type OrderedWaits, type SlotRange } from "./evidence.ts";
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
  /** Its length. */
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

/**
 * Selects the chosen waits of one channel into sliceKeys[0 … to) and sliceOutcome.
 *
 * @param channel index, or null for all channels together
 */
export function selectChannel(waits: SubjectWaits, channel: number | null): SliceWaits {
  let to = 0;
  let dayPrecise = 0;
  let weekPrecise = 0;
  let never = 0;
  const followed = new Array<number>(outcomeDays.length + 1).fill(0);
  for (let j = 0; j < waits.chosenSize; j++) {
    const i = waits.chosen[j]!;
    if (channel !== null && waits.channel[i] !== channel) continue;
    waits.sliceKeys[to] = waits.keys[i]!;
    waits.sliceOutcome[to] = waits.outcome[i]!;
    to++;
    if (waits.dayPrecise[i]! > 0) dayPrecise++;
    if (waits.dayPrecise[i]! > 1) weekPrecise++;
    never += waits.never[i]!;
    followed[waits.followedFor[i]!]! += 1;
  }
  return { to, dayPrecise, weekPrecise, never, followed };
}

/**
 * Sorts the waits of one channel (null: of all) into sliceKeys by place in the series, each place's in rising order.
 *
 * @returns place s is sliceKeys[start[s] … start[s + 1]); valid until the next call
 */
export function waitsByMonth(waits: SubjectWaits, channel: number | null, months: number): Uint32Array {
  const { start } = waits;
  start.fill(0);
  for (let i = 0; i < waits.size; i++) {
    if (channel === null || waits.channel[i] === channel) start[waits.slot[i]! + 1]! += 1;
  }
  for (let slot = 1; slot <= months + 2; slot++) start[slot]! += start[slot - 1]!;
  const total = start[months + 2]!;
  for (let i = waits.size - 1; i >= 0; i--) {
    if (channel === null || waits.channel[i] === channel) waits.sliceKeys[--start[waits.slot[i]! + 1]!] = waits.keys[i]!;
  }
  // Each start has moved down to the beginning of its own place; the list is now shifted by one.
  start.copyWithin(0, 1);
  start[months + 2] = total;
  return start;
}
