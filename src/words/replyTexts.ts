import english from "../strings/replies.en.json" with { type: "json" };
import russian from "../strings/replies.ru.json" with { type: "json" };
import type { Language } from "../model/portal.ts";
import { createFormats } from "./formats.ts";
import { createTexts, type StemOf, type Values } from "./texts.ts";
import { bindEnglish, bindRussian } from "./typography.ts";

type ReplyKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<ReplyKey, string>> = { ru: russian, en: english };
const bind = { ru: bindRussian, en: bindEnglish } as const;

/** What pages say of replies: of groups, marks, first reactions and the words of agencies. */
export interface ReplyTexts {
  /** @throws Error where a placeholder has no value: that is a fault of the code, not of data */
  say: (key: ReplyKey, values?: Values) => string;
  /** The text of a stem in the form that a number wants, with the number as {n}. */
  counted: (stem: StemOf<ReplyKey>, count: number, values?: Values) => string;
}

const made: Partial<Record<Language, ReplyTexts>> = {};

/** Hundreds of pages ask for them. */
export const createReplyTexts = (language: Language): ReplyTexts => (made[language] ??= replyTexts(language));

function replyTexts(language: Language): ReplyTexts {
  const { text, form } = createTexts<ReplyKey>(`replies.${language}.json`, strings[language], language, {
    write: createFormats(language).integer,
  });
  const say = (key: ReplyKey, values?: Values): string => bind[language](text(key, values));
  return { say, counted: (stem, count, values) => say(form(stem, count), { n: count, ...values }) };
}
