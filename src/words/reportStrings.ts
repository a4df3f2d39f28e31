import english from "../strings/report.en.json" with { type: "json" };
import russian from "../strings/report.ru.json" with { type: "json" };

export type ReportLanguage = "ru" | "en";

const strings: Record<ReportLanguage, Record<string, string>> = { ru: russian, en: english };

/** Words of the report in one language. */
export interface ReportWords {
  /**
   * A string by its key, with its {placeholders} filled.
   * @throws Error where the key or a value for a placeholder is missing: that is a mistake in the program
   */
  say(key: string, values?: Record<string, string | number>): string;
  /** A number with its noun in the right form: the keys are KEY.one, KEY.few, KEY.many, KEY.other. */
  count(key: string, number: number): string;
  number(value: number): string;
}

/** A text with its {placeholders} filled. @throws Error where a value is missing: that is a mistake in the program */
export function fill(key: string, text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key}: no value for {${name}}`);
    return String(value);
  });
}

export function reportWords(language: ReportLanguage): ReportWords {
  const plural = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language === "ru" ? "ru-RU" : "en-GB");
  const say: ReportWords["say"] = (key, values = {}) => {
    const text = strings[language][key];
    if (text === undefined) throw new Error(`report.${language}.json has no ${key}`);
    return fill(key, text, values);
  };
  return {
    say,
    count: (key, number) => {
      const form = `${key}.${plural.select(number)}`;
      return say(strings[language][form] === undefined ? `${key}.other` : form, { count: format.format(number) });
    },
    number: (value) => format.format(value),
  };
}
