import english from "../strings/en.json" with { type: "json" };
import russian from "../strings/ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import { createTexts, type StemOf, type Values } from "./texts.ts";
import { bindEnglish, bindRussian } from "./typography.ts";

export type StringKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<StringKey, string>> = { ru: russian, en: english };
const bind = { ru: bindRussian, en: bindEnglish } as const;

/** Nouns that can be counted: those with forms count.NOUN.one, .few, .many, .other. */
export type Noun = StemOf<StringKey> extends infer Stem ? (Stem extends `count.${infer Name}` ? Name : never) : never;

export interface Translate {
  /**
   * The text of a key with its placeholders filled.
   *
   * @throws Error when a placeholder has no value, or a value no placeholder: that is a fault of the code, not of data
   */
  t: (key: StringKey, values?: Values) => string;
  /** "5 обращений": a number with its noun in the form that the language wants. */
  counted: (count: number, noun: Noun) => string;
  /** Words of the portal's own settings, set as the interface texts are. */
  bound: (text: string) => string;
  /** The text of a key that is built from data, such as `channel.${channel}`, or null where there is none. */
  find: (key: string) => string | null;
}

/**
 * The interface texts of one language. Everything a reader sees comes through here.
 *
 * @param language language of the portal
 * @param formatNumber how whole numbers are written in it
 */
export function createTranslate(language: Language, formatNumber: (value: number) => string): Translate {
  const texts = strings[language];
  const { text, form } = createTexts<StringKey>(`${language}.json`, texts, language, { write: formatNumber });

  function t(key: StringKey, values: Values = {}): string {
    const filled = text(key, values);
    for (const name of Object.keys(values)) {
      if (!texts[key].includes(`{${name}}`)) throw new Error(`${key}: the text has no {${name}}`);
    }
    return bind[language](filled);
  }

  return {
    t,
    bound: bind[language],
    counted: (count, noun) => t(form(`count.${noun}`, count), { n: count }),
    find: (key) => (key in texts ? bind[language](texts[key as StringKey]) : null),
  };
}
