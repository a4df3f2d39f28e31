import { createFormats, type Formats } from "./formats.ts";
// "import type", so that neither Zod nor all texts of the portal are loaded by the browser.
import type { Language } from "./translate.ts";
import type { PageTextKey, PageTexts } from "./pageTexts.ts";

/** What the build hands to the page. */
export interface SearchSettings {
  root: string;
  appeal: string;
  edition: string;
  /** How many appeals can be searched. */
  total: number;
  /** First and last day of receipt. */
  from: string;
  to: string;
  /** Name of the portal and its region, and the full address of the appeals' folder, for citations. */
  portal: string;
  address: string;
  language: Language;
  /** The language that appeals are written in, where the page is in another. */
  textLanguage?: Language;
  texts: PageTexts;
  agencies: Readonly<Record<string, string>>;
  topics: Readonly<Record<string, string>>;
  places: Readonly<Record<string, string>>;
}

export interface BrowserTexts {
  text: (key: PageTextKey, values?: Readonly<Record<string, string>>) => string;
  /** «Нашлось 21 обращение» */
  found: (count: number) => string;
  /** «1 д 4 ч»; the short forms need no cases. */
  shortWait: (days: number, precise: boolean) => string;
  formats: Formats;
}

/** The portal's texts in the browser: the same words, formats and rules of number as in the build. */
export function browserTexts({ language, texts }: Pick<SearchSettings, "language" | "texts">): BrowserTexts {
  const formats = createFormats(language);
  const plural = new Intl.PluralRules(language);
  const text: BrowserTexts["text"] = (key, values = {}) =>
    texts[key].replace(
      /\{(\w+)\}( ?)/g,
      (_match, name: string, space: string) =>
        `${values[name] ?? ""}${/^\d/.test(values[name] ?? "") && space ? "\u00a0" : space}`,
    );
  const part = (key: "days" | "hours" | "minutes", value: number): string =>
    text(`duration.short.${key}`, { [key]: formats.integer(value) });

  return {
    text,
    formats,
    found: (count) =>
      text(`search.found.${plural.select(count) as "one" | "few" | "many" | "other"}`, { n: formats.integer(count) }),
    shortWait(days, precise) {
      if (!precise || days >= 10) return part("days", Math.round(days));
      const minutes = Math.round(days * 1440);
      if (minutes < 60) return part("minutes", Math.max(minutes, 1));
      const hours = Math.round(days * 24);
      return [hours >= 24 && part("days", Math.floor(hours / 24)), hours % 24 > 0 && part("hours", hours % 24)]
        .filter(Boolean)
        .join("\u00a0");
    },
  };
}
