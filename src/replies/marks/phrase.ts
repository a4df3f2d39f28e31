import type { Sentence } from "./replyWords.ts";
import type { WordBook } from "./wordBook.ts";
import { type Fit, isFit, type PartNumber, WordFits } from "./wordFits.ts";

/** One word of a phrase: what may stand there, and how many other words may stand before it. */
interface Part {
  readonly part: PartNumber;
  readonly gap: number;
}

/** A phrase ready for reading. */
type Phrase = readonly Part[];

/** Where a phrase stands in a sentence: the places of its words. */
export type Hit = readonly number[];

/** What … means without a number. */
const usualGap = 6;

/** A phrase of the rules, its parts written down. The schema has seen to its form. */
function readPhrase(phrase: string, fits: WordFits): Phrase {
  const parts: Part[] = [];
  let gap = 0;
  for (const written of phrase.split(" ")) {
    if (written.startsWith("…")) gap = written === "…" ? usualGap : Number(written.slice(1));
    else {
      parts.push({ part: fits.partOf(written.split("|")), gap });
      gap = 0;
    }
  }
  return parts;
}

/**
 * Where a phrase begins at a place. Every place that a word of the phrase can take is reached once, so the work is bounded
 * by the phrase, whatever the sentence: nothing is tried again.
 *
 * @returns the nearest end; null where it does not begin here
 */
function phraseAt(phrase: Phrase, words: Sentence, fits: readonly Fit[], from: number): Hit | null {
  let hits: Hit[] = [[from]];
  for (let index = 1; index < phrase.length; index += 1) {
    const { part, gap } = phrase[index]!;
    const next: Hit[] = [];
    let reached = from;
    for (const hit of hits) {
      const place = hit.at(-1)!;
      // Places come in order: what an earlier way has tried is not tried again.
      for (let at = place + 1; at <= place + 1 + gap && words[at]?.isApart === false; at += 1) {
        if (at <= reached) continue;
        reached = at;
        if (isFit(fits[at]!, part)) next.push([...hit, at]);
      }
    }
    if (next.length === 0) return null;
    hits = next;
  }
  return hits[0] ?? null;
}

/** A sentence that was read: its words, and what each fits. */
export interface ReadSentence {
  readonly words: Sentence;
  readonly fits: readonly Fit[];
}

/** Phrases that serve one purpose of one rule, and where they stand in the sentence that was read last. */
export class PhraseList {
  readonly isEmpty: boolean;
  /** It is asked whether they stand there, not where. */
  readonly isYesOrNo: boolean;
  private sentence = 0;
  private hits: Hit[] = [];

  constructor(isEmpty: boolean, isYesOrNo: boolean) {
    this.isEmpty = isEmpty;
    this.isYesOrNo = isYesOrNo;
  }

  /** @param sentence the number of the sentence that was read last */
  standsIn(sentence: number): boolean {
    return this.sentence === sentence;
  }

  /** Every place where one of the phrases stands; not for a list that only says yes or no. */
  placesIn(sentence: number): readonly Hit[] {
    return this.sentence === sentence ? this.hits : none;
  }

  /** @returns whether it is the first in its sentence */
  add(hit: Hit, sentence: number): boolean {
    const isFirst = this.sentence !== sentence;
    if (isFirst) {
      this.sentence = sentence;
      this.hits = [];
    }
    if (!this.isYesOrNo) this.hits.push(hit);
    return isFirst;
  }
}

const none: readonly Hit[] = [];
/** Hits of one word, by its place. */
const single: (Hit | undefined)[] = [];

/** A phrase and the list it is of. */
interface Start {
  readonly list: PhraseList;
  readonly phrase: Phrase;
  /** At which word that was read it was tried last. */
  triedAt: number;
}

