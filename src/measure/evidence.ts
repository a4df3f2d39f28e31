import { type Channel, channels } from "../model/channel.ts";
import type { AppealColumns } from "../model/columns.ts";
import { type Norm, normInDays } from "../model/norm.ts";
import { outcomes } from "../model/outcome.ts";
import { byTimedEvent, type TimedEvent } from "../model/events/event.ts";
import { closedOnlyChannels } from "./closedOnly.ts";
import { outcomeDays } from "./outcomesByDay.ts";
import { daysSinceYearBefore, measuredPeriods, type Periods, type SliceId } from "./periods.ts";
import type { MapContext } from "./mapContext.ts";
import type { CrossingsContext } from "./crossings/crossingsContext.ts";
import type { WeeksContext } from "./rising/weeksContext.ts";
import { rowTallies } from "./rowTallies.ts";
import { type Series, seriesOf } from "./series.ts";
import type { RowTallies } from "./tally.ts";
import { type TopicLink, topicTree, type TopicTree } from "./topicTree.ts";
import { waitOrder, type WaitOrder, type WaitColumns, waitState } from "./waitOrder.ts";

const defaultMinimumCompared = 30;

/** What the measures must know beside the appeals. */
export interface MeasureContext {
  readonly topics: readonly TopicLink[];
  /** Places and the places above them; left out: none is nested. */
  readonly places?: readonly TopicLink[] | undefined;
  /** Fewer appeals than this: no rate and no time is shown. */
  readonly minimumShown: number;
  /** Agencies with fewer appeals under a figure are listed in a comparison, not placed, and months with fewer are not called unusual; default 30. */
  readonly minimumCompared?: number | undefined;
  /** Civil day of the newest export, since 1970-01-01. */
  readonly exportDay: number;
  /** The portal's norms: each rule in the columns is an index into this list. Left out: none. */
  readonly norms?: readonly Norm[] | undefined;
  /** Channels whose exports hold closed appeals only; left out: found from the data (see closedOnly.ts). */
  readonly closedOnly?: readonly Channel[] | undefined;
  /** What a map must know; left out: there is none. */
  readonly map?: MapContext | undefined;
  /** What weeks must know; left out: none are told. */
  readonly weeks?: WeeksContext | undefined;
  /** What crossings of topics and places must know; left out: none are told. */
  readonly crossings?: CrossingsContext | undefined;
}

/** The waits for one event in rising order, with what a subject needs to know of each to sort it into its slices. */
export interface OrderedWaits extends WaitOrder {
  /** Place in the series, channel (index) and 1 for a wait known only in whole days. */
  readonly slot: Uint16Array;
  readonly channel: Uint8Array;
  readonly dayPrecise: Uint8Array;
  /** 1 for a wait for what can no longer happen. */
  readonly never: Uint8Array;
  /** Outcome (index in the model), and for how many of the days of outcomesByDay the appeal was followed. */
  readonly outcome: Uint8Array;
  readonly followedFor: Uint8Array;
  /** Norms of the event that are the same number of days for all appeals. */
  readonly norms: readonly number[];
}

/** First and last place in the series, both inside. */
export interface SlotRange {
  readonly first: number;
  readonly last: number;
}

/** Everything that is worked out once and then used for every subject. */
export interface Evidence {
  readonly columns: AppealColumns;
  readonly minimumShown: number;
  readonly minimumCompared: number;
  readonly periods: Periods;
  readonly series: Series;
  /** Where each period lies in the series. "all" takes in the places before and after it too. */
  readonly slots: Readonly<Record<SliceId, SlotRange>>;
  /** The periods that are published. */
  readonly slices: readonly SliceId[];
  readonly rows: RowTallies;
  readonly waits: Readonly<Record<TimedEvent, OrderedWaits>>;
  /** Number of the portal's norms; 0 where the columns do not tell them apart. */
  readonly rules: number;
  readonly tree: TopicTree;
  /** Indices of the data's channels in the order of the model. */
  readonly channelOrder: readonly number[];
}

