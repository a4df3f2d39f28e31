import { FingerprintSet } from "./fingerprintSet.ts";

/** What is remembered: pieces of markup as they are, and texts alike but for names of the portal's own and short numbers. */
export const cleanKinds = { markup: 0, alike: 1 } as const;
type CleanKind = (typeof cleanKinds)[keyof typeof cleanKinds];

/** Which part of what the build before found clean is looked at anew in each: after so many builds all of it was. */
const parts = 16;
/** Texts that are met once would fill the memory of a million appeals; those that are met often come back. */
const most = 1_000_000;
const range = 2 ** 53;
/** Any odd number: the same text in two kinds is two entries. */
const apart = 0x15_5555_5555_5555;

/**
 * What the last look has found clean, by fingerprint (see fingerprint.ts): in this thread, and in the build before under
 * the same code and settings. Of the latter another sixteenth is looked at anew in every build, so that what a bad day
 * of the detectors let pass is found within sixteen.
 */
export class CleanPieces {
  readonly #before: FingerprintSet;
  readonly #turn: number;
  #now = new FingerprintSet();
  #told: number[] = [];

  /**
   * @param before table of the fingerprints of the build before: see FingerprintSet.of; null: there are none
   * @param turn number of the build: decides which part is looked at anew
   */
  constructor(before: Float64Array | null = null, turn = 0) {
    this.#before = before === null ? new FingerprintSet() : FingerprintSet.of(before);
    this.#turn = turn % parts;
  }

  /** Whether a piece need not be looked at. */
  has(fingerprint: number, kind: CleanKind): boolean {
    const key = keyOf(fingerprint, kind);
    if (this.#now.has(key)) return true;
    if (key % parts === this.#turn || !this.#before.has(key)) return false;
    this.#keep(key);
    return true;
  }

  /** Remembers a piece that was looked at. */
  add(fingerprint: number, kind: CleanKind): void {
    this.#keep(keyOf(fingerprint, kind));
  }

  /** What was met since the last call: for the next build. */
  take(): Float64Array {
    const taken = Float64Array.from(this.#told);
    this.#told = [];
    return taken;
  }

  #keep(key: number): void {
    if (this.#now.size >= most) this.#now = new FingerprintSet();
    this.#now.add(key);
    this.#told.push(key);
  }
}

/** Numbers of 53 bits stay such. */
function keyOf(fingerprint: number, kind: CleanKind): number {
  if (kind === cleanKinds.markup) return fingerprint;
  return fingerprint >= range - apart ? fingerprint - (range - apart) : fingerprint + apart;
}
