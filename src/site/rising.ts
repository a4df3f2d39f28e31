import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { hasPage } from "../model/subjectsOfFacts.ts";
import { dayOfIsoDate, isoDateOfDay } from "../model/moment.ts";
import type { RiseFacts, UsualWeek, Weeks } from "../model/weeks.ts";
import { daySpan, fromTo } from "../words/daySpan.ts";
import { capitalised } from "../words/headline.ts";
import type { Telling } from "../words/telling.ts";
import { weekWords } from "../words/weekWords.ts";
import { finestTopics } from "./week/finestTopics.ts";
import { toldCount } from "./week/weekCells.ts";

/** One rise in words. */
export interface RiseTold {
  /** Part of its address on the page: #id. */
  id: string;
  /** «Отопление: город Китеж» */
  where: string;
  /** The page of what it is about; null for the whole region, and where there is none. */
  href: string | null;
  /** How many, in which days. */
  received: string;
  /** What was expected, and a year ago. */
  usual: string[];
  words: string | null;
  examples: { id: string; excerpt: string }[];
  /** The search for all of them; null where single appeals are not published. */
  all: string | null;
  /** First and last day. */
  from: string;
  to: string;
}

const weeksInYearDays = 364;
const yearEarlier = (date: string): string => isoDateOfDay(dayOfIsoDate(date) - weeksInYearDays);

/** «Отопление: город Китеж», a topic alone, a place alone, or the region. */
export function whereOf(
  { facts, voice, names }: Telling,
  { topic, place }: Pick<RiseFacts, "topic" | "place">,
): string {
  const { w } = weekWords(voice);
  const where = place === "" ? facts.portal.region.name : names.place(place);
  if (topic === "") return w("rising.where.all", { place: where });
  return place === "" ? names.topic(topic) : w("rising.where", { topic: names.topic(topic), place: where });
}

/** A rise is of one week, or of two together. */
export const isOneWeek = ({ from, to }: Pick<RiseFacts, "from" | "to">): boolean =>
  dayOfIsoDate(to) - dayOfIsoDate(from) < 7;

/** The rises of an edition, the surest first. @param appeals those of the edition; empty where figures alone are published */
export function risesTold(telling: Telling, appeals: readonly ListedAppeal[]): RiseTold[] {
  const { facts, voice, links } = telling;
  const { w, wFor } = weekWords(voice);
  return (facts.weeks?.rises ?? []).map((rise): RiseTold => {
    const { topic, place, from, to, received, expected, low, high, yearBefore, words, examples } = rise;
    const days = daySpan(yearEarlier(from), yearEarlier(to), voice);
    const span = { from, to };
    const page =
      topic !== "" && hasPage(facts, "topic", topic)
        ? links.topic(topic)
        : place !== "" && hasPage(facts, "place", place)
          ? links.place(place)
          : null;
    return {
      ...span,
      id: [topic || "all", place || "region", to].join("-"),
      where: whereOf(telling, rise),
      href: page,
      received: w(isOneWeek(rise) ? "rising.received.week" : "rising.received.weeks", {
        appeals: voice.counted(received, "appeal"),
        days: daySpan(from, to, voice),
      }),
      usual: [
        w("rising.expected", { expected: numberText(expected, telling), low, high }),
        yearBefore === null
          ? w("rising.year-before.unknown")
          : yearBefore === "hidden"
            ? w("rising.year-before.hidden", { days })
            : w("rising.year-before", { days, count: voice.integer(yearBefore) }),
      ],
      words:
        words.length === 0
          ? null
          : w("rising.words", {
              words: words.map(({ word, texts }) => w("rising.word", { word, n: wordTexts(texts, wFor) })).join(", "),
            }),
      examples: examples.flatMap((id) => {
        const appeal = appeals.find((one) => one.id === id);
        return appeal?.excerpt ? [{ id, excerpt: appeal.excerpt }] : [];
      }),
      all:
        facts.portal.appeals === "full"
          ? links.appeals({ ...(topic && { topic }), ...(place && { place }), ...span })
          : null,
    };
  });
}

/** «5», «5,2»: a tenth of nothing is not written. */
function numberText(value: number, { voice }: Pick<Telling, "voice">): string {
  return Number.isInteger(value) ? voice.integer(value) : voice.decimal(value);
}

function wordTexts(texts: number, wFor: ReturnType<typeof weekWords>["wFor"]): string {
  return wFor("rising.texts", texts);
}

/** The sentence that opens the page. */
export function risingLead({ facts: { weeks }, voice }: Telling): string {
  const { w, wFor } = weekWords(voice);
  if (weeks === undefined) return w("rising.lead.no-week");
  const { search, rises, mondays } = weeks;
  if (search === null) return w("rising.lead.short");
  const { from, to } = lookedSpan(mondays, search);
  const span = capitalised(fromTo(from, to, voice));
  if (rises.length > 0) return wFor("rising.lead", rises.length, { span });
  return w(search.knowsSeason ? "rising.lead.none.season" : "rising.lead.none", { span });
}

/** First and last day of the weeks that were looked at. */
function lookedSpan(mondays: readonly string[], { weeks }: NonNullable<Weeks["search"]>): { from: string; to: string } {
  return {
    from: mondays[Math.max(0, mondays.length - weeks)]!,
    to: isoDateOfDay(dayOfIsoDate(mondays.at(-1)!) + 6),
  };
}

/** Names, this week, the week before, the usual range, a year ago: of the finest topics, the most frequent first. */
export function weekRows(telling: Telling): string[][] {
  const { facts, voice, names } = telling;
  const { w } = weekWords(voice);
  const { weeks } = facts;
  if (weeks === undefined) return [];
  const told = (count: number | null | undefined): string => toldCount(count, telling);
  const rangeText = (usual: UsualWeek | null): string =>
    usual === null ? w("rising.unknown") : w("rising.range", { low: usual.low, high: usual.high });
  return finestTopics(facts, weeks).map(({ code, received, usual }) => [
    names.topic(code),
    told(received.at(-1)),
    told(received.at(-2)),
    rangeText(usual),
    told(received.at(-53)),
  ]);
}
