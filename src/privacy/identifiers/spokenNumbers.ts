import type { PersonalDataClass } from "../classes.ts";
import type { Span } from "../span.ts";
import { countDigits, hasNumerals, numeralValue, numeralWord } from "./spokenPhone.ts";

const AFTER_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:(?<passport>паспорт\p{L}{0,3})|(?<snils>снилс\p{L}{0,2})|(?<card>карт\p{L}{1,3})|(?<inn>инн)|(?<oms>полис\p{L}{0,2})|(?<flat>квартир(?:а|е|у|ы|ой)|кв\.|(?<!\d )кв(?= ))|(?<phone>тел(?:ефон\p{L}{0,2}|\.)|номер\p{L}{0,2}))(?!\p{L})(?:[ :.,№-]|сери\p{L}|номер\p{L}{0,2}|мой|моя){0,8}(?<value>(?:(?:${numeralWord}|\d{1,4})(?!\p{L})[ ,.()-]{0,3}){1,24})`,
  "giu",
);
/** The fewest digits that make a value of the class; «квартира два» is enough. */
const FEWEST: Partial<Record<PersonalDataClass, number>> = {
  passport: 6,
  snils: 9,
  card: 12,
  inn: 10,
  oms: 9,
  flat: 1,
  phone: 5,
};
/** «квартира одна», «в квартире двое суток»: counted, not numbered. */
const COUNTED =
  /^ ?(?:комнат|человек|этаж|сем|дет|реб|год|лет|дн|сут|час|месяц|недел|раз(?!\p{L})|батаре|окн|окон|стояк|и тот)/iu;

/** «кв. двенадцать», «квартира сорок»: a flat may be one numeral. */
const ONE_NUMERAL = new RegExp(
  String.raw`(?<!\p{L})(?:кв\.|(?<!\d )кв|квартир\p{L}{1,2})[ №]{1,3}(?:номер )?(?:${numeralWord})(?!\p{L})`,
  "iu",
);

/** «тридцать первая квартира», «в сорок пятой квартире»; «вторая квартира» may be one that somebody has besides. */
const ORDINAL_FLAT =
  /(?<!\p{L})(?:(?:(?:сто|двести|триста) )?(?:двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто)[ -]|(?:сто|двести|триста) )?(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|сот)(?:ая|ой|ую|ья|ьей|ью) (?:квартир(?:а|е|у|ой|ы)|кв\.)(?!\p{L})/giu;

/** Numbers told in words after the word for what they number: «паспорт сорок пять ноль девять…», «квартира сорок пять». */
export function findSpokenNumbers(text: string): Span[] {
  const spans: Span[] = [];
  if (/(?:ая|ой|ую|ья|ью|ьей) кв/iu.test(text)) {
    for (const match of text.matchAll(ORDINAL_FLAT))
      if (!/^(?:перв|втор|трет)/iu.test(match[0]))
        spans.push({ start: match.index, end: match.index + match[0].length, class: "flat", tier: "confirmed" });
  }
  if (!hasNumerals(text) && !ONE_NUMERAL.test(text)) return spans;
  for (const match of text.matchAll(AFTER_WORD)) {
    const groups = match.groups ?? {};
    const kind = (["passport", "snils", "card", "inn", "oms", "flat", "phone"] as const).find(
      (id) => groups[id] !== undefined,
    );
    const value = (groups.value ?? "").replace(/[ ,.(-]+$/u, "");
    const words = value.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
    const values = words.map((word) => numeralValue(word) ?? word);
    if (
      kind === undefined ||
      !values.some((each) => typeof each === "number") ||
      countDigits(values) < (FEWEST[kind] ?? 1)
    )
      continue;
    const start = match.index + match[0].length - (groups.value ?? "").length;
    const end = start + value.length;
    // «квартира одна», «одной»: a numeral of one is a word like others.
    if (
      kind === "flat" &&
      (COUNTED.test(text.slice(end, end + 12)) || /^(?:один|одна)$/iu.test(value) || countDigits(values) > 4)
    )
      continue;
    // «в квартире шесть окон»: one numeral before another word counts something, unless the flat is numbered in short.
    if (
      kind === "flat" &&
      values.length === 1 &&
      !/^кв\./iu.test(groups.flat ?? "") &&
      /^ \p{Ll}/u.test(text.slice(end, end + 2))
    )
      continue;
    spans.push({ start, end, class: kind, tier: "confirmed" });
  }
  return spans;
}
