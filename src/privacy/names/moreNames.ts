import { CASE, type NameDictionary, type WordReading } from "./nameDictionary.ts";

/** Frequent surnames that the dictionary of OpenCorpora knows as ordinary words, as villages, or not at all. */
const SURNAMES =
  "Зимин Зыков Кириллов Кулаков Лапин Лыткин Меркушев Мясников Орехов Пестов Русаков Ситников Стрелков Субботин Туров Шашков".split(
    " ",
  );
/** First names of our day and of Central Asia, and some old ones, that it does not have. */
const MEN =
  "Милан Митофан Аникит Варлаам Всемил Вышеслав Гостомысл Гремислав Добромысл Ладимир Лучезар Любосмысл Милован Остромир Пров Радим Селиверст Стоян Твердислав Творимир Фортунат Дилшод Бахром Жамшид Сардор Шерзод Эмир Амир Даниэль Эльдар".split(
    " ",
  );
const WOMEN =
  "София Мелисса Милана Амелия Лиана Хадижа Гулнора Нигора Синклитикия Дилноза Мафтуна Эмили Ариана Аниса Сафия Алия Асия Милена Злата Ника Лея".split(
    " ",
  );

const SURNAME_ENDINGS: readonly (readonly [string, number])[] = [
  ["", CASE.nominative],
  ["а", CASE.genitive | CASE.accusative | CASE.nominative],
  ["у", CASE.dative | CASE.accusative],
  ["ым", CASE.instrumental],
  ["е", CASE.prepositional],
  ["ой", CASE.genitive | CASE.dative | CASE.instrumental | CASE.prepositional],
  ["ы", CASE.nominative],
  ["ых", CASE.genitive | CASE.accusative],
  ["ыми", CASE.instrumental],
];
const MEN_ENDINGS: readonly (readonly [string, number])[] = [
  ["", CASE.nominative],
  ["а", CASE.genitive | CASE.accusative],
  ["у", CASE.dative],
  ["ом", CASE.instrumental],
  ["е", CASE.prepositional],
];

function womenForms(name: string): (readonly [string, number])[] {
  const base = name.slice(0, -1);
  if (name.endsWith("ия"))
    return [
      [name, CASE.nominative],
      [`${base}и`, CASE.genitive | CASE.dative | CASE.prepositional],
      [`${base}ю`, CASE.accusative],
      [`${base}ей`, CASE.instrumental],
    ];
  if (name.endsWith("а"))
    return [
      [name, CASE.nominative],
      [`${base}ы`, CASE.genitive],
      [`${base}и`, CASE.genitive],
      [`${base}е`, CASE.dative | CASE.prepositional],
      [`${base}у`, CASE.accusative],
      [`${base}ой`, CASE.instrumental],
    ];
  return [[name, 63]];
}

const FIRST_NAMES = new Map<string, number>([
  ...MEN.flatMap((name) => MEN_ENDINGS.map(([ending, cases]) => [name.toLowerCase() + ending, cases] as const)),
  ...WOMEN.flatMap((name) => womenForms(name.toLowerCase())),
]);
const SURNAME_FORMS = new Map<string, number>(
  SURNAMES.flatMap((surname) =>
    SURNAME_ENDINGS.map(([ending, cases]) => [surname.toLowerCase() + ending, cases] as const),
  ),
);

/** A dictionary that also knows the names above. What it says of one is put together when it is asked for the first time. */
export function withMoreNames(dictionary: NameDictionary): NameDictionary {
  const added = new Map<string, WordReading>();
  return {
    read(word) {
      const known = added.get(word);
      if (known !== undefined) return known;
      const reading = dictionary.read(word);
      const more = readingOfMore(word, reading);
      if (more === null) return reading;
      added.set(word, more);
      return more;
    },
  };
}

/** @param reading what the dictionary itself says; null: the word is none of those above */
function readingOfMore(word: string, reading: WordReading): WordReading | null {
  const asSurname = SURNAME_FORMS.get(word);
  if (asSurname !== undefined)
    return { ...reading, surname: true, known: true, common: Math.min(reading.common, 0.4), cases: asSurname };
  const asName = FIRST_NAMES.get(word);
  return asName === undefined ? null : { ...reading, name: true, known: true, place: false, common: 0, cases: asName };
}
