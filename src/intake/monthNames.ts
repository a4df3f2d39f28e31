/** Months by the first three letters of their names: Russian, English, Portuguese, Spanish, German. */
const months: readonly string[][] = [
  ["янв", "jan", "ene"],
  ["фев", "feb", "fev"],
  ["мар", "mar", "mär", "mrz"],
  ["апр", "apr", "abr"],
  ["май", "мая", "may", "mai"],
  ["июн", "jun"],
  ["июл", "jul"],
  ["авг", "aug", "ago"],
  ["сен", "sep", "set"],
  ["окт", "oct", "okt", "out"],
  ["ноя", "nov"],
  ["дек", "dec", "dez", "dic"],
];

const numbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** 1–12, or null where the word is no month. */
export function monthNumber(word: string): number | null {
  return numbers.get(word.slice(0, 3).toLowerCase()) ?? null;
}
