/**
 * A set of digests (positive numbers), in one flat array instead of an object for each: a million of them take 16 MB and
 * no work from the garbage collector.
 */
export class DigestSet {
  #slots = new Float64Array(1024);
  #size = 0;

  /** What another set would have to know to hold the same. */
  get kept(): { slots: Float64Array<ArrayBuffer>; size: number } {
    return { slots: this.#slots, size: this.#size };
  }

  static of({ slots, size }: DigestSet["kept"]): DigestSet {
    const set = new DigestSet();
    set.#slots = slots;
    set.#size = size;
    return set;
  }

  get size(): number {
    return this.#size;
  }

  /** Place of a digest, or of the empty slot where it belongs. Zero stands for empty. */
  #place(digest: number): number {
    const last = this.#slots.length - 1;
    let at = (digest % 0xfffffffb) & last;
    while (this.#slots[at] !== 0 && this.#slots[at] !== digest) at = (at + 1) & last;
    return at;
  }

  has(digest: number): boolean {
    return this.#slots[this.#place(digest + 1)] !== 0;
  }

  /** @returns false where it was there already */
  add(digest: number): boolean {
    const at = this.#place(digest + 1);
    if (this.#slots[at] !== 0) return false;
    this.#slots[at] = digest + 1;
    this.#size += 1;
    if (this.#size > this.#slots.length * 0.6) this.#grow();
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    for (const digest of old) if (digest !== 0) this.#slots[this.#place(digest)] = digest;
  }

  /** How many digests are not in another set. */
  missingFrom(other: DigestSet): number {
    let count = 0;
    for (const digest of this.#slots) if (digest !== 0 && !other.has(digest - 1)) count += 1;
    return count;
  }
}
