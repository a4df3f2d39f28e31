import { isoDateOfDay } from "../../model/moment.ts";
import { type RiseFacts, type Weeks } from "../../model/weeks.ts";
import { type Evidence } from "../evidence.ts";
import { type TopicLink, type TopicTree } from "../topicTree.ts";
import { falseAlarmRate, findRises, recentWeeks, type Rise } from "./findRises.ts";
import { toldCounts } from "./hiddenCounts.ts";
import { matureWeeks } from "./matureWeeks.ts";
import { daysOfWeeks, mondayOf, weekOfDay, weeksInYear } from "./week.ts";
import { type WeekCell } from "./weekCell.ts";
import { type WeekCells, weekCellsOf } from "./weekCells.ts";
import { type WeeksContext } from "./weeksContext.ts";
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
  const shown = (topic: string): number => (sensitive.has(topic) ? context.shownSensitive : context.shown);
  const tableOf = (table: Map<string, (number | null)[]>) =>
    [...table]
      .map(([code, weeks]) => ({ code, received: weeks.slice(from) }))
      .filter(({ received }) => received.some((count) => count !== 0))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  const looked = lookedAt(series, context.editionBefore);
  const isLong = series.length > recentWeeks;
  const found = isLong
    ? findRises(counted.cells, { looked, shown: ({ topic }) => shown(topic) })
    : { rises: [], looked: 0, knowsSeason: false };
  return {
    mondays: Array.from({ length: series.length - from }, (_, at) => isoDateOfDay(mondayOf(series.first + from + at))),
    region: [...region.subarray(from)],
    topics: tableOf(toldCounts(counted.byTopic, counted.topics, region, shown)),
    places: tableOf(toldCounts(counted.byPlace, counted.places, region, () => context.shown)),
    mature: matureWeeks(evidence, series),
    search: isLong
      ? { weeks: looked, counts: found.looked, falseAlarms: falseAlarmRate, knowsSeason: found.knowsSeason }
      : null,
    rises: finest(found.rises, counted).map((rise) => riseFacts(rise, series, shown(rise.cell.topic))),
  };
}

/** The weeks since the edition before, so that each is looked at once; of the first edition a month. */
function lookedAt({ first, length }: WeekSeries, editionBefore: number | null): number {
  const before = editionBefore === null ? length - 4 : weekOfDay(editionBefore + 1) - first;
  return Math.min(mostLooked, length, Math.max(1, length - before));
}

/** A topic whose only sub-topic rose is not told twice, nor a region that has one place: of equal counts the finest stays. */
function finest(rises: readonly Rise[], { topics, places }: WeekCells): Rise[] {
  const isIn = (tree: TopicTree, code: string, above: string): boolean =>
    above === "" ||
    code === above ||
    tree.paths[tree.codes.indexOf(code)]?.includes(tree.codes.indexOf(above)) === true;
  const holds = (coarse: WeekCell, fine: WeekCell): boolean =>
    coarse !== fine &&
    isIn(topics, fine.topic, coarse.topic) &&
    isIn(places, fine.place, coarse.place) &&
    coarse.counts.every((count, week) => count === fine.counts[week]);
  return rises.filter(({ cell }) => !rises.some((other) => holds(cell, other.cell)));
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
