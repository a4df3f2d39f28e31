import type { Language } from "../model/portal.ts";
import { createDurations, type Durations } from "./durations.ts";
import { createFormats, type Formats } from "./formats.ts";
import { createTranslate, type Translate } from "./translate.ts";

/** Everything that turns figures into words of one language. */
export interface Voice extends Translate, Formats, Omit<Durations, "short"> {
  language: Language;
  shortDuration: Durations["short"];
}

export function createVoice(language: Language): Voice {
  const formats = createFormats(language);
  const translate = createTranslate(language, formats.integer);
  const { duration, within, short, beyond, shortBeyond, passed } = createDurations(translate, formats);
  return { language, ...formats, ...translate, duration, within, beyond, shortBeyond, passed, shortDuration: short };
}
