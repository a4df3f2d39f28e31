import { areAlike, type TextWords, distinctWords } from "./independentTexts.ts";
import { nameWords, stem } from "./names/stem.ts";
import { normalise } from "./normalise.ts";

/** Stems of the place and street names of one region, learned from its own appeals. */
export interface PlaceNames {
  /** @param nameStem a stem as `stem` gives it */
  has(nameStem: string): boolean;
  /** Sorted; a plain list, so that it can be kept between builds. */
  readonly stems: readonly string[];
}

export const NO_PLACE_NAMES: PlaceNames = placeNamesFrom([]);

/** Place names from a kept list. */
export function placeNamesFrom(stems: Iterable<string>): PlaceNames {
  const set = new Set(stems);
  return { has: (nameStem) => set.has(nameStem), stems: [...set].sort() };
}

/**
 * Adds the names that the portal itself gives to places and agencies («Тихоплёсский муниципальный район»): none of
 * their words is a person's surname in this region's appeals.
 */
export function withPortalNames(learned: PlaceNames, names: Iterable<string>): PlaceNames {
  const stems = [...names].flatMap((name) =>
    nameWords(name)
      .filter((word) => word.length > 3)
      .map(stem),
  );
  return placeNamesFrom([...learned.stems, ...stems]);
}

const CAPITALISED = "[А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁ][а-яё]{1,30})?";
const BEFORE_NAME = new RegExp(
  `(?<![А-Яа-яЁё])(?:[Уу]л(?:иц[аеуы]|ицей|\\.)?|[Пп]росп(?:ект[ауе]?|\\.)|[Пп]р-?к?т\\.?|[Пп]ер(?:еул(?:ок|к[ауе])|\\.)|[Пп]л(?:ощад[ьи]|\\.)|[Бб]ульвар[ауе]?|б-р|[Оо]ст(?:ановк[аеуи]|\\.)|[Шш]оссе|[Пп]роезд[ауе]?|[Нн]аб(?:ережн[а-я]{2,3}|\\.)|мкр\\.?|[Мм]икрорайон[ауе]?|[Пп]арк[ауе]?|[Сс]квер[ауе]?|[Сс]ел[оае]|[Дд]еревн[яеиу]|[Пп]ос(?:[её]л(?:ок|к[ауе])|\\.)|[Сс]танци[яиюе]|адресу:?|адрес:) {0,2}[«"“]?((?:${CAPITALISED})(?: ${CAPITALISED})?)`,
  "gu",
);
const AFTER_NAME = new RegExp(
  `(${CAPITALISED}) {1,2}(?:улиц[аеуы]|переул(?:ок|к[ауе])|проспект[ауе]?|шоссе|бульвар[ауе]?|площад[ьи]|проезд[ауе]?)(?![а-яё])`,
  "gu",
);
/** A house number of one to three digits; an age and a date are none. */
const BEFORE_HOUSE = new RegExp(
  `(?<![А-Яа-яЁё-])([А-ЯЁ][а-яё]{2,28}(?:[ая]|ой|ей|[оеё]го|[ыи]х|[ыи]|ая))(?:, ?| )(?:д\\.? ?|дом[ауе]? )?\\d{1,3}(?:[а-е](?![а-яё]))?(?![\\d.:-]| ?(?:лет|год|раз|час|мин|руб|\\d|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр))`,
  "gu",
);

/** «Лисицын Борис Фомич», «Пузырёва Н. С.», «С уважением, Н. С. Пузырёва»: persons. A street is named the other way round. */
const PERSON = new RegExp(
  `(?<![А-Яа-яЁё.])(${CAPITALISED}) (?:[А-ЯЁ]\\. ?[А-ЯЁ]\\.|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:ович|евич|овн[аеуы]|евн[аеуы]|ичн[аеуы]|ович[ауе]|евич[ауе])(?![а-яё]))|(?:[Сс] уважением|[Зз]аявитель|[Аа]втор)[,: \\n]{1,3}(?:[А-ЯЁ]\\. ?(?:[А-ЯЁ]\\. ?)?|[А-ЯЁ][а-яё]+ )?(${CAPITALISED})`,
  "gu",
);

/**
 * In how many texts a name must be met where nobody knows who wrote them, as in every anonymized export: two texts that have
 * nothing in common may well come from one resident, who is more rarely heard four times.
 */
export const textsOfUnknownAuthors = 4;

/** Characters on either side of a name that make its context. */
const contextLength = 24;

/**
 * Learns place and street names from a corpus: words after «ул.», «остановка», «по адресу» and the like, before
 * «улица», and before a house number. The longest gain against false alarms: people write bare street names.
 *
 * Whoever sends a text twice must not make a surname a street, so texts that are alike count once, and so do different
 * texts that say the same around the name. A text in which a person of that name stands proves nothing, and a name that
 * is met as a person's in as many texts as at a place is none of a place.
 *
 * @param texts plain texts of the corpus, in any order
 * @param minimum in how many texts by different authors a name must be met; once could be a slip («по адресу Иванова …»).
 *   Where the authors are not known: textsOfUnknownAuthors
 */
export function learnPlaceNames(texts: Iterable<string>, minimum = 2): PlaceNames {
  const seen = new Map<string, { text: TextWords; context: TextWords }[]>();
  const placed = new Map<string, number>();
  const persons = new Map<string, number>();
  for (const text of texts) {
    const shadow = normalise(text).text;
    let whole: TextWords | null = null;
    const people = new Set([...shadow.matchAll(PERSON)].map(([, one, other]) => stem(one ?? other ?? "")));
    for (const person of people) persons.set(person, (persons.get(person) ?? 0) + 1);
    const here = new Set<string>();
    const count = (match: RegExpMatchArray): void => {
      for (const word of (match[1] ?? "").split(" ")) {
        const key = stem(word);
        if (people.has(key)) continue;
        if (!here.has(key)) placed.set(key, (placed.get(key) ?? 0) + 1);
        here.add(key);
        const known = seen.get(key) ?? [];
        if (known.length >= minimum) continue;
        const start = match.index ?? 0;
        const around = shadow.slice(Math.max(0, start - contextLength), start + match[0].length + contextLength);
        const met = { text: (whole ??= distinctWords(shadow)), context: distinctWords(around, match[0]) };
        if (
          known.some(
            (other) =>
              other.text === whole || isAlikeBut(word, other.text, met.text) || areAlike(other.context, met.context),
          )
        )
          continue;
        seen.set(key, [...known, met]);
      }
    };
    for (const match of shadow.matchAll(BEFORE_NAME)) count(match);
    for (const match of shadow.matchAll(AFTER_NAME)) count(match);
    if (/\d/u.test(shadow)) for (const match of shadow.matchAll(BEFORE_HOUSE)) count(match);
  }
  return placeNamesFrom(
    [...seen]
      .filter(([key, texts]) => texts.length >= minimum && placed.get(key)! > (persons.get(key) ?? 0))
      .map(([key]) => key),
  );
}

/** The name itself is in both and proves nothing. */
function isAlikeBut(name: string, one: TextWords, other: TextWords): boolean {
  const own = distinctWords(name);
  const others = (words: TextWords) => new Set([...words].filter((word) => !own.has(word)));
  return areAlike(others(one), others(other));
}
