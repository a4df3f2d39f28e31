import { dayOfIsoDate } from "../../model/moment.ts";
import { mostOfGroup } from "../../model/replyGroups.ts";
import type { GroupedAppeal } from "./repliedAppeal.ts";

/**
 * When a repeated reply tells of one event (a burst pipe, a storm, a day without heating): forty people asked about the same matter,
 * and the same answer is the right one. It is judged by when and where the questions came, not the answers: whoever answers a year's
 * backlog in one day sends no notice. In doubt it is an event: the other mistake would accuse somebody.
 * The constants are ours; no literature has any. They tell notices from habits in the generated corpus and the demonstration.
 */
const eventRules = {
  /** People ask about one event for two weeks at most: repairs of the public networks have norms of hours and days. */
  days: 14,
  /** A week in which nobody asks ends a burst; without one there is a steady stream, and no event. */
  quietDays: 7,
  /** Fewer questions than these are no burst. */
  fewest: 4,
  /** So much of a burst is about one topic; an agency that tells the same to whatever it is asked in a week has no event. */
  oneTopic: 0.5,
} as const;

/** How concentrated the appeals of a group are, and what follows. */
interface Concentration {
  /** Days of the shortest period that holds eight in ten of the appeals. */
  readonly mostWithinDays: number;
  /** Share of the most frequent place. */
  readonly onePlace: number;
  readonly isEventNotice: boolean;
}

type Asked = Pick<GroupedAppeal, "received" | "place" | "topic">;
interface Dated extends Asked {
  readonly day: number;
}

const largest = (groups: Iterable<readonly unknown[]>): number => Math.max(...Array.from(groups, (one) => one.length));

/** Appeals of one place, in order of time, cut where nobody asked for more than `quietDays`. */
function streams(appeals: readonly Dated[]): Dated[][] {
  const found: Dated[][] = [];
  for (const appeal of appeals) {
    const before = found.at(-1)?.at(-1);
    if (before === undefined || appeal.day - before.day > eventRules.quietDays) found.push([appeal]);
    else found.at(-1)!.push(appeal);
  }
  return found;
}

function isBurst(stream: readonly Dated[]): boolean {
  const span = stream.at(-1)!.day - stream[0]!.day + 1;
  const topics = Map.groupBy(stream, ({ topic }) => topic);
  return (
    stream.length >= eventRules.fewest &&
    span <= eventRules.days &&
    largest(topics.values()) >= eventRules.oneTopic * stream.length
  );
}

/**
 * @param appeals that got nearly identical replies; at least one. Where no place is told they count as of one place
 */
export function concentrationOf(appeals: readonly Asked[]): Concentration {
  const dated = appeals
    .map((appeal) => ({ ...appeal, day: dayOfIsoDate(appeal.received.slice(0, 10)) }))
    .sort((a, b) => a.day - b.day);
  const most = mostOfGroup(dated.length);
  const spans = dated.slice(most - 1).map(({ day }, index) => day - dated[index]!.day + 1);
  const places = Map.groupBy(dated, ({ place }) => place);
  const bursts = [...places.values()].flatMap(streams).filter(isBurst);
  return {
    mostWithinDays: spans.reduce((a, b) => Math.min(a, b)),
    onePlace: largest(places.values()) / dated.length,
    isEventNotice: bursts.reduce((sum, burst) => sum + burst.length, 0) >= most,
  };
}
