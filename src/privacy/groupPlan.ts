import type { PublicAppeal } from "../model/appeal.ts";
import type { AppealGroup } from "../model/appealGroup.ts";
import type { Channel } from "../model/channel.ts";
import { replyMoments } from "../model/events/firstReply.ts";
import { dayOfIsoDate, isoDateOfDay } from "../model/moment.ts";
import type { Norm } from "../model/norm.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { placesShown, type Shown } from "./smallGroups.ts";

export interface GroupLimits {
  smallestGroup: number;
  smallestSensitiveGroup: number;
}

/** What becomes of appeals in small groups. */
export interface GroupPlan {
  /** The appeal as it may be counted and published: with a coarser place, or without its texts. */
  coarsened: (appeal: PublicAppeal) => PublicAppeal;
  readonly counts: { raised: number; placeless: number; textless: number };
}

/** Agencies of a district tell the place as well as the place itself; of agencies that nobody described one cannot know. */
function placeTellingAgencies(vocabulary: Vocabulary): Set<string> {
  return new Set(vocabulary.agencies.filter((agency) => agency.kind !== "executive").map((agency) => agency.code));
}

const bucketOf = (topic: string, month: string, channel: Channel) => `${topic}\n${month}\n${channel}`;
const cellOf = (place: string, agency: string) => `${place}\n${agency}`;

/**
 * Decides what is told of appeals in small groups. In sensitive topics the place goes, and with it the agency of a
 * district; what is counted by place goes with what is told, so that no table knows more than the appeals do. In other
 * topics, where the portal sets a limit, an appeal that cannot be told with a parent place loses its texts.
 */
export function planGroups(groups: readonly AppealGroup[], limits: GroupLimits, vocabulary: Vocabulary): GroupPlan {
  const places = new Map(vocabulary.places.map((place) => [place.code, place.parent]));
  const sensitive = new Set(vocabulary.topics.filter((topic) => topic.sensitive).map((topic) => topic.code));
  const telling = placeTellingAgencies(vocabulary);
  const plan = new Map<string, Map<string, Shown>>();
  for (const [bucket, members] of Map.groupBy(groups, (group) => bucketOf(group.topic, group.month, group.channel))) {
    const smallest = sensitive.has(members[0]!.topic) ? limits.smallestSensitiveGroup : limits.smallestGroup;
    if (smallest === 1) continue;
    const cells = [
      ...Map.groupBy(members, (group) => cellOf(group.place, telling.has(group.agency) ? group.agency : "")).entries(),
    ]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, same]) => {
        const days = same.flatMap((group) => group.days).sort((a, b) => a - b);
        const [place = "", agency = ""] = key.split("\n");
        return { place, agency, count: days.length, reached: days[smallest - 1] ?? Infinity };
      });
    const shown = placesShown(cells, smallest, places);
    plan.set(bucket, new Map(cells.map((cell, index) => [cellOf(cell.place, cell.agency), shown[index]!])));
  }

  const counts = { raised: 0, placeless: 0, textless: 0 };
  const coarsened = (appeal: PublicAppeal): PublicAppeal => {
    const cells = plan.get(bucketOf(appeal.topic ?? "", appeal.received.slice(0, 7), appeal.channel));
    const told = cells?.get(
      cellOf(appeal.place ?? "", appeal.agency !== null && telling.has(appeal.agency) ? appeal.agency : ""),
    );
    if (told === undefined || told.agency) return appeal;
    if (told.place === null && !sensitive.has(appeal.topic ?? "")) {
      counts.textless++;
      const hadText = appeal.text !== null || appeal.reply !== null;
      return { ...appeal, text: null, reply: null, withheld: hadText ? "small-group" : appeal.withheld };
    }
    if (told.place === null) counts.placeless++;
    else counts.raised++;
    const withoutTelling = (agency: string | null) => (agency !== null && telling.has(agency) ? null : agency);
    return {
      ...appeal,
      place: told.place,
      agency: withoutTelling(appeal.agency),
      handedFrom: withoutTelling(appeal.handedFrom),
    };
  };
  return { coarsened, counts };
}

/** The Monday of a day's week. 1970-01-01 was a Thursday. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

const mondays = (date: string) => isoDateOfDay(mondayOf(dayOfIsoDate(date.slice(0, 10))));

/**
 * A group of sensitive appeals by the months in which their weeks begin, as their dates are told: by the months of their
 * days, a place that is shown would tell on which side of the first of a month an appeal came.
 */
export function byMonthOfWeek(group: AppealGroup): AppealGroup[] {
  return [...Map.groupBy(group.days, (day) => isoDateOfDay(mondayOf(day)).slice(0, 7))].map(([month, days]) => ({
    ...group,
    month,
    days,
  }));
}

/** Mondays of the weeks in whose middle a norm begins or ends. */
export function weeksOfChange(norms: readonly Pick<Norm, "from" | "until">[]): Set<string> {
  const firstDays = norms.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [dayOfIsoDate(from)]),
    ...(until === undefined ? [] : [dayOfIsoDate(until) + 1]),
  ]);
  return new Set(firstDays.filter((day) => mondayOf(day) !== day).map((day) => isoDateOfDay(mondayOf(day))));
}

/**
 * An appeal with its dates to the week: each stands for the week that begins on it. Waits are those
 * between the weeks: with an exact one two weeks often tell the day.
 *
 * @param plainNorms days of the portal's norms that are the same for all appeals, null for others
 * @param changing Mondays of weeks in which another norm begins to hold: there the norm would tell on which side of that day
 *   the appeal came
 */
export function datesToWeek(
  appeal: PublicAppeal,
  plainNorms: readonly (number | null)[],
  changing: ReadonlySet<string> = new Set(),
): PublicAppeal {
  // The exact length of a norm in calendar or working days tells the hour or the day of receipt.
  const plain = (rule: number | null | undefined) =>
    rule === null || rule === undefined ? null : (plainNorms[rule] ?? null);
  const day = (date: string) => dayOfIsoDate(date.slice(0, 10));
  const between = (from: string, to: number) => day(mondays(isoDateOfDay(to))) - day(mondays(from));
  const registered = appeal.registered ?? null;
  const replies = replyMoments(appeal).map(day);
  const firstReplySince = (start: string) =>
    between(start, Math.min(...replies.filter((reply) => reply >= day(start))));
  const isChanging = changing.has(mondays(appeal.received));
  const week = (date: string | null) => (date === null ? null : mondays(date));
  return {
    ...appeal,
    received: mondays(appeal.received),
    registered: week(registered),
    firstReply: week(appeal.firstReply),
    closed: week(appeal.closed),
    reopened: week(appeal.reopened),
    confirmed: week(appeal.confirmed ?? null),
    firstReplyDays: appeal.firstReplyDays === null ? null : firstReplySince(appeal.received),
    closingDays:
      appeal.closingDays === null || appeal.closed === null ? null : between(appeal.received, day(appeal.closed)),
    agencyFirstReplyDays:
      registered === null || (appeal.agencyFirstReplyDays ?? null) === null ? null : firstReplySince(registered),
    agencyClosingDays:
      registered === null || appeal.closed === null || (appeal.agencyClosingDays ?? null) === null
        ? null
        : between(registered, day(appeal.closed)),
    firstReplyNorm: isChanging ? null : plain(appeal.firstReplyRule),
    closingNorm: isChanging ? null : plain(appeal.closingRule),
    ...(isChanging && { firstReplyRule: null, closingRule: null }),
    datesToWeek: true,
  };
}
