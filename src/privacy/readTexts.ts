import { fingerprint } from "./fingerprint.ts";

/** Where a sentence or a line ends. A page shows a text line by line, and a list shows its first sentences. */
const ends = /\n|(?<=[.!?…])\s+/u;

/**
 * Texts that the gate has read and found clean, or made so, and its sentences. Holds no text, only what is needed to
 * know one again.
 */
export class ReadTexts {
  readonly #known = new Set<number>();

  add(text: string): void {
    this.#known.add(fingerprint(text));
    for (const sentence of text.split(ends)) this.#known.add(fingerprint(sentence.trim()));
  }

  /** What of a text was in no text that the gate let out: "" where it is known whole, else the sentences that are not. */
  unread(text: string): string {
    if (this.#known.has(fingerprint(text))) return "";
    return text
      .split(ends)
      .map((sentence) => sentence.trim())
      .filter((sentence) => !this.#known.has(fingerprint(sentence)))
      .join("\n");
  }
}
