import english from "../strings/shifts.en.json" with { type: "json" };
import russian from "../strings/shifts.ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import type { Voice } from "./language.ts";
import { createTexts, type StemOf, type Values } from "./texts.ts";

type ShiftKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Readonly<Record<ShiftKey, string>>> = { ru: russian, en: english };

/** What is said of what got worse and what got better. */
export interface ShiftWords {
  s: (key: ShiftKey, values?: Values) => string;
  /** In the form that a number wants; {n} is the number. */
  sFor: (stem: StemOf<ShiftKey>, n: number) => string;
}

export function shiftWords(voice: Pick<Voice, "language" | "integer" | "bound">): ShiftWords {
  const { text, form } = createTexts<ShiftKey>(
    `shifts.${voice.language}.json`,
    strings[voice.language],
    voice.language,
    { write: voice.integer },
  );
  const s = (key: ShiftKey, values: Values = {}): string => voice.bound(text(key, values));
  return { s, sFor: (stem, n) => s(form(stem, n), { n }) };
}
