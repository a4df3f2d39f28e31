import { shortExact } from "./durations.ts";
import { createFormats, type Formats } from "./formats.ts";
import { keepFigures } from "./keepFigures.ts";
import { createTexts, type Texts } from "./texts.ts";
// "import type", so that neither Zod nor all texts of the portal are loaded by the browser.
import type { Language } from "../model/portal.ts";
import type { PageTextKey, PageTexts } from "./pageTexts.ts";

/** What the build hands to the page. */
/** Words of a table for spreadsheets: titles of its columns by name, and codes by list. */
export type TakenWords = Readonly<Record<"titles" | "yesno" | "channel" | "outcome", Readonly<Record<string, string>>>>;

export interface SearchSettings {
  root: string;
  /** Address of the portal, whose appeals exist once for all languages; and into how many bundles they are put, if they are. */
  site: string;
  bundles?: number | undefined;
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
  /** Addresses of the folders of topics, places and agencies. */
  sections: Readonly<Record<"topic" | "place" | "agency", string>>;
  /** Address of the pages that the search offers: see namedPages.ts. */
  named: string;
  /** Names of the sources, which registry numbers begin with. */
  sources: readonly string[];
  /** Address of the words of a table for spreadsheets. */
  taken: string;
  /** Short names of agencies, in the order of the list to filter by; where there is none, by their codes. */
  agencies: Readonly<Record<string | number, string>>;
  /** Topics and places of which there is no list to filter by, which has their names. */
  topics: Readonly<Record<string, string>>;
  places: Readonly<Record<string, string>>;
}

export interface BrowserTexts {
  text: Texts<PageTextKey>["text"];
  /** «Нашлось 21 обращение»; where words were typed, «По словам нашлось 21 обращение»: what is named may be more. */
  found: (count: number, byWords: boolean) => string;
  /** «21 обращение» */
  appeals: (count: number) => string;
  /** «1 д 4 ч»; the short forms need no cases. */
  shortWait: (days: number, precise: boolean) => string;
  formats: Formats;
}

/** The portal's texts in the browser: the same words, formats and rules of number as in the build. */
export function browserTexts({ language, texts }: Pick<SearchSettings, "language" | "texts">): BrowserTexts {
  const formats = createFormats(language);
  const { text, form } = createTexts("The page", texts, language, {
    write: formats.integer,
    before: keepFigures,
  });

  return {
    text,
    formats,
    found: (count, byWords) => text(form(byWords ? "search.found.words" : "search.found", count), { n: count }),
    appeals: (count) => text(form("count.appeal", count), { n: count }),
    shortWait: (days, precise) =>
      precise ? shortExact(days, text) : text("duration.short.days", { days: Math.round(days) }),
  };
}
