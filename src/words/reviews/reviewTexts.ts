import english from "../../strings/reviews.en.json" with { type: "json" };
import russian from "../../strings/reviews.ru.json" with { type: "json" };
import type { Language } from "../../model/portal.ts";
import type { Voice } from "../language.ts";
import { createTexts, type Values } from "../texts.ts";

export type ReviewKey = keyof typeof russian;

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<ReviewKey, string>> = { ru: russian, en: english };

/** The texts of reviews, set as all texts of the portal are. */
export type ReviewTexts = (key: ReviewKey, values?: Values) => string;

export function reviewTexts({ language, integer, bound }: Pick<Voice, "language" | "integer" | "bound">): ReviewTexts {
  const { text } = createTexts<ReviewKey>(`reviews.${language}.json`, strings[language], language, { write: integer });
  return (key, values) => bound(text(key, values));
}
