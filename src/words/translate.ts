import english from "../strings/en.json" with { type: "json" };
import russian from "../strings/ru.json" with { type: "json" };
import { type Portal } from "../model/portal.ts";
import { bindEnglish, bindRussian } from "./typography.ts";

export type Language = Portal["language"];
export type StringKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<StringKey, string>> = { ru: russian, en: english };
const bind = { ru: bindRussian, en: bindEnglish } as const;

type PluralKey = Extract<StringKey, `count.${string}.other`>;
/** Nouns that can be counted: those with forms count.NOUN.one, .few, .many, .other. */
export type Noun = PluralKey extends `count.${infer Name}.other` ? Name : never;

type Values = Readonly<Record<string, string | number>>;

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

/** An empty value takes the space before it along: «обращений {where}» becomes «обращений». */
const placeholder = /( ?)\{(\w+)\}/gu;

/**
 * The interface texts of one language. Everything a reader sees comes through here.
 *
 * @param language language of the portal
 * @param formatNumber how whole numbers are written in it
 */
export function createTranslate(language: Language, formatNumber: (value: number) => string): Translate {
  const texts = strings[language];
  const plural = new Intl.PluralRules(language);

  function t(key: StringKey, values: Values = {}): string {
    const template = texts[key];
    if (template === undefined) throw new Error(`No text for the key ${key}`);
    const used = new Set<string>();
    const filled = template.replace(placeholder, (_, space: string, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key}: no value for {${name}}`);
      used.add(name);
      return value === "" ? "" : space + (typeof value === "number" ? formatNumber(value) : value);
    });
    for (const name of Object.keys(values)) {
      if (!used.has(name)) throw new Error(`${key}: the text has no {${name}}`);
    }
    return bind[language](filled);
  }

  return {
    t,
    bound: bind[language],
    counted: (count, noun) => t(`count.${noun}.${plural.select(count)}` as StringKey, { n: count }),
    find: (key) => (key in texts ? bind[language](texts[key as StringKey]) : null),
  };
}
