import { type Span } from "../span.ts";

const UNITS: Readonly<Record<string, number>> = {
  ноль: 0, нуль: 0, один: 1, одна: 1, два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8, девять: 9,
  десять: 10, одиннадцать: 11, двенадцать: 12, тринадцать: 13, четырнадцать: 14, пятнадцать: 15, шестнадцать: 16, семнадцать: 17, восемнадцать: 18, девятнадцать: 19,
  двадцать: 20, тридцать: 30, сорок: 40, пятьдесят: 50, шестьдесят: 60, семьдесят: 70, восемьдесят: 80, девяносто: 90,
  сто: 100, двести: 200, триста: 300, четыреста: 400, пятьсот: 500, шестьсот: 600, семьсот: 700, восемьсот: 800, девятьсот: 900,
};
const WORD = Object.keys(UNITS).sort((a, b) => b.length - a.length).join("|");
const RUN = new RegExp(String.raw`(?<!\p{L})(?:плюс[ ,-]{0,2})?(?:(?:${WORD}|\d{1,4})(?!\p{L})[ ,.()-]{0,4}){4,22}`, "giu");

/** How many digits a number told in words has: «девятьсот двенадцать» is three, «ноль пять» is two. */
function countDigits(values: readonly (number | string)[]): number {
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
  if (!/восемь|плюс семь|девятьсот|девять|семь/iu.test(text)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(RUN)) {
    const words = match[0].toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
    const values = words.filter((word) => word !== "плюс").map((word) => UNITS[word] ?? word);
    const spelled = values.filter((value) => typeof value === "number").length;
    const digits = countDigits(values);
    if (spelled < 2 || digits < 10 || digits > 12) continue;
    if (values[0] !== 8 && values[0] !== 7 && values[0] !== 9 && values[0] !== 900 && !/^[789]/u.test(String(values[0]))) continue;
    spans.push({ start: match.index, end: match.index + match[0].replace(/[ ,.(-]+$/u, "").length, class: "phone", tier: "confirmed" });
  }
  return spans;
}
