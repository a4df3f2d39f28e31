import type { Language } from "../model/portal.ts";
import { stemsOf } from "../search/words/analyzer.ts";

/** Words with which people turn to an office, whatever about. */
const courtesy: Record<Language, string> = {
  ru: "пожалуйста спасибо здравствуйте добрый доброе день утро вечер уважаемые прошу просим просьба помогите примите меры заранее благодарю уважением",
  en: "please thank thanks hello dear good morning evening day ask help regards",
};

/** Their stems: that they have become more frequent tells nobody what has happened. */
export function courtesyStems(language: Language): string[] {
  return stemsOf(courtesy[language], language);
}
