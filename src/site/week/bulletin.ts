import { dayOfIsoDate, isoDateOfDay } from "../../model/moment.ts";
import type { Weeks, WeekSubject } from "../../model/weeks.ts";
import { pastWeeks } from "../../model/pastWeeks.ts";
import { daySpan, fromTo } from "../../words/daySpan.ts";
import type { Telling } from "../../words/telling.ts";
import { weekWords } from "../../words/weekWords.ts";
import { isOneWeek, risingLead, whereOf } from "../rising.ts";
import { finestTopics } from "./finestTopics.ts";
import { lastWeekOf, weekFrom } from "./lastWeek.ts";
import { matureSentences } from "./matureSentences.ts";
import { placeLine, placesNote, topicLine, totalSentences } from "./weekSentences.ts";

/** The note of a week, in parts as its page shows them and as texts that can be pasted. */
export interface Bulletin {
  title: string;
  total: string[];
  /** The same as the shortest text tells it: without residents. */
  brief: string[];
  /** The most frequent of the week, and a line for each. */
  topics: { subjects: WeekSubject[]; lines: string[] };
  places: { subjects: WeekSubject[]; lines: string[]; note: string };
  rising: string[];
  /** The same below the sentence that has named the weeks, of all that are told and of fewer, for where there is less room. */
  briefRising: string[][];
  mature: string[];
  source: string[];
  /** Within the limit of a message, and of a caption. */
  full: string;
  short: string;
}

const most = { topics: 5, places: 3, rises: 3 };
/** Characters that Telegram takes for a message and for a caption (https://core.telegram.org/bots/api); a post on VK takes more than either. */
export const textLimits = { full: 4096, short: 1024 };

/** Where the page of the week stands. */
export const weekAddress = "/week/";

/** @returns null where no week of the data is whole */
export function weekBulletin(telling: Telling): Bulletin | null {
  const { facts, voice, links } = telling;
  const { weeks } = facts;
  if (weeks === undefined) return null;
  const { w } = weekWords(voice);
  const { from, to } = lastWeekOf(weeks);
  const topics = finestTopics(facts, weeks)
    .filter(({ received }) => (received.at(-1) ?? 0) > 0)
    .slice(0, most.topics);
  const places = largestPlaces(telling, weeks);
  const { came, rate, beside } = totalSentences(telling, weeks);
  const parts = {
    title: w("week.title", { days: daySpan(from, to, voice), in: facts.portal.region.in }),
    total: [came, ...rate, ...beside],
    brief: [came, ...beside],
    topics: { subjects: topics, lines: topics.map((topic, at) => topicLine(topic, at + 1, telling)) },
    places: {
      subjects: places,
      lines: places.map((place) => placeLine(place, weeks, telling)),
      note: placesNote(places, telling),
    },
    rising: risingLines(telling, weeks, false, most.rises),
    briefRising: [most.rises, 2, 1].map((told) => risingLines(telling, weeks, true, told)),
    mature: matureSentences(telling, weeks),
    source: [sourceSentence(telling, to), w("week.link", { address: links.absolute(weekAddress) })],
  };
  const title = facts.portal.demo ? `${voice.t("site.demo")}.\n\n${parts.title}` : parts.title;
  const briefSource = w("week.source.last", { portal: facts.portal.title, date: voice.date(facts.edition.date) });
  return { ...parts, ...textsOf({ ...parts, title }, [briefSource, parts.source.at(-1)!], telling) };
}

/** Of which day the data are, and which week is not over in them. @param sunday the last day of the week that is told */
function sourceSentence({ facts, voice }: Telling, sunday: string): string {
  const { date } = facts.edition;
  const next = dayOfIsoDate(sunday) + 1;
  const key =
    dayOfIsoDate(date) < next ? "week.source.last" : dayOfIsoDate(date) < next + 7 ? "week.source.next" : "week.source";
  return weekWords(voice).w(key, {
    portal: facts.portal.title,
    date: voice.date(date),
    ...(key === "week.source.next" && { monday: voice.date(isoDateOfDay(next)) }),
  });
}

