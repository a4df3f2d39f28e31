import { shortDigest } from "./digest.ts";

/** Which ids of a source came in an edition, and which of the edition before did not come again. */
export class IdWatch {
  #before = new Set<number>();
  #now = new Set<number>();
  #repeated = 0;

  /** Begins the next edition; what was before the last one is forgotten. */
  nextEdition(): void {
    this.#before = this.#now;
    this.#now = new Set();
    this.#repeated = 0;
  }

  add(id: string): void {
    const key = shortDigest(id);
    if (this.#now.has(key)) this.#repeated += 1;
    else this.#now.add(key);
  }

  /** Rows of this edition whose id had come in it already. */
  get repeated(): number {
    return this.#repeated;
  }

  get vanished(): number {
    let count = 0;
    for (const key of this.#before) if (!this.#now.has(key)) count += 1;
    return count;
  }
}
