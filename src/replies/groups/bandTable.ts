import { bands, bandsOf } from "./minHash.ts";
import type { ShingleSets } from "./shingles.ts";

/** Finds texts that may be nearly the same as a text, among those it was given before. */
export interface Mates {
  /** Numbers of such texts, any of them more than once. */
  of(text: number): Iterable<number>;
  /**
   * Takes one more text.
   *
   * @param groupOf the group of a text: of each group one text is enough where they have the same shingles in common
   */
  add(text: number, groupOf: (text: number) => number): void;
}

/** The bands of the MinHash of every text, one text behind the other. */
export function allBands(sets: ShingleSets): Uint32Array {
  const keys = new Uint32Array(sets.size * bands);
  for (let text = 0; text < sets.size; text += 1)
    bandsOf(sets.of(text), keys.subarray(text * bands, (text + 1) * bands));
  return keys;
}

/** Mates by the bands of their MinHash: a hash table with chains in typed arrays. */
export class BandTable implements Mates {
  readonly #keys: Uint32Array;
  readonly #heads: Int32Array;
  readonly #mask: number;
  /** Of each entry its place among the keys (text × bands + band) and the entry behind it in its chain. */
  readonly #places: Int32Array;
  readonly #next: Int32Array;
  #entries = 0;

  /**
   * @param keys as `allBands` gives them
   * @param most as many texts at most will be added
   */
  constructor(keys: Uint32Array, most: number) {
    this.#keys = keys;
    const slots = 2 ** Math.ceil(Math.log2(Math.max(most * bands, 2)));
    this.#mask = slots - 1;
    this.#heads = new Int32Array(slots).fill(-1);
    this.#places = new Int32Array(most * bands);
    this.#next = new Int32Array(most * bands);
  }

  of(text: number): number[] {
    const keys = this.#keys;
    const found: number[] = [];
    for (let at = text * bands; at < (text + 1) * bands; at += 1)
      for (let entry = this.#heads[keys[at]! & this.#mask]!; entry >= 0; entry = this.#next[entry]!)
        if (keys[this.#places[entry]!] === keys[at]) found.push(Math.floor(this.#places[entry]! / bands));
    return found;
  }

  add(text: number, groupOf: (text: number) => number): void {
    const keys = this.#keys;
    const group = groupOf(text);
    for (let at = text * bands; at < (text + 1) * bands; at += 1) {
      const slot = keys[at]! & this.#mask;
      let entry = this.#heads[slot]!;
      while (entry >= 0) {
        const place = this.#places[entry]!;
        if (keys[place] === keys[at] && groupOf(Math.floor(place / bands)) === group) break;
        entry = this.#next[entry]!;
      }
      if (entry >= 0) continue;
      this.#places[this.#entries] = at;
      this.#next[this.#entries] = this.#heads[slot]!;
      this.#heads[slot] = this.#entries;
      this.#entries += 1;
    }
  }
}
