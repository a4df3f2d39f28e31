import { isoDateOfDay } from "../../model/moment.ts";
import type { RiseFacts, Weeks, WeekSubject } from "../../model/weeks.ts";
import type { Evidence } from "../evidence.ts";
import { rounded } from "../figure.ts";
import { poissonExact } from "../statistics/poissonInterval.ts";
import type { TopicLink, TopicTree } from "../topicTree.ts";
import { falseAlarmRate, findRises, type Rise } from "./findRises.ts";
import { toldCounts } from "./hiddenCounts.ts";
import { matureWeeks } from "./matureWeeks.ts";
import { pastWeeks } from "../../model/pastWeeks.ts";
import { usualWeeks } from "./usualWeek.ts";
import { daysOfWeeks, mondayOf, weekOfDay, weeksInYear } from "./week.ts";
import { kindOf } from "./weekCell.ts";
import { type WeekCells, weekCellsOf } from "./weekCells.ts";
import type { WeeksContext } from "./weeksContext.ts";
import { type WeekSeries, weekSeriesOf } from "./weekSeries.ts";

/** Weeks that are told: this one, the one before, and the same a year before. */
const toldWeeks = weeksInYear + 2;
/** Nobody waits for the news of more weeks, and every week that is looked at makes the others harder to see. */
const mostLooked = 5;

/** The weeks of an edition, and what rises in them; undefined where no week is whole. */
export function measureWeeks(
  evidence: Evidence,
  places: readonly TopicLink[],
  context: WeeksContext,
): Weeks | undefined {
  const series = weekSeriesOf(evidence.columns, context.exportDay);
  if (series === null) return undefined;
  const sensitive = new Set(context.sensitiveTopics);
  const counted = weekCellsOf(evidence, places, series, (topic) => sensitive.has(topic));
  const region = counted.cells[0]!.counts;
  const from = Math.max(0, series.length - toldWeeks);
  const all = Array.from(region.subarray(from), (count) => (count > 0 && count < context.shown ? null : count));
  const shown = (topic: string): number => (sensitive.has(topic) ? context.shownSensitive : context.shown);
  const usualOf = usualWeeks(counted.cells.filter((cell) => kindOf(cell) !== "both"));
  const tableOf = (kind: "topic" | "place", table: Map<string, (number | null)[]>): WeekSubject[] =>
    [...table]
      .map(([code, weeks]) => {
        const cell = counted.cells.find((one) => kindOf(one) === kind && one[kind] === code);
        return {
          code,
          received: weeks.slice(from),
          usual: cell === undefined ? null : usualOf(cell),
          ...(kind === "place" && perThousandOf(weeks.at(-1), context.populations?.get(code))),
        };
      })
      .filter(({ received }) => received.some((count) => count !== 0))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  const looked = lookedAt(series, context.editionBefore);
  const isLong = pastWeeks(series.length - 1) !== null;
  const found = isLong
    ? findRises(counted.cells, { looked, shown: ({ topic }) => shown(topic) })
    : { rises: [], looked: 0, knowsSeason: false };
  return {
    mondays: Array.from({ length: series.length - from }, (_, at) => isoDateOfDay(mondayOf(series.first + from + at))),
    region: {
      code: "",
      received: all,
      usual: usualOf(counted.cells[0]!),
      ...perThousandOf(all.at(-1), context.populations?.get("")),
    },
    topics: tableOf("topic", toldCounts(counted.byTopic, counted.topics, region, shown)),
    places: tableOf(
      "place",
      toldCounts(counted.byPlace, counted.places, region, () => context.shown),
    ),
    mature: matureWeeks(evidence, series),
    search: isLong
      ? { weeks: looked, counts: found.looked, falseAlarms: falseAlarmRate, knowsSeason: found.knowsSeason }
      : null,
    rises: finest(found.rises, counted).map((rise) => riseFacts(rise, series, shown(rise.cell.topic))),
  };
}

/** Source: poissonExact. */
function perThousandOf(
  count: number | null | undefined,
  population: number | undefined,
): Pick<WeekSubject, "perThousand"> {
  if (typeof count !== "number" || population === undefined) return {};
  const { lower, upper } = poissonExact(count);
  const rate = (appeals: number): number => rounded((appeals * 1000) / population, 1e4);
  return { perThousand: { value: rate(count), low: rate(lower), high: rate(upper) } };
}

/** The weeks since the edition before, so that each is looked at once; of the first edition a month. */
function lookedAt({ first, length }: WeekSeries, editionBefore: number | null): number {
  const before = editionBefore === null ? length - 4 : weekOfDay(editionBefore + 1) - first;
  return Math.min(mostLooked, length, Math.max(1, length - before));
}

/**
 * The rises without those that a finer one inside them explains: without what that one has too much, they lie within their usual
 * range. So a burst of one topic in one place is not told again as one of the topic, of the place and of the region.
 */
function finest(rises: readonly Rise[], { topics, places }: WeekCells): Rise[] {
  const isIn = (tree: TopicTree, code: string, above: string): boolean =>
    above === "" ||
    code === above ||
    tree.paths[tree.codes.indexOf(code)]?.includes(tree.codes.indexOf(above)) === true;
  const explains = (fine: Rise, coarse: Rise): boolean =>
    fine !== coarse &&
    isIn(topics, fine.cell.topic, coarse.cell.topic) &&
    isIn(places, fine.cell.place, coarse.cell.place) &&
    fine.first >= coarse.first &&
    fine.last <= coarse.last &&
    coarse.count - (fine.count - fine.usual.mean) <= coarse.usual.high;
  return rises.filter((coarse) => !rises.some((fine) => explains(fine, coarse)));
}

function riseFacts(
  { cell, first, last, count, usual, yearBefore }: Rise,
  series: WeekSeries,
  shown: number,
): RiseFacts {
  return {
    topic: cell.topic,
    place: cell.place,
    ...daysOfWeeks(series.first + first, series.first + last),
    received: count,
    expected: Math.round(usual.mean * 10) / 10,
    low: usual.low,
    high: usual.high,
    yearBefore: yearBefore !== null && yearBefore > 0 && yearBefore < shown ? "hidden" : yearBefore,
    words: [],
    examples: [],
  };
}
