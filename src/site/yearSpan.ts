import { dayOfIsoDate } from "../model/moment.ts";
import type { Telling } from "../words/telling.ts";

/** The shortest span that may be called twelve months. */
const almostTwelveMonths = 360;

/** «за двенадцать месяцев», or where the exports do not reach that far back, since when: «с 1 октября 2026 года». */
export function yearSpan({ facts, voice }: Telling): string {
  const { from, to } = facts.periods.year;
  const days = dayOfIsoDate(to) - dayOfIsoDate(from) + 1;
  return days >= almostTwelveMonths ? voice.t("span.year") : voice.t("span.since", { date: voice.date(from) });
}
