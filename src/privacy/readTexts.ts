import { fingerprint } from "./fingerprint.ts";
import { FingerprintSet } from "./fingerprintSet.ts";

/** Where a sentence or a line ends. A page shows a text line by line, and a list shows its first sentences. */
const ends = /\n|(?<=[.!?…])\s+/u;

/**
 * Texts that the gate has read and found clean, or made so, and its sentences. Holds no text, only what is needed to
 * know one again.
 */
export class ReadTexts {
  readonly #known: FingerprintSet;

  /** @param known what another one knows: see `known` */
  constructor(known: FingerprintSet = new FingerprintSet()) {
    this.#known = known;
  }

  /** For another thread, which makes its own ReadTexts of `FingerprintSet.of(known.table)`. */
  get known(): FingerprintSet {
    return this.#known;
  }

  add(text: string): void {
    this.#known.add(fingerprint(text));
    for (const sentence of text.split(ends)) this.#known.add(fingerprint(sentence.trim()));
  }

  /**
   * What of a text was in no text that the gate let out: "" where it is known whole; else the sentences that are not,
   * each with the one before it, because a number means little without the «тел.» that stands before.
   */
  unread(text: string): string {
    if (this.#known.has(fingerprint(text))) return "";
    const sentences = text.split(ends);
    const isUnread = sentences.map((sentence) => !this.#known.has(fingerprint(sentence.trim())));
    let rest = "";
    let position = 0;
    sentences.forEach((sentence, index) => {
      const start = text.indexOf(sentence, position);
      const end = start + sentence.length;
      if (isUnread[index] === true || isUnread[index + 1] === true)
        rest += text.slice(index === 0 ? start : position, end);
      position = end;
    });
    return rest.trim();
  }
}
