import english from "../../strings/press.en.json" with { type: "json" };
import russian from "../../strings/press.ru.json" with { type: "json" };
import type { Language } from "../../model/portal.ts";
import type { Voice } from "../language.ts";
import { createTexts, type Values } from "../texts.ts";

type PressKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<PressKey, string>> = { ru: russian, en: english };

/** The texts of press kits, set as all texts of the portal are. */
export type PressTexts = (key: PressKey, values?: Values) => string;

export function pressTexts({ language, integer, bound }: Pick<Voice, "language" | "integer" | "bound">): PressTexts {
  const { text } = createTexts<PressKey>(`press.${language}.json`, strings[language], language, { write: integer });
  return (key, values) => bound(text(key, values));
}