export function evidenceOf(columns: AppealColumns, context: MeasureContext): Evidence {
  const { exportDay, norms = [] } = context;
  const fixedNorms = (event: Norm["event"]) =>
    norms.flatMap((norm) => (norm.event === event ? (normInDays(norm) ?? []) : []));
  const named = context.closedOnly ?? closedOnlyChannels(columns);
  const closedOnly = Uint8Array.from(columns.lists.channels, (channel) => (named.includes(channel) ? 1 : 0));
  const firstReply = waitState(columns, "firstReply");
  const closing = waitState(columns, "closing");
  const series = seriesOf(columns, exportDay);
  const { firstDay, lastDay } = receiptSpan(columns, exportDay);
  const periods = measuredPeriods(firstDay, lastDay, exportDay);
  const slotOf = (month: number): number => month - series.first + 1;
  const lastMonth = slotOf(periods.yearLast);
  return {
    columns,
    minimumShown: context.minimumShown,
    minimumCompared: context.minimumCompared ?? defaultMinimumCompared,
    periods,
    series,
    slots: {
      year: { first: Math.max(1, slotOf(periods.yearFirst)), last: lastMonth },
      all: { first: 0, last: series.length + 1 },
      month: { first: lastMonth, last: lastMonth },
    },
    slices: series.complete[lastMonth - 1] === true ? ["year", "all", "month"] : ["year", "all"],
    rows: rowTallies(columns, { firstReply, closing, closedOnly, exportDay, yearDays: daysSinceYearBefore(exportDay) }),
    waits: byTimedEvent((event) => {
      const state = event === "firstReply" ? firstReply : event === "closing" ? closing : waitState(columns, event);
      const norms =
        event === "firstReply" ? fixedNorms("first-reply") : event === "closing" ? fixedNorms("closing") : [];
      return withSlots(columns, waitOrder(columns, state, closedOnly), state, series, norms);
    }),
    rules: columns.firstReplyRule === undefined || columns.closingRule === undefined ? 0 : norms.length,
    tree: topicTree(context.topics, columns.lists.topics),
    channelOrder: channels.map((channel) => columns.lists.channels.indexOf(channel)).filter((index) => index >= 0),
  };
}

/** First and last possible day of receipt; the day of the export where there is none. */
function receiptSpan(columns: AppealColumns, exportDay: number): { firstDay: number; lastDay: number } {
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (let i = 0; i < columns.length; i++) {
    if (Number.isNaN(columns.followedDays[i])) continue;
    firstDay = Math.min(firstDay, columns.receivedDay[i]!);
    lastDay = Math.max(lastDay, columns.receivedDay[i]!);
  }
  return firstDay > lastDay ? { firstDay: exportDay, lastDay: exportDay } : { firstDay, lastDay };
}

function withSlots(
  columns: AppealColumns,
  order: WaitOrder,
  { followedDays, never: neverOfRow }: WaitColumns,
  series: Series,
  norms: readonly number[],
): OrderedWaits {
  const size = order.rows.length;
  const outcomeIndex = Uint8Array.from(columns.lists.outcomes, (name) => outcomes.indexOf(name));
  const [slot, channel, dayPrecise, never] = [
    new Uint16Array(size),
    new Uint8Array(size),
    new Uint8Array(size),
    new Uint8Array(size),
  ];
  const [outcome, followedFor] = [new Uint8Array(size), new Uint8Array(size)];
  for (let i = 0; i < size; i++) {
    const row = order.rows[i]!;
    slot[i] = series.slot[row]!;
    channel[i] = columns.channel[row]!;
    dayPrecise[i] = columns.dayPrecision[row]!;
    never[i] = neverOfRow[row]!;
    outcome[i] = outcomeIndex[columns.outcome[row]!]!;
    followedFor[i] = daysFollowedFor(followedDays[row]!);
  }
  return { ...order, slot, channel, dayPrecise, never, outcome, followedFor, norms };
}

/** How many of the days of outcomesByDay lie within the time an appeal was followed. */
function daysFollowedFor(followed: number): number {
  let count = 0;
  while (count < outcomeDays.length && followed >= outcomeDays[count]!) count++;
  return count;
}