/** Places that lie in no other, the most frequent first; none where only one is told. */
function largestPlaces({ facts }: Telling, { places }: Weeks): WeekSubject[] {
  const top = new Set(facts.vocabulary.places.filter(({ parent }) => parent === null).map(({ code }) => code));
  const last = ({ received }: WeekSubject): number => received.at(-1) ?? 0;
  return places
    .filter((place) => top.has(place.code) && last(place) > 0)
    .sort((a, b) => last(b) - last(a) || (a.code < b.code ? -1 : 1))
    .slice(0, most.places);
}

/** What has risen in the weeks that were looked at, the surest first; or that nothing has. */
function risingLines(telling: Telling, weeks: Weeks, isBrief: boolean, most: number): string[] {
  const { rises, search, mondays } = weeks;
  const { voice } = telling;
  const { w } = weekWords(voice);
  if (rises.length === 0 || search === null) return [risingLead(telling)];
  const lines = rises.slice(0, most).map((rise) =>
    w(isOneWeek(rise) ? "week.rising.line.week" : "week.rising.line.weeks", {
      where: whereOf(telling, rise),
      count: voice.counted(rise.received, "appeal"),
      days: daySpan(rise.from, rise.to, voice),
      why: isBrief ? "" : w("week.rising.two"),
      low: rise.low,
      high: rise.high,
      judging:
        isBrief && rise.to === lastWeekOf(weeks).to && weeks.region.usual !== null
          ? w("week.rising.judging.same")
          : w("week.rising.judging", { span: pastSpan(rise.to, mondays, telling) }),
    }),
  );
  const more = rises.length - most;
  return [...lines, ...(more > 0 ? [w("week.rising.more", { count: more })] : []), w("week.rising.why")];
}

/** The weeks by which it is told what was to be expected up to a Sunday. */
function pastSpan(sunday: string, mondays: readonly string[], { voice }: Telling): string {
  const week = mondays.indexOf(isoDateOfDay(dayOfIsoDate(sunday) - 6));
  const past = pastWeeks(week);
  if (past === null) throw new Error("A rise was found in a week without a past");
  return fromTo(mondays[past.from]!, weekFrom(mondays[past.until - 1]!).to, voice);
}

type Parts = Omit<Bulletin, "full" | "short">;

/** Plain texts: paragraphs with an empty line between them. What a limit has no room for goes whole, the last first. */
function textsOf(
  { title, total, brief, topics, places, rising, briefRising, mature, source }: Parts,
  briefSource: readonly string[],
  { voice }: Telling,
) {
  const { w } = weekWords(voice);
  const listed = (heading: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : [`${heading}:`, ...lines].join("\n");
  const paragraphs = [
    total.join(" "),
    listed(w("week.topics"), topics.lines),
    listed(w("week.rising"), rising),
    mature.join(" "),
    places.lines.length === 0 ? "" : `${listed(w("week.places"), places.lines)}\n${places.note}`,
  ].filter(Boolean);
  // What has risen is the news of the week, and never without the words that it tells no cause: topics leave it room.
  const short = (lines: readonly string[], risen: readonly string[]): string[] =>
    [
      brief.join(" "),
      listed(w("week.topics"), lines),
      risen.length > 1 ? listed(w("week.rising"), risen) : risen[0]!,
    ].filter(Boolean);
  const fits = (lines: readonly string[], risen: readonly string[]): boolean =>
    joined(title, short(lines, risen), briefSource).length <= textLimits.short;
  const risen = briefRising.find((lines) => fits([], lines)) ?? briefRising.at(-1)!;
  let told = topics.lines;
  while (told.length > 0 && !fits(told, risen)) told = told.slice(0, -1);
  return {
    full: fitted(title, paragraphs, source, textLimits.full),
    short: fitted(title, short(told, risen), briefSource, textLimits.short),
  };
}

const joined = (title: string, paragraphs: readonly string[], source: readonly string[]): string =>
  [title, ...paragraphs, source.join("\n")].join("\n\n");

function fitted(title: string, paragraphs: readonly string[], source: readonly string[], limit: number): string {
  for (let kept = paragraphs.length; ; kept--) {
    const text = joined(title, paragraphs.slice(0, kept), source);
    if (text.length <= limit || kept === 0) return text;
  }
}
