import type { Language } from "../../model/portal.ts";
import type { FormWords } from "../../model/reviewForm.ts";

/** A text of a form in a language; in its first where it has none in that. */
export const wordsIn = (text: FormWords, language: Language): string =>
  typeof text === "string" ? text : (text[language] ?? Object.values(text)[0] ?? "");
