import { type Evidence, type OrderedWaits } from "./evidence.ts";

/** The waits of one subject for one event, in rising order, and room for one selection of them. */
export interface SubjectWaits {
  size: number;
  readonly keys: Uint32Array;
  readonly slot: Uint16Array;
  readonly channel: Uint8Array;
  readonly dayPrecise: Uint8Array;
  /** The selection last made, in rising order. */
  readonly sliceKeys: Uint32Array;
  readonly start: Uint32Array;
}

export function subjectWaitsFor(largest: number, { series }: Evidence): SubjectWaits {
  return {
    size: 0,
    keys: new Uint32Array(largest),
    slot: new Uint16Array(largest),
    channel: new Uint8Array(largest),
    dayPrecise: new Uint8Array(largest),
    sliceKeys: new Uint32Array(largest),
    start: new Uint32Array(series.length + 3),
  };
}

/** Takes one subject's waits out of all, by their places there (rising). */
export function gatherWaits(waits: SubjectWaits, ordered: OrderedWaits, places: Uint32Array): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    waits.keys[i] = ordered.keys[place]!;
    waits.slot[i] = ordered.slot[place]!;
    waits.channel[i] = ordered.channel[place]!;
    waits.dayPrecise[i] = ordered.dayPrecise[place]!;
  }
  waits.size = places.length;
}

/**
 * Selects the waits of one slice into sliceKeys[0 … to).
 *
 * @param slots first and last place in the series; null for all, also those outside the series
 * @param channel index, or null for all channels together
 */
export function waitsOfSlice(waits: SubjectWaits, slots: { first: number; last: number } | null, channel: number | null): { to: number; dayPrecise: number } {
  let to = 0;
  let dayPrecise = 0;
  for (let i = 0; i < waits.size; i++) {
    if (channel !== null && waits.channel[i] !== channel) continue;
    if (slots !== null && (waits.slot[i]! < slots.first || waits.slot[i]! > slots.last)) continue;
    waits.sliceKeys[to++] = waits.keys[i]!;
    dayPrecise += waits.dayPrecise[i]!;
  }
  return { to, dayPrecise };
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
