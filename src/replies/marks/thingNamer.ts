import type { MarkRules } from "../../model/replyRules.ts";
import { stemOfRussianWord } from "../../search/words/russianWord.ts";
import { stopWords } from "../../search/words/stopWords.ts";
import type { ReplyWord, Sentence } from "./replyWords.ts";
import { WordBook } from "./wordBook.ts";

const shortest = 5;
/** Begins the name of a group of synonyms; no stem begins so. */
const synonym = "=";
/** So many stems all words of a region have; a hostile text has more. */
const mostKeys = 1_000_000;
const thing = /^[а-яa-z]{3,40}$/u;

/** A stem and its shorter beginnings: «очистк» and «очист» are of one word, «кот» and «котёл» are not. */
function keysOf(stem: string): string[] {
  const keys = [stem];
  for (const cut of [1, 2]) if (stem.length - cut >= shortest) keys.push(stem.slice(0, -cut));
  return keys;
}

/** Tells whether a reply names what was asked about: a word of the question that means something, or a synonym. */
export class ThingNamer {
  private readonly book = new WordBook({});
  private readonly generic: ReadonlySet<number>;
  private readonly groups = new Map<number, number[]>();
  /** What words are met by, a number each, with its name. */
  private readonly keys = new Map<string, number>();
  private readonly names: string[] = [];
  /** By the ids of words. */
  private readonly known: (readonly number[] | undefined)[] = [];
  /** By which question each key was asked for last, and the number of the question that is read now. */
  private readonly askedBy: number[] = [];
  private questions = 0;

  constructor({ generic, synonyms }: Pick<MarkRules, "generic" | "synonyms">) {
    this.generic = new Set(generic.map((form) => this.book.numberOf(form)));
    synonyms.forEach((words, group) => {
      for (const word of words) {
        const form = this.book.numberOf(word);
        const there = this.groups.get(form);
        if (there === undefined) this.groups.set(form, [group]);
        else there.push(group);
      }
    });
  }

  /** What a word can be met by: its stem, and the groups of synonyms it is in; nothing for a word that names no thing. */
  private meaningOf(word: ReplyWord): readonly number[] {
    if (word.id === null) return this.read(word);
    return (this.known[word.id] ??= this.read(word));
  }

  private read({ plain, isCapitals }: ReplyWord): readonly number[] {
    // A word means the same wherever it stands in its sentence.
    const forms = this.book.formsOf({ plain, isCapitals, isName: false });
    const groups = [...forms].flatMap((form) => this.groups.get(form) ?? []).map((group) => `${synonym}${group}`);
    const isThing = thing.test(plain) && !stopWords.ru.has(plain) && ![...forms].some((form) => this.generic.has(form));
    return [...groups, ...(isThing ? keysOf(stemOfRussianWord(plain)) : [])].map((key) => this.numberOf(key));
  }

  private numberOf(key: string): number {
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    this.keys.set(key, this.names.length);
    this.askedBy.push(0);
    return this.names.push(key) - 1;
  }

  private forget(): void {
    this.keys.clear();
    this.known.length = this.names.length = this.askedBy.length = 0;
  }

  /**
   * The words of a reply that name the thing asked about, sentence by sentence.
   *
   * @param isPassed tells a word of the reply by its place that cannot name: what was done is no thing, nor is a street
   * @param isCommon tells a stem that so many appeals have that it tells nothing (by the corpus, where there is one)
   */
  named(
    question: readonly Sentence[],
    reply: readonly Sentence[],
    isPassed: (sentence: number, place: number) => boolean,
    isCommon: (stem: string) => boolean,
  ): ReplyWord[][] {
    if (this.names.length > mostKeys) this.forget();
    this.questions += 1;
    for (const sentence of question)
      for (const word of sentence) for (const key of this.meaningOf(word)) this.askedBy[key] = this.questions;
    const isAsked = (key: number): boolean => this.askedBy[key] === this.questions;
    const nameOf = (key: number): string => this.names[key]!;
    // Beginnings of a common stem are no rarer than it is; a synonym was chosen by somebody.
    const isRare = (meaning: readonly number[]): boolean =>
      meaning.some((key) => isAsked(key) && nameOf(key).startsWith(synonym)) ||
      !meaning.some((key) => isCommon(nameOf(key)));
    return reply.map((sentence, number) =>
      sentence.filter((word, place) => {
        // A name (of a town, an agency, a street) is no thing, though question and reply have it both.
        if (word.isName) return false;
        const meaning = this.meaningOf(word);
        return meaning.some(isAsked) && !isPassed(number, place) && isRare(meaning);
      }),
    );
  }
}
