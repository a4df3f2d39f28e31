import english from "../strings/report.en.json" with { type: "json" };
import russian from "../strings/report.ru.json" with { type: "json" };

import type { Language } from "../model/portal.ts";
import { createFormats } from "./formats.ts";
import { createTexts, type StemOf, type Texts } from "./texts.ts";

export type ReportKey = keyof typeof english;

/** What stands behind a stem in its keys. */
export type KeyBelow<Stem extends string> = ReportKey extends infer Key
  ? Key extends `${Stem}.${infer Rest}`
    ? Rest
    : never
  : never;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Readonly<Record<ReportKey, string>>> = { ru: russian, en: english };

/** Words of the report in one language. */
export interface ReportWords {
  /**
   * A string by its key, with its {placeholders} filled.
   * @throws Error where a value for a placeholder is missing: that is a mistake in the program
   */
  say: Texts<ReportKey>["text"];
  /** A number with its noun in the right form: the keys are KEY.one, KEY.few, KEY.many, KEY.other. */
  count(key: StemOf<ReportKey>, number: number): string;
  /** A whole number, or one to the tenth. */
  number(value: number): string;
}

export function reportWords(language: Language): ReportWords {
  const { integer, decimal } = createFormats(language);
  const { text, form } = createTexts<ReportKey>(`report.${language}.json`, strings[language], language);
  return {
    say: text,
    count: (key, number) => text(form(key, number), { count: integer(number) }),
    number: (value) => (Number.isInteger(value) ? integer(value) : decimal(value)),
  };
}
