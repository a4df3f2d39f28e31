import english from "../../src/strings/commands.en.json" with { type: "json" };
import russian from "../../src/strings/commands.ru.json" with { type: "json" };
import { fill, type ReportLanguage } from "../../src/words/reportStrings.ts";

export type CommandLanguage = ReportLanguage;

const strings: Record<CommandLanguage, Record<string, string>> = { ru: russian, en: english };

/** Every key that has words in a language: for the test that compares the languages. */
export const commandKeys = (language: CommandLanguage): string[] => Object.keys(strings[language]);

/**
 * What the command line says about itself, by key.
 *
 * @throws Error where a key or a value is missing: that is a mistake in the program
 */
export function commandWords(language: CommandLanguage): (key: string, values?: Record<string, string>) => string {
  return (key, values = {}) => {
    const text = strings[language][key];
    if (text === undefined) throw new Error(`commands.${language}.json has no ${key}`);
    return fill(key, text, values);
  };
}
