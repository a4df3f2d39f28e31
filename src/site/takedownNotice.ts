import { type Takedown, type TakenBack } from "../model/takedown.ts";
import { createFormats } from "../words/formats.ts";
import en from "../strings/takedown.en.json" with { type: "json" };
import ru from "../strings/takedown.ru.json" with { type: "json" };

const strings = { ru, en };

/** An appeal whose address is all that is left. */
export type Noticed = Takedown | (TakenBack & { reason: "withdrawn" });

/** What stands at the address of an appeal that was taken down. */
export interface TakedownNotice {
  title: string;
  /** Why, and since when. */
  reason: string;
  counted: string;
  others: string;
}

export function takedownNotice({ reason, date }: Noticed, language: "ru" | "en"): TakedownNotice {
  const texts = strings[language];
  return {
    title: reason === "withdrawn" ? texts["withdrawn.title"] : texts.title,
    reason: texts[reason].replace("{date}", createFormats(language).date(date)),
    counted: reason === "withdrawn" ? texts["withdrawn.counted"] : texts.counted,
    others: texts.others,
  };
}
