import english from "../strings/weeks.en.json" with { type: "json" };
import russian from "../strings/weeks.ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import type { Voice } from "./language.ts";
import { createTexts, type StemOf, type Values } from "./texts.ts";

type WeekKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Readonly<Record<WeekKey, string>>> = { ru: russian, en: english };

/** What is said of weeks, of what rises in them, and of single stories. */
export interface WeekWords {
  /** The text of a key with its placeholders filled. */
  w: (key: WeekKey, values?: Values) => string;
  /** The same in the form that a number wants; {n} is the number. */
  wFor: (stem: StemOf<WeekKey>, n: number, values?: Values) => string;
}

export function weekWords(voice: Pick<Voice, "language" | "integer" | "bound">): WeekWords {
  const { text, form } = createTexts<WeekKey>(`weeks.${voice.language}.json`, strings[voice.language], voice.language, {
    write: voice.integer,
  });
  const w = (key: WeekKey, values: Values = {}): string => voice.bound(text(key, values));
  return { w, wFor: (stem, n, values = {}) => w(form(stem, n), { ...values, n }) };
}
