import english from "../strings/embed.en.json" with { type: "json" };
import russian from "../strings/embed.ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import type { Voice } from "./language.ts";
import { createTexts, type Values } from "./texts.ts";

type EmbedKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Readonly<Record<EmbedKey, string>>> = { ru: russian, en: english };

/** What is said where parts of the portal are shown on other sites, set for a page. */
export function embedWords(
  voice: Pick<Voice, "language" | "integer" | "bound">,
): (key: EmbedKey, values?: Values) => string {
  const { text } = createTexts<EmbedKey>(`embed.${voice.language}.json`, strings[voice.language], voice.language, {
    write: voice.integer,
  });
  return (key, values = {}) => voice.bound(text(key, values));
}