/** All phrases of all rules, by what their first two words may be: a sentence is gone through once for all of them. */
export class PhraseBook {
  /** The number of the sentence that was read last, and the lists of which phrases stand in it. */
  sentence = 0;
  found: PhraseList[] = [];
  private readonly fits: WordFits;
  private readonly byFirst = new Map<PartNumber, Start[]>();
  /** By the number of what a word fits: phrases that it is by itself, and phrases of more words that it can begin. */
  private readonly alone: (readonly Start[] | undefined)[] = [];
  private readonly beginning: (readonly Start[] | undefined)[] = [];
  /** How many words stand at most between the first two of these. */
  private readonly widest: number[] = [];
  /** By this number and that of a later word: phrases whose first two words they can be. Words differ, what they fit does not. */
  private readonly pairs: (readonly Start[] | undefined)[][] = [];
  private wordsRead = 0;

  constructor(book: WordBook) {
    this.fits = new WordFits(book);
  }

  /** A part that is asked for by itself, written down before the first sentence is read. */
  part(form: string): PartNumber {
    return this.fits.partOf([form]);
  }

  /**
   * Puts phrases into the book, before the first sentence is read.
   *
   * @param isYesOrNo nobody will ask where they stand
   */
  list(phrases: readonly string[], isYesOrNo = false): PhraseList {
    const list = new PhraseList(phrases.length === 0, isYesOrNo);
    for (const written of phrases) {
      const phrase = readPhrase(written, this.fits);
      const start = { list, phrase, triedAt: 0 };
      const there = this.byFirst.get(phrase[0]!.part);
      if (there === undefined) this.byFirst.set(phrase[0]!.part, [start]);
      else there.push(start);
    }
    return list;
  }

  /** Reads a sentence: until the next is read, lists tell where their phrases stand in it. */
  read(words: Sentence): ReadSentence {
    const fits = new Array<Fit>(words.length);
    for (let place = 0; place < words.length; place += 1) fits[place] = this.fits.of(words[place]!);
    this.sentence += 1;
    this.found = [];
    for (let place = 0; place < fits.length; place += 1) {
      const fit = fits[place]!;
      if (fit.parts.length === 0) continue;
      const alone = this.aloneAt(fit);
      for (let index = 0; index < alone.length; index += 1) this.add(alone[index]!.list, (single[place] ??= [place]));
      if (this.beginningAt(fit).length > 0) this.readFrom(place, words, fits);
    }
    return { words, fits };
  }

  private readFrom(from: number, words: Sentence, fits: readonly Fit[]): void {
    const fit = fits[from]!;
    const last = Math.min(from + 1 + this.widest[fit.number]!, fits.length - 1);
    this.wordsRead += 1;
    for (let at = from + 1; at <= last && !words[at]!.isApart; at += 1) {
      if (fits[at]!.parts.length === 0) continue;
      const starts = this.beginningWith(fit, fits[at]!);
      for (let index = 0; index < starts.length; index += 1) {
        const start = starts[index]!;
        const { phrase, list } = start;
        if (start.triedAt === this.wordsRead || from + 1 + phrase[1]!.gap < at) continue;
        start.triedAt = this.wordsRead;
        if (list.isYesOrNo && list.standsIn(this.sentence)) continue;
        const hit = phrase.length === 2 ? [from, at] : phraseAt(phrase, words, fits, from);
        if (hit !== null) this.add(list, hit);
      }
    }
  }

  private add(list: PhraseList, hit: Hit): void {
    if (list.add(hit, this.sentence)) this.found.push(list);
  }

  private starting({ parts }: Fit): Start[] {
    return parts.flatMap((part) => this.byFirst.get(part) ?? []);
  }

  private aloneAt(fit: Fit): readonly Start[] {
    return (this.alone[fit.number] ??= this.starting(fit).filter(({ phrase }) => phrase.length === 1));
  }

  private beginningAt(fit: Fit): readonly Start[] {
    const known = this.beginning[fit.number];
    if (known !== undefined) return known;
    const starts = this.starting(fit).filter(({ phrase }) => phrase.length > 1);
    this.widest[fit.number] = starts.reduce((most, { phrase }) => Math.max(most, phrase[1]!.gap), 0);
    return (this.beginning[fit.number] = starts);
  }

  private beginningWith(fit: Fit, other: Fit): readonly Start[] {
    const pairs = (this.pairs[fit.number] ??= []);
    return (pairs[other.number] ??= this.beginningAt(fit).filter(({ phrase }) => isFit(other, phrase[1]!.part)));
  }
}
