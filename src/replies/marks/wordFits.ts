import type { ReplyWord } from "./replyWords.ts";
import type { WordBook } from "./wordBook.ts";

/** A place of a phrase with all that may stand there («вывез*|убрали»), by a number: phrases share many. */
export type PartNumber = number;

/** What a word can stand for: words that can stand for the same have one. */
export interface Fit {
  readonly number: number;
  readonly parts: readonly PartNumber[];
  /** The same, a bit each: it is asked millions of times. */
  readonly bits: Uint32Array;
}

/** Whether a word that fits so can stand for a part. */
export function isFit({ bits }: Fit, part: PartNumber): boolean {
  return (bits[part >>> 5]! & (1 << (part & 31))) !== 0;
}

/** What words can stand for in the phrases of rules; a word that was met before is not looked at again. */
export class WordFits {
  private readonly book: WordBook;
  private readonly numbers = new Map<string, PartNumber>();
  private readonly partsByForm = new Map<number, PartNumber[]>();
  private readonly byParts = new Map<string, Fit>();
  /** By the ids of words: usual ones, names, and those of capitals alone. */
  private readonly met: readonly (Fit | undefined)[][] = [[], [], []];

  constructor(book: WordBook) {
    this.book = book;
  }

  /**
   * Writes a part down, before the first word is read.
   *
   * @param written forms of words, any of which may stand there
   */
  partOf(written: readonly string[]): PartNumber {
    const forms = [...new Set(written.map((form) => this.book.numberOf(form)))].sort((a, b) => a - b);
    const key = forms.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const part = this.numbers.size;
    this.numbers.set(key, part);
    for (const form of forms) {
      const there = this.partsByForm.get(form);
      if (there === undefined) this.partsByForm.set(form, [part]);
      else there.push(part);
    }
    return part;
  }

  of(word: ReplyWord): Fit {
    const met = this.met[word.isCapitals ? 2 : word.isName ? 1 : 0]!;
    return word.id === null ? this.read(word) : (met[word.id] ??= this.read(word));
  }

  private read(word: ReplyWord): Fit {
    const found = new Set([...this.book.formsOf(word)].flatMap((form) => this.partsByForm.get(form) ?? []));
    const parts = [...found].sort((a, b) => a - b);
    const key = parts.join();
    const known = this.byParts.get(key);
    if (known !== undefined) return known;
    const bits = new Uint32Array((this.numbers.size + 31) >>> 5);
    for (const part of parts) bits[part >>> 5]! |= 1 << (part & 31);
    const fit = { number: this.byParts.size, parts, bits };
    this.byParts.set(key, fit);
    return fit;
  }
}
