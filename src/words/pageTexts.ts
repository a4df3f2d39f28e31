import type { Voice } from "./language.ts";
import type { StringKey } from "./translate.ts";
import { channels } from "../model/channel.ts";
import { outcomes } from "../model/outcome.ts";

/** The texts that the search page needs in the browser, by key, placeholders unfilled. */
const keys = [
  "search.found.one",
  "search.found.few",
  "search.found.many",
  "search.found.other",
  "search.found.words.one",
  "search.found.words.few",
  "search.found.words.many",
  "search.found.words.other",
  "search.none",
  "search.none.named",
  "search.empty",
  "search.cut",
  "search.more",
  "search.more.some",
  "search.counting",
  "search.counting.progress",
  "search.count.unknown",
  "search.count.all",
  "search.count.parts",
  "search.filters.show.some",
  "search.reply",
  "search.searching",
  "search.option",
  "search.wait.first-reply",
  "search.wait.same-day",
  "search.wait.none",
  "search.wait.never",
  "search.fault.offline",
  "search.fault.changed",
  "search.fault.old-browser",
  "search.fault.broken",
  "search.retry",
  "search.filters.show",
  "search.filters.show.none",
  "search.chip.remove",
  "search.chip.from",
  "search.chip.to",
  "search.months.bar",
  "search.suggest",
  "search.named.all",
  "search.named.offer",
  "search.named.words",
  "search.street",
  "search.named.where",
  "search.named.elsewhere",
  "search.named.appeal",
  "search.named.page",
  "search.named.page.topic",
  "search.named.page.place",
  "search.named.page.agency",
  "search.named.page.crossing",
  "count.appeal.one",
  "count.appeal.few",
  "count.appeal.many",
  "count.appeal.other",
  "search.word",
  "search.nowhere.one",
  "search.nowhere.other",
  "search.filtered",
  "search.filtered.drop",
  "search.take.progress",
  "search.take.done",
  "search.take.citation",
  "search.take.query",
  "search.take.query.all",
  "search.take.file",
  "appeal.week",
  "latest.withheld",
  "name.no-agency",
  "name.no-topic",
  "duration.short.days",
  "duration.short.hours",
  "duration.short.minutes",
] as const satisfies readonly StringKey[];

export type PageTextKey =
  (typeof keys)[number] | `outcome.${(typeof outcomes)[number]}` | `channel.${(typeof channels)[number]}`;
export type PageTexts = Readonly<Record<PageTextKey, string>>;

/** Picks those texts in the portal's language. */
export function pageTexts({ find }: Pick<Voice, "find">): PageTexts {
  const all: PageTextKey[] = [
    ...keys,
    ...outcomes.map((outcome) => `outcome.${outcome}` as const),
    ...channels.map((channel) => `channel.${channel}` as const),
  ];
  return Object.fromEntries(
    all.map((key) => {
      const text = find(key);
      if (text === null) throw new Error(`No text for the key ${key}`);
      return [key, text];
    }),
  ) as PageTexts;
}
