import { type Sentence } from "./replyWords.ts";
import { type WordBook } from "./wordBook.ts";

/** One word of a phrase: the forms it may have, and how many other words may stand before it. */
interface Part {
  readonly forms: readonly number[];
  readonly gap: number;
}

/** A phrase ready for reading. */
type Phrase = readonly Part[];

/** Where a phrase stands in a sentence: the places of its words. */
export type Hit = readonly number[];

const widestGap = 6;

/** A phrase of the rules, its forms written down in the book. The schema has seen to its form. */
function readPhrase(phrase: string, book: WordBook): Phrase {
  const parts: Part[] = [];
  let gap = 0;
  for (const written of phrase.split(" ")) {
    if (written.startsWith("…")) gap = written === "…" ? widestGap : Number(written.slice(1));
    else {
      parts.push({ forms: written.split("|").map((form) => book.numberOf(form)), gap });
      gap = 0;
    }
  }
  return parts;
}

/** What a word of a sentence fits, and whether no phrase reaches from before it to it. */
interface ReadWord {
  readonly forms: ReadonlySet<number>;
  readonly isApart: boolean;
}

/**
 * Where a phrase begins at a place. Every place that a word of the phrase can take is reached once, so the work is bounded
 * by the phrase, whatever the sentence: nothing is tried again.
 *
 * @returns the nearest end; null where it does not begin here
 */
function phraseAt(phrase: Phrase, sentence: readonly ReadWord[], from: number): Hit | null {
  let hits: Hit[] = [[from]];
  for (let index = 1; index < phrase.length; index += 1) {
    const { forms, gap } = phrase[index]!;
    const next: Hit[] = [];
    let reached = from;
    for (const hit of hits) {
      const place = hit.at(-1)!;
      // Places come in order: what an earlier way has tried is not tried again.
      for (let at = place + 1; at <= place + 1 + gap && sentence[at]?.isApart === false; at += 1) {
        if (at <= reached) continue;
        reached = at;
        const fitting = sentence[at]!.forms;
        if (forms.some((form) => fitting.has(form))) next.push([...hit, at]);
      }
    }
    if (next.length === 0) return null;
    hits = next;
  }
  return hits[0] ?? null;
}

/** A sentence that was read: its words, what each fits, and where phrases of each list stand in it. */
export interface ReadSentence {
  readonly words: Sentence;
  readonly forms: readonly ReadonlySet<number>[];
  readonly hits: ReadonlyMap<PhraseList, readonly Hit[]>;
}

/** Phrases that serve one purpose of one rule. */
export class PhraseList {
  readonly isEmpty: boolean;

  constructor(isEmpty: boolean) {
    this.isEmpty = isEmpty;
  }

  /** Every place where one of the phrases stands. */
  in(sentence: ReadSentence): readonly Hit[] {
    return sentence.hits.get(this) ?? none;
  }
}

const none: readonly Hit[] = [];

/** A phrase and the list it is of. */
interface Start {
  readonly list: PhraseList;
  readonly phrase: Phrase;
}

/** All phrases of all rules, by the forms their first word may have: a sentence is gone through once for all of them. */
export class PhraseBook {
  private readonly book: WordBook;
  private readonly byForm = new Map<number, Start[]>();
  private readonly startsOf = new Map<ReadonlySet<number>, readonly Start[]>();

  constructor(book: WordBook) {
    this.book = book;
  }

  /** Puts phrases into the book, before the first sentence is read. */
  list(phrases: readonly string[]): PhraseList {
    const list = new PhraseList(phrases.length === 0);
    for (const written of phrases) {
      const phrase = readPhrase(written, this.book);
      for (const form of phrase[0]?.forms ?? []) {
        const there = this.byForm.get(form);
        if (there === undefined) this.byForm.set(form, [{ list, phrase }]);
        else there.push({ list, phrase });
      }
    }
    return list;
  }

  /** Reads a sentence. */
  read(words: Sentence): ReadSentence {
    const read = words.map((word) => ({ forms: this.book.formsOf(word), isApart: word.isApart }));
    const hits = new Map<PhraseList, Hit[]>();
    read.forEach(({ forms }, place) => {
      for (const { list, phrase } of this.starting(forms)) {
        const hit = phraseAt(phrase, read, place);
        if (hit === null) continue;
        const there = hits.get(list);
        if (there === undefined) hits.set(list, [hit]);
        else there.push(hit);
      }
    });
    return { words, forms: read.map(({ forms }) => forms), hits };
  }

  /** Phrases that can begin with a word; words that fit the same have one set. */
  private starting(forms: ReadonlySet<number>): readonly Start[] {
    const known = this.startsOf.get(forms);
    if (known !== undefined) return known;
    const starts = [...forms].flatMap((form) => this.byForm.get(form) ?? []);
    if (this.startsOf.size < 300_000) this.startsOf.set(forms, starts);
    return starts;
  }
}
