import english from "../strings/crossings.en.json" with { type: "json" };
import russian from "../strings/crossings.ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import type { Voice } from "./language.ts";
import { createTexts, type Values } from "./texts.ts";

type CrossingKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Readonly<Record<CrossingKey, string>>> = { ru: russian, en: english };

/** What is said of a topic in one place. */
export function crossingWords(
  voice: Pick<Voice, "language" | "integer" | "bound">,
): (key: CrossingKey, values?: Values) => string {
  const { text } = createTexts<CrossingKey>(
    `crossings.${voice.language}.json`,
    strings[voice.language],
    voice.language,
    { write: voice.integer },
  );
  return (key, values = {}) => voice.bound(text(key, values));
}
