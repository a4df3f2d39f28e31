import { en, ru } from "zod/locales";

/** Zod's own wording of faults in a language. */
export function settingsWords(language: "ru" | "en") {
  return (language === "en" ? en() : ru()).localeError;
}
