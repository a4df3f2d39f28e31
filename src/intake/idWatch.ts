import { shortDigest } from "./digest.ts";
import { DigestSet } from "./digestSet.ts";

/** Which ids of a source came in an edition, and which of the edition before did not come again. */
export class IdWatch {
  #before = new DigestSet();
  #now = new DigestSet();
  #repeated = 0;

  get kept(): { before: DigestSet["kept"]; now: DigestSet["kept"]; repeated: number } {
    return { before: this.#before.kept, now: this.#now.kept, repeated: this.#repeated };
  }

  static of({ before, now, repeated }: IdWatch["kept"]): IdWatch {
    const watch = new IdWatch();
    watch.#before = DigestSet.of(before);
    watch.#now = DigestSet.of(now);
    watch.#repeated = repeated;
    return watch;
  }

  /** Begins the next edition; what was before the last one is forgotten. */
  nextEdition(): void {
    this.#before = this.#now;
    this.#now = new DigestSet();
    this.#repeated = 0;
  }

  add(id: string): void {
    if (!this.#now.add(shortDigest(id))) this.#repeated += 1;
  }

  /** Rows of this edition whose id had come in it already. */
  get repeated(): number {
    return this.#repeated;
  }

  get vanished(): number {
    return this.#before.missingFrom(this.#now);
  }
}
