import english from "../strings/table.en.json" with { type: "json" };
import russian from "../strings/table.ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import type { Voice } from "./language.ts";
import { createTexts, type Values } from "./texts.ts";

export type TableKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Readonly<Record<TableKey, string>>> = { ru: russian, en: english };

/** What is said by the table builder. */
export function tableWords({
  language,
  bound,
}: Pick<Voice, "language" | "bound">): (key: TableKey, values?: Values) => string {
  const { text } = createTexts<TableKey>(`table.${language}.json`, strings[language], language);
  return (key, values = {}) => bound(text(key, values));
}

/** All its words, placeholders unfilled, for its script. */
export function tableStrings({
  language,
  bound,
}: Pick<Voice, "language" | "bound">): Readonly<Record<TableKey, string>> {
  return Object.fromEntries(Object.entries(strings[language]).map(([key, text]) => [key, bound(text)])) as Record<
    TableKey,
    string
  >;
}
