import type { AnyFacts } from "../model/facts.ts";
import type { Language } from "../model/portal.ts";
import type { Takedown, TakenBack } from "../model/takedown.ts";
import { createFormats } from "./formats.ts";
import { createTexts } from "./texts.ts";
import en from "../strings/takedown.en.json" with { type: "json" };
import ru from "../strings/takedown.ru.json" with { type: "json" };

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<keyof typeof ru, string>> = { ru, en };

/** All of them of an edition: taken down by the portal, taken back by their source. */
export function noticedAppeals({ edition: { takedowns, takenBack } }: Pick<AnyFacts, "edition">): Noticed[] {
  return [...takedowns, ...takenBack.map((appeal) => ({ ...appeal, reason: "withdrawn" as const }))];
}

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

export function takedownNotice({ reason, date }: Noticed, language: Language): TakedownNotice {
  const { text } = createTexts(`takedown.${language}.json`, strings[language], language);
  return {
    title: text(reason === "withdrawn" ? "withdrawn.title" : "title"),
    reason: text(reason, { date: createFormats(language).date(date) }),
    counted: text(reason === "withdrawn" ? "withdrawn.counted" : "counted"),
    others: text("others"),
  };
}
