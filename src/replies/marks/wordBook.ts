import type { WordClass, WordLists } from "../../model/replyRules.ts";
import { stemOfRussianWord } from "../../search/words/russianWord.ts";
import type { ReplyWord } from "./replyWords.ts";

/** Which forms of phrases a word fits, each form by its number. Forms are written down once, when rules are read. */
export class WordBook {
  private readonly numbers = new Map<string, number>();
  private readonly exact = new Map<string, number[]>();
  private readonly beginnings = new Map<string, number[]>();
  private readonly endings = new Map<string, number[]>();
  private readonly nameEndings = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  private readonly classes = new Map<WordClass, number>();
  /** A list is one form: who fits one of its words and none of its exceptions. Lists by their words, and by these. */
  private readonly listsByWord = new Map<number, number[]>();
  private readonly listsByException = new Map<number, number[]>();
  /** By one side of a form with &: the other, and the form. */
  private readonly sides = new Map<number, (readonly [other: number, both: number])[]>();
  private readonly lists: WordLists;

  constructor(lists: WordLists) {
    this.lists = lists;
  }

  /**
   * The number of a form of a phrase: «слово», «слов*», «*ено» (no name inside a sentence), «*Энерго» (names as
   * well), «~слово», «#дата», «<list>»; «one&other» for a word that fits both.
   *
   * @throws RangeError for a list that is not there: the schema of rules lets none through
   */
  numberOf(form: string): number {
    const known = this.numbers.get(form);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(form, number);
    const plain = form.toLowerCase().replaceAll("ё", "е");
    const put = <Key>(map: Map<Key, number[]>, key: Key): void => {
      const there = map.get(key);
      if (there === undefined) map.set(key, [number]);
      else there.push(number);
    };
    if (form.includes("&")) {
      const [one = "", other = ""] = form.split("&");
      const there = this.sides.get(this.numberOf(one)) ?? [];
      this.sides.set(this.numberOf(one), [...there, [this.numberOf(other), number]]);
    } else if (form.startsWith("<")) {
      const list = this.lists[form.slice(1, -1)];
      if (list === undefined) throw new RangeError("rules name a list that there is not");
      for (const word of list.words) put(this.listsByWord, this.numberOf(word));
      for (const word of list.except) put(this.listsByException, this.numberOf(word));
    } else if (form.startsWith("#")) this.classes.set(form.slice(1) as WordClass, number);
    else if (form.startsWith("~")) put(this.stems, stemOfRussianWord(plain.slice(1)));
    else if (form.endsWith("*")) put(this.beginnings, plain.slice(0, -1));
    else if (form.startsWith("*")) put(/^\*\p{Lu}/u.test(form) ? this.nameEndings : this.endings, plain.slice(1));
    else put(this.exact, plain);
    return number;
  }

  /** The forms that a word fits. It takes microseconds: whoever reads many texts remembers what it says. */
  formsOf({ plain, isCapitals, isName }: Pick<ReplyWord, "plain" | "isCapitals" | "isName">): ReadonlySet<number> {
    const found = new Set<number>(this.exact.get(plain));
    const add = (numbers: readonly number[] | undefined): void => numbers?.forEach((number) => found.add(number));
    // No form of a rule is longer than this.
    const most = Math.min(plain.length, 40);
    for (let length = 1; length <= most; length += 1) {
      add(this.beginnings.get(plain.slice(0, length)));
      if (!isName) add(this.endings.get(plain.slice(-length)));
      add(this.nameEndings.get(plain.slice(-length)));
    }
    if (this.stems.size > 0 && plain.length <= 40) add(this.stems.get(stemOfRussianWord(plain)));
    for (const name of classesOf(plain, isCapitals)) {
      const number = this.classes.get(name);
      if (number !== undefined) found.add(number);
    }
    const listsOf = (map: ReadonlyMap<number, readonly number[]>): Set<number> =>
      new Set([...found].flatMap((number) => map.get(number) ?? []));
    const excepted = listsOf(this.listsByException);
    for (const list of listsOf(this.listsByWord)) if (!excepted.has(list)) found.add(list);
    for (const one of [...found])
      for (const [other, both] of this.sides.get(one) ?? []) if (found.has(other)) found.add(both);
    return found;
  }
}

const months = /^(?:январ|феврал|март|апрел|ма[йяею]$|июн|июл|август|сентябр|октябр|ноябр|декабр)/u;

function classesOf(plain: string, isCapitals: boolean): WordClass[] {
  const classes: WordClass[] = [];
  if (/^\d{1,2}[./]\d/u.test(plain)) classes.push("дата");
  else if (/^\d/u.test(plain)) classes.push("число");
  if (/^(?:19|20)\d\d$/u.test(plain)) classes.push("год");
  if (months.test(plain)) classes.push("месяц");
  if (plain.startsWith("[")) classes.push("маска");
  if (isCapitals) classes.push("сокращение");
  return classes;
}
