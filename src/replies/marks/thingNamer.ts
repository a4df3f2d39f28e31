import { type MarkRules } from "../../model/replyRules.ts";
import { stemOfRussianWord } from "../../search/words/russianWord.ts";
import { stopWords } from "../../search/words/stopWords.ts";
import { type ReplyWord, type Sentence } from "./replyWords.ts";
import { WordBook } from "./wordBook.ts";

const shortest = 5;
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
  /** By the ids of words. */
  private readonly known: (readonly string[] | undefined)[] = [];

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
  private meaningOf(word: ReplyWord): readonly string[] {
    const known = word.id === null ? undefined : this.known[word.id];
    if (known !== undefined) return known;
    // A word means the same wherever it stands in its sentence.
    const forms = this.book.formsOf({ ...word, isName: false });
    const groups = [...forms].flatMap((form) => this.groups.get(form) ?? []).map((group) => `=${group}`);
    const isThing =
      thing.test(word.plain) && !stopWords.ru.has(word.plain) && ![...forms].some((form) => this.generic.has(form));
    const meaning = isThing ? [...groups, ...keysOf(stemOfRussianWord(word.plain))] : groups;
    if (word.id !== null) this.known[word.id] = meaning;
    return meaning;
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
    const asked = new Set<string>();
    for (const sentence of question)
      for (const word of sentence) for (const key of this.meaningOf(word)) asked.add(key);
    const names = (word: ReplyWord): boolean => {
      const meaning = this.meaningOf(word);
      const met = meaning.filter((key) => asked.has(key));
      // Beginnings of a common stem are no rarer than it is; a synonym was chosen by somebody.
      return met.length > 0 && (met.some((key) => key.startsWith("=")) || !meaning.some(isCommon));
    };
    return reply.map((sentence, number) => sentence.filter((word, place) => !isPassed(number, place) && names(word)));
  }
}
