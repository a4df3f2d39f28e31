import { languagesOf, languageSchema } from "../model/portal.ts";
import { renderedFacts } from "../edition/renderedEdition.ts";
import { codebookWords } from "../words/codebookWords.ts";
import { createTelling } from "../words/telling.ts";

/** What this build is about: one edition, in one language, at one address. Pages and components start here. */
const published = renderedFacts();

/** All languages of the portal, the first one first. */
export const languages = languagesOf(published.portal);
/** The language that appeals are written in, and every page exists in. */
export const firstLanguage = published.portal.language;
/** OTKLIK_LANGUAGE names the language of a further run; without it the portal's first. */
const language = languageSchema.parse(process.env["OTKLIK_LANGUAGE"] ?? firstLanguage);
/** Whether this run renders the pages that exist once, those of appeals among them. */
export const isFirstLanguage = language === firstLanguage;

/** For the lang attribute of appeals' own words; undefined where the page is in their language. */
export const textLanguage = isFirstLanguage ? undefined : firstLanguage;

/** What is told of the edition is made of this; what stands below are its parts. */
export const telling = createTelling(published, language);
export const { facts, voice, names, links, figureText } = telling;
export const { t, counted } = voice;
/** Words for tables and their columns, set for a page. */
export const say = (...[key, values]: Parameters<ReturnType<typeof codebookWords>>): string =>
  voice.bound(codebookWords(voice.language)(key, values));
