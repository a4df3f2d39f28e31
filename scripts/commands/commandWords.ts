import type { Language } from "../../src/model/portal.ts";
import english from "../../src/strings/commands.en.json" with { type: "json" };
import russian from "../../src/strings/commands.ru.json" with { type: "json" };
import { createTexts, type Texts } from "../../src/words/texts.ts";

const strings: Record<Language, Record<string, string>> = { ru: russian, en: english };

/** Every key that has words in a language: for the test that compares the languages. */
export const commandKeys = (language: Language): string[] => Object.keys(strings[language]);

/**
 * What the command line says about itself, by key.
 *
 * @throws Error where a key or a value is missing: that is a mistake in the program
 */
export function commandWords(language: Language): Texts<string>["text"] {
  return createTexts(`commands.${language}.json`, strings[language], language).text;
}
