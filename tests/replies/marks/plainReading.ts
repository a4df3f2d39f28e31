import { type ReplyMark, replyMarks, markSet } from "../../../src/model/replyMarks.ts";
import type { MarkRule, ReplyRules } from "../../../src/model/replyRules.ts";
import { bodyNames, namingLists } from "../../../src/replies/marks/bodyNames.ts";
import type { Readability } from "../../../src/replies/marks/readability.ts";
import { ThingNamer } from "../../../src/replies/marks/thingNamer.ts";
import type { ReplyWord } from "../../../src/replies/marks/replyWords.ts";
import { WordBook } from "../../../src/replies/marks/wordBook.ts";
import { replyBody } from "../../../src/replies/replyBody.ts";

/** What the product does in one pass and from memory, done once more the long way: pattern by pattern, rule by rule, nothing remembered. */

const piece =
  /\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.]\d)|\[[^\][\n]{1,40}\]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|[-‐‑](?=[\p{L}\p{N}])|[№%.!?…;\n]/gu;
const shortened = new Set(
  "утв пост распор исх вх абз гл ул пр просп пер бул наб корп стр кв обл рн пос дер тел факс каб руб тыс млн млрд кв куб см им гг ст пп исп доп конт ед чел т д г п ч".split(
    " ",
  ),
);
const closing = /^[»”"')\]]{0,3}$/u;
const opens = [":", ")", "-", "–", "—", "«", '"'];

type PlainWord = Omit<ReplyWord, "id">;

/** The sentences of a text, by one pattern for all pieces. */
export function plainSentences(text: string): PlainWord[][] {
  const sentences: PlainWord[][] = [[]];
  let hyphenAt = -1;
  for (const { 0: written, index } of text.matchAll(piece)) {
    const current = sentences.at(-1)!;
    const last = current.at(-1);
    if (written === ".") {
      if (last === undefined || !closing.test(text.slice(last.end, index))) continue;
      const isInside = /^\d/u.test(last.plain) && /^ ?[\p{Ll}\d]/u.test(text.slice(index + 1, index + 3));
      const isShort = last.plain.length === 1 ? /^\p{L}/u.test(last.plain) : shortened.has(last.plain);
      if (!isShort && !isInside) sentences.push([]);
    } else if ("!?…;\n".includes(written)) sentences.push([]);
    else if ("-‐‑".includes(written)) hyphenAt = index;
    else {
      const plain = written.normalize("NFC").toLowerCase().replaceAll("ё", "е");
      const end = index + written.length;
      const isUpper = /^\p{Lu}/u.test(written);
      const isCapitals = isUpper && written.length > 1 && written === written.toUpperCase();
      const between = last === undefined ? "" : text.slice(last.end, index);
      const isLetter = (word: string): boolean => /^\p{L}/u.test(word.charAt(0));
      if (
        last !== undefined &&
        hyphenAt === last.end &&
        between.length === 1 &&
        isLetter(last.plain) === isLetter(plain)
      )
        current[current.length - 1] = { ...last, plain: `${last.plain}-${plain}`, end };
      else
        current.push({
          plain,
          start: index,
          end,
          isCapitals,
          isName: isUpper && !isCapitals && last !== undefined && !opens.includes(between.trim().at(-1) ?? ""),
          isApart:
            last !== undefined &&
            (text.charAt(last.end) === ":" || (between.length > 2 && between.includes(":"))) &&
            !/^\d/u.test(plain),
        });
    }
  }
  return sentences.filter((words) => words.length > 0);
}

type Hit = readonly number[];
interface Sentence {
  readonly words: readonly PlainWord[];
  /** Whether a word fits one of some forms. */
  readonly fits: (place: number, ...forms: readonly string[]) => boolean;
  /** The same, of forms that are together already. */
  readonly fitsOne: (place: number, forms: ReadonlySet<string>) => boolean;
}

const parts = new Map<string, readonly { readonly forms: ReadonlySet<string>; readonly gap: number }[]>();

/** A phrase word by word, with how many other words may stand before each. */
function partsOf(phrase: string) {
  const known = parts.get(phrase);
  if (known !== undefined) return known;
  let gap = 0;
  const made = phrase.split(" ").flatMap((written) => {
    const before = gap;
    gap = !written.startsWith("…") ? 0 : written === "…" ? 6 : Number(written.slice(1));
    return written.startsWith("…") ? [] : [{ forms: new Set(written.split("|")), gap: before }];
  });
  parts.set(phrase, made);
  return made;
}

/** Where a phrase begins at a place, word by word; the nearest end, null where it does not begin there. */
function phraseAt(phrase: string, { words, fitsOne }: Sentence, from: number): Hit | null {
  const [first, ...rest] = partsOf(phrase);
  if (!fitsOne(from, first!.forms)) return null;
  let hits: Hit[] = [[from]];
  for (const { forms, gap } of rest) {
    const next: Hit[] = [];
    for (const hit of hits)
      for (let at = hit.at(-1)! + 1; at <= hit.at(-1)! + 1 + gap && words[at]?.isApart === false; at += 1)
        if (fitsOne(at, forms) && !next.some((other) => other.at(-1) === at)) next.push([...hit, at]);
    hits = next;
  }
  return hits[0] ?? null;
}

const hitsOf = (phrases: readonly string[], sentence: Sentence): Hit[] =>
  phrases.flatMap((phrase) =>
    sentence.words.flatMap((_, place) => {
      const hit = phraseAt(phrase, sentence, place);
      return hit === null ? [] : [hit];
    }),
  );

const isNumberOrMask = ({ plain }: PlainWord): boolean => /^[\d[№%]/u.test(plain);

/** Where a rule is fulfilled in a sentence. */
function ruleHits(rule: MarkRule, sentence: Sentence): Hit[] {
  const { words, fits } = sentence;
  const said = hitsOf(rule.say, sentence);
  if (said.length === 0) return said;
  const hasObject = words.some(
    (word, place) => !said.flat().includes(place) && !isNumberOrMask(word) && !word.isName && !fits(place, "<пустые>"),
  );
  const isIn = (phrases: readonly string[]): boolean => hitsOf(phrases, sentence).length > 0;
  if ((rule.with.length > 0 && !isIn(rule.with)) || isIn(rule.unless) || (rule.object && !hasObject)) return [];
  const excepted = hitsOf(rule.except, sentence);
  const isNegated = (hit: Hit): boolean =>
    hit.some((place) => place > 0 && !hit.includes(place - 1) && fits(place - 1, "не"));
  return said.filter(
    (hit) =>
      (rule.negated || !isNegated(hit)) &&
      !excepted.some((other) => other[0]! <= hit.at(-1)! && other.at(-1)! >= hit[0]!),
  );
}

/** The marks of a reply with their words, as texts with their places. */
export function plainMarks({
  lists,
  marks,
}: ReplyRules): (reply: string, question: string | null) => [ReplyMark, string[]][] {
  const book = new WordBook(lists);
  const written = new Map<number, string>();
  // All forms are written down before the first word is read.
  const forms = Object.values(marks).flatMap(({ rules, whole }) =>
    [
      ...[...rules, ...(whole?.courtesy === undefined ? [] : [whole.courtesy])].flatMap(
        ({ say, except, with: beside, unless, unlessAnywhere }) => [say, except, beside, unless, unlessAnywhere],
      ),
      whole?.beside ?? [],
    ]
      .flat()
      .flatMap((phrase) => phrase.split(/[ |]/u))
      .filter((form) => !form.startsWith("…")),
  );
  for (const form of [...forms, ...Object.keys(lists).map((name) => `<${name}>`), "не"])
    written.set(book.numberOf(form), form);
  return (reply, question) => {
    const { start, end } = replyBody(reply);
    const body = plainSentences(reply.slice(start, Math.min(end, 20_000))).map((words): Sentence => {
      const found = words.map((word) => [...book.formsOf(word)].map((number) => written.get(number)!));
      const fitsOne: Sentence["fitsOne"] = (place, some) => found[place]!.some((form) => some.has(form));
      return { words, fitsOne, fits: (place, ...some) => fitsOne(place, new Set(some)) };
    });
    const found = new Map<ReplyMark, Set<string>>();
    const add = (mark: ReplyMark, { plain, start: from }: PlainWord): void => {
      found.set(mark, (found.get(mark) ?? new Set()).add(`${String(from + start).padStart(6, "0")} ${plain}`));
    };
    const addAll = (mark: ReplyMark, isNeeding = false): void => {
      for (const rule of marks[mark]?.rules ?? []) {
        if (rule.needs.length > 0 !== isNeeding || (isNeeding && !rule.needs.some((other) => found.has(other))))
          continue;
        if (body.some((sentence) => hitsOf(rule.unlessAnywhere, sentence).length > 0)) continue;
        for (const sentence of body)
          for (const place of ruleHits(rule, sentence).flat()) add(mark, sentence.words[place]!);
      }
    };
    for (const isNeeding of [false, true])
      for (const mark of replyMarks)
        if (marks[mark]?.whole === undefined && mark !== "namesThing") addAll(mark, isNeeding);
    if (question !== null && marks.namesThing !== undefined)
      new ThingNamer(marks.namesThing)
        .named(
          plainSentences(question).map((words) => words.map((word) => ({ ...word, id: null }))),
          body.map(({ words }) => words.map((word) => ({ ...word, id: null }))),
          (sentence, place) =>
            body[sentence]!.fits(place, "<сделано>", "<сделаем>") ||
            (place > 0 && body[sentence]!.fits(place - 1, "<адресные>")) ||
            bodyNames(
              body[sentence]!.words.map(({ plain }) => plain),
              (at, list) =>
                body[sentence]!.fits(at, `<${namingLists[list]}>`) &&
                (list === "head" || !body[sentence]!.fits(at, "<сделано>")),
            ).has(place),
          () => false,
        )
        .flat()
        .forEach((word) => add("namesThing", word));
    const saysWhole = (sentence: Sentence): boolean =>
      Object.values(marks).some(
        ({ rules, whole }) => whole !== undefined && rules.some((rule) => ruleHits(rule, sentence).length > 0),
      );
    const thanksIn = (sentence: Sentence): number[] =>
      saysWhole(sentence)
        ? []
        : Object.values(marks).flatMap(({ whole }) =>
            whole?.courtesy === undefined ? [] : ruleHits(whole.courtesy, sentence).flat(),
          );
    const said = body.filter((sentence) => thanksIn(sentence).length === 0);
    const isSignature = ({ words, fits }: Sentence): boolean => {
      const isName = (place: number) => (place > 0 && words[place]!.isName) || words[place]!.plain.length === 1;
      const named = bodyNames(
        words.map(({ plain }) => plain),
        (at, list) =>
          list === "head"
            ? fits(at, "<названия>", "<подписи>")
            : isName(at) || (fits(at, `<${namingLists[list]}>`) && !fits(at, "<сделано>")),
      );
      const isAll = words.every((word, place) => named.has(place) || isName(place) || isNumberOrMask(word));
      return words.length <= 14 && named.size > 0 && isAll;
    };
    const unframed = said.filter(
      (sentence) =>
        !sentence.words.every((word, place) => isNumberOrMask(word) || sentence.fits(place, "<зачин>")) &&
        !isSignature(sentence),
    );
    const told = unframed.length > 0 ? unframed : said;
    for (const mark of [...replyMarks].reverse()) {
      const whole = marks[mark]?.whole;
      if (whole === undefined || (markSet(whole.without) & markSet(found.keys())) !== 0) continue;
      const isMadeOf = ({ words, fits }: Sentence, names: readonly string[]): boolean =>
        words.every(
          (word, place) => isNumberOrMask(word) || word.isName || fits(place, ...names.map((name) => `<${name}>`)),
        );
      const isSaid = body.some((sentence) =>
        (marks[mark]?.rules ?? []).some((rule) => ruleHits(rule, sentence).length),
      );
      if (
        whole.courtesy !== undefined &&
        !isSaid &&
        said.length < body.length &&
        told.every((sentence) => hitsOf(whole.beside, sentence).length > 0)
      ) {
        for (const sentence of body) for (const place of thanksIn(sentence)) add(mark, sentence.words[place]!);
        continue;
      }
      const isWhole = told.every(
        (sentence) =>
          (hitsOf(whole.beside, sentence).length > 0 &&
            !whole.without.some((other) =>
              (marks[other]?.rules ?? []).some((rule) => ruleHits(rule, sentence).length > 0),
            )) ||
          isMadeOf(sentence, whole.madeOf) ||
          // Without lists of its own, a sentence that says the mark is of it.
          (whole.madeOf.length === 0 && (marks[mark]?.rules ?? []).some((rule) => ruleHits(rule, sentence).length > 0)),
      );
      if (isWhole) addAll(mark);
    }
    return replyMarks.flatMap((mark) => {
      const words = found.get(mark);
      return words === undefined ? [] : [[mark, [...words].sort()]];
    });
  };
}

const shortenedInLines =
  /^(?:ул|пр|просп|пер|бул|наб|корп|стр|кв|обл|рн|пос|дер|тел|факс|каб|руб|тыс|млн|млрд|куб|гг|ст|пп|доп|др|пр|см|им|табл|рис|прил)$/iu;

/** How a text reads, by patterns; null for fewer than a hundred words. */
export function plainReadability(text: string): Readability | null {
  const found = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].filter(({ 0: word }) => /\p{L}/u.test(word));
  if (found.length < 100) return null;
  const sentences = found.filter(({ 0: word, index }, at) => {
    const next = found[at + 1];
    if (next === undefined) return true;
    const between = text.slice(index + word.length, next.index);
    const isShort = word.length === 1 || shortenedInLines.test(word);
    return (
      /[!?…\n]/u.test(between) || /\.(?!\d)/u.test(isShort && between.startsWith(".") ? between.slice(1) : between)
    );
  }).length;
  const letters = found.reduce((sum, { 0: word }) => sum + (word.match(/\p{L}/gu)?.length ?? 0), 0);
  const [wordsPerSentence, lettersPerWord] = [found.length / sentences, letters / found.length];
  const grade = -17.5 + 0.56 * wordsPerSentence + 2.45 * lettersPerWord;
  return { words: found.length, wordsPerSentence, lettersPerWord, grade };
}

/** Whether Russian rules can read a reply, by patterns over the whole of it. */
export function plainCanRead(rules: unknown): (reply: string, question: string) => boolean {
  const small = (text: string): string => text.toLowerCase().normalize("NFC");
  const known = new Set([...small(JSON.stringify(rules)), ..."абвгдеёжзийклмнопрстуфхцчшщъыьэюя"]);
  const letters = (text: string) => {
    const cyrillic = small(text).match(/[\u0400-\u052f]/g) ?? [];
    const latin = small(text).match(/[a-z\u00c0-\u024f]/g) ?? [];
    return {
      cyrillic: cyrillic.length,
      foreign: cyrillic.filter((letter) => !known.has(letter)).length,
      latin: latin.length,
    };
  };
  return (reply, question) => {
    const { cyrillic, foreign, latin } = letters(reply);
    if (latin > cyrillic || foreign > cyrillic * 0.02) return false;
    const ukrainian =
      /(?<!\p{L})(?:щодо|виконано|роботи|усунуто|усунено|вивезено|вивезли|замовлення|буде|будуть|прийнято|скасовано|відповідь)(?!\p{L})/iu;
    if (ukrainian.test(reply)) return false;
    const asked = letters(question);
    return cyrillic >= 80 || asked.foreign <= asked.cyrillic * 0.02;
  };
}
