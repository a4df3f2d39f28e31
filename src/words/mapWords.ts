import english from "../strings/map.en.json" with { type: "json" };
import russian from "../strings/map.ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import type { Voice } from "./language.ts";
import { createTexts, type Values } from "./texts.ts";

export type MapKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Readonly<Record<MapKey, string>>> = { ru: russian, en: english };

/** What is said on maps and of them. */
export function mapWords(
  voice: Pick<Voice, "language" | "integer" | "bound">,
): (key: MapKey, values?: Values) => string {
  const { text } = createTexts<MapKey>(`map.${voice.language}.json`, strings[voice.language], voice.language, {
    write: voice.integer,
  });
  return (key, values = {}) => voice.bound(text(key, values));
}
