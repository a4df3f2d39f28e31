/** Places of the table at first; always a power of two. */
const first = 1 << 12;

/**
 * Fingerprints (see fingerprint.ts) in memory that threads share: eight bytes each where a Set needs fifty, and ten
 * million of them are given to another thread without a copy. Open addressing, at most half full.
 */
export class FingerprintSet {
  #table: Float64Array;
  #size: number;

  constructor() {
    this.#table = emptyTable(first);
    this.#size = 0;
  }

  /** A set over the table of another one, in this thread or another; neither may add to it from then on. */
  static of(table: Float64Array): FingerprintSet {
    const set = new FingerprintSet();
    set.#table = table;
    set.#size = Infinity;
    return set;
  }

  /** How many it holds; infinite where the memory belongs to another one. */
  get size(): number {
    return this.#size;
  }

  /** The memory itself. */
  get table(): Float64Array {
    return this.#table;
  }

  /** @throws where its table belongs to another set */
  add(fingerprint: number): void {
    if (this.#size === Infinity) throw new Error("A set that is shared must not change");
    const at = placeOf(this.#table, fingerprint);
    if (this.#table[at] === fingerprint) return;
    this.#table[at] = fingerprint;
    this.#size += 1;
    if (this.#size * 2 > this.#table.length) this.#grow();
  }

  has(fingerprint: number): boolean {
    return this.#table[placeOf(this.#table, fingerprint)] === fingerprint;
  }

  #grow(): void {
    const larger = emptyTable(this.#table.length * 2);
    for (const value of this.#table) if (value >= 0) larger[placeOf(larger, value)] = value;
    this.#table = larger;
  }
}

/** No fingerprint is below zero. */
const free = -1;

function emptyTable(places: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(places * Float64Array.BYTES_PER_ELEMENT)).fill(free);
}

/** Where a fingerprint stands, or the free place where it belongs. */
function placeOf(table: Float64Array, fingerprint: number): number {
  const last = table.length - 1;
  let at = (fingerprint ^ (fingerprint / 0x1_0000_0000)) & last;
  while (table[at] !== fingerprint && table[at] !== free) at = (at + 1) & last;
  return at;
}
