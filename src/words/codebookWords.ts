import type { Language } from "../model/portal.ts";
import english from "../strings/codebook.en.json" with { type: "json" };
import russian from "../strings/codebook.ru.json" with { type: "json" };
import { createTexts, type Texts } from "./texts.ts";

export type CodebookKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<CodebookKey, string>> = { ru: russian, en: english };

/** Words for tables and their columns, plain as files want them: pages set them by `voice.bound`. */
export function codebookWords(language: Language): Texts<CodebookKey>["text"] {
  return createTexts<CodebookKey>(`codebook.${language}.json`, strings[language], language).text;
}
