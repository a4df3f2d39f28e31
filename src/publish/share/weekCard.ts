import { daySpan } from "../../words/daySpan.ts";
import type { Telling } from "../../words/telling.ts";
import { weekWords } from "../../words/weekWords.ts";
import { lastWeekOf } from "../../site/week/lastWeek.ts";
import { weekBulletin } from "../../site/week/bulletin.ts";

/** What stands on the picture of a week. */
export interface WeekCard {
  /** «Неделя 19–25 октября 2026: о чём пишут в Китежском крае» */
  title: string;
  /** «234 обращения»; null where it may not be told. */
  total: string | null;
  /** Beside the week before, a year ago and a usual one. */
  beside: string[];
  topicsTitle: string;
  /** The most frequent topics; length 0…1 is that of the bar. */
  topics: { name: string; count: string; length: number }[];
  portal: string;
  /** «Данные портала … на 31 октября 2026», and in a demonstration that it is one. */
  foot: string[];
}

/** The picture of the last week; of an edition without a whole one it says so. */
export function weekCard(telling: Telling): WeekCard {
  const { facts, voice, names } = telling;
  const { w } = weekWords(voice);
  const foot = [
    ...(facts.portal.demo ? [voice.t("site.demo")] : []),
    voice.t("site.as-of", { date: voice.date(facts.edition.date) }),
  ];
  const bulletin = weekBulletin(telling);
  const shared = { portal: facts.portal.title, foot, topicsTitle: w("week.topics") };
  if (bulletin === null || facts.weeks === undefined)
    return { ...shared, title: w("week.none"), total: null, beside: [], topics: [] };
  const now = facts.weeks.region.received.at(-1);
  const largest = Math.max(1, ...bulletin.topics.subjects.map(({ received }) => received.at(-1) ?? 0));
  const { from, to } = lastWeekOf(facts.weeks);
  return {
    ...shared,
    title: w("week.title", { days: daySpan(from, to, voice), in: facts.portal.region.in }),
    total: now === 0 ? w("week.card.none") : typeof now === "number" ? voice.counted(now, "appeal") : null,
    beside: bulletin.total.slice(1),
    topics: bulletin.topics.subjects.map(({ code, received }) => ({
      name: names.topic(code),
      count: voice.integer(received.at(-1) ?? 0),
      length: (received.at(-1) ?? 0) / largest,
    })),
  };
}
