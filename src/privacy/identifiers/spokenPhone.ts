import type { Span } from "../span.ts";

const UNITS: Readonly<Record<string, number>> = {
  ноль: 0,
  нуль: 0,
  один: 1,
  одна: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  // As people write them in a hurry.
  восем: 8,
  сем: 7,
  шест: 6,
  пят: 5,
  девят: 9,
  четыри: 4,
  одинадцать: 11,
  двенадцат: 12,
  пятнадцат: 15,
  шеснадцать: 16,
  семнадцат: 17,
  двацать: 20,
  двадцат: 20,
  тридцат: 30,
  трицать: 30,
  пятдесят: 50,
  шестдесят: 60,
  шесдесят: 60,
  семдесят: 70,
  восемдесят: 80,
  девяноста: 90,
  четыресто: 400,
  пятсот: 500,
  шестсот: 600,
  семсот: 700,
  восемсот: 800,
  девятсот: 900,
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
};
/** The numerals as an alternation for a pattern, longest first. */
export const numeralWord = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const RUN = new RegExp(
  String.raw`(?<!\p{L})(?:плюс[ ,-]{0,2})?(?:(?:${numeralWord}|\d{1,4})(?!\p{L})[ ,.()-]{0,4}){4,22}`,
  "giu",
);

/** What a numeral in small letters stands for; undefined for any other word. */
export function numeralValue(word: string): number | undefined {
  return UNITS[word];
}

/** Two numerals together: what every number told in words holds; «пять минут» does not. */
const NUMERALS = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${numeralWord}|\d{1,4})[ ,.()-]{1,4})(?:${numeralWord})(?!\p{L})`,
  "iu",
);

/** Whether two numerals stand together, one of them at least in words. */
export function hasNumerals(text: string): boolean {
  return (
    /дцат|десят|сорок|сот|двести|триста|восем|девят|сем|шест|пят|четыр|ноль|нуль/iu.test(text) && NUMERALS.test(text)
  );
}

/** How many digits a number told in words has: «девятьсот двенадцать» is three, «ноль пять» is two. */
export function countDigits(values: readonly (number | string)[]): number {
  let digits = 0;
  let room = 0;
  for (const value of values) {
    if (typeof value === "string") {
      digits += value.length;
      room = 0;
      continue;
    }
    const width = value >= 100 ? 3 : value >= 10 ? 2 : 1;
    const fits = room > width - 1 && room >= width && value > 0;
    if (!fits) digits += width;
    room = value >= 100 ? 2 : value >= 20 ? 1 : 0;
    if (fits && width === 2 && value < 20) room = 0;
  }
  return digits;
}

/** «восемь девятьсот двенадцать триста сорок пять шестьдесят семь восемьдесят девять»: a number told in words. */
export function findSpokenPhones(text: string): Span[] {
  if (!hasNumerals(text)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(RUN)) {
    const words = match[0].toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
    const values = words.filter((word) => word !== "плюс").map((word) => UNITS[word] ?? word);
    const spelled = values.filter((value) => typeof value === "number").length;
    const digits = countDigits(values);
    if (spelled < 2 || digits < 10 || digits > 12) continue;
    if (
      values[0] !== 8 &&
      values[0] !== 7 &&
      values[0] !== 9 &&
      values[0] !== 900 &&
      !/^[789]/u.test(String(values[0]))
    )
      continue;
    spans.push({
      start: match.index,
      end: match.index + match[0].replace(/[ ,.(-]+$/u, "").length,
      class: "phone",
      tier: "confirmed",
    });
  }
  return spans;
}
