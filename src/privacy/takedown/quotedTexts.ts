import { fingerprint } from "../fingerprint.ts";
import { wordsOf } from "./textTraits.ts";

/** So many words of somebody's in the same order are a quotation. A text of fewer is quoted where all of it is. */
const mostNeeded = 12;
/** Texts of fewer words than this («Спасибо вам за ответ») are said by many. */
const fewestNeeded = 8;

/** Finds in texts the words of other texts. */
export class QuotedTexts {
  readonly #words = new Set<string>();
  /** By the number of words. */
  readonly #runs = new Map<number, Set<number>>();

  /** @param texts what may be quoted, as the exports have it */
  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const words = wordsOf(text);
      const length = Math.min(words.length, mostNeeded);
      if (length < fewestNeeded) continue;
      for (const word of words) this.#words.add(word);
      const runs = this.#runs.get(length) ?? new Set();
      this.#runs.set(length, runs);
      for (let at = 0; at + length <= words.length; at++) runs.add(fingerprint(words.slice(at, at + length).join(" ")));
    }
  }

  /** The runs of words in a text that stand in one of the others, each by its fingerprint; none where it quotes nobody. */
  runsIn(text: string): number[] {
    if (this.#runs.size === 0 || text === "") return [];
    const words = wordsOf(text);
    const found = new Set<number>();
    let known = 0;
    words.forEach((word, at) => {
      known = this.#words.has(word) ? known + 1 : 0;
      for (const [length, runs] of this.#runs) {
        if (known < length) continue;
        const run = fingerprint(words.slice(at + 1 - length, at + 1).join(" "));
        if (runs.has(run)) found.add(run);
      }
    });
    return [...found];
  }
}
