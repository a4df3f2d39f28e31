import { type Channel, channels } from "../model/channel.ts";
import { type AppealColumns } from "../model/columns.ts";
import { closedOnlyChannels } from "./closedOnly.ts";
import { measuredPeriods, type Periods } from "./periods.ts";
import { type Series, seriesOf } from "./series.ts";
import { rowTallies, type RowTallies } from "./tally.ts";
import { type TopicLink, topicTree, type TopicTree } from "./topicTree.ts";
import { type WaitEvent, waitOrder, type WaitOrder, waitState } from "./waitOrder.ts";

/** What the measures must know beside the appeals. */
export interface MeasureContext {
  readonly topics: readonly TopicLink[];
  /** Fewer appeals than this: no rate and no time is shown. */
  readonly minimumShown: number;
  /** Civil day of the newest export, since 1970-01-01. */
  readonly exportDay: number;
  /** Channels whose exports hold closed appeals only; left out: found from the data (see closedOnly.ts). */
  readonly closedOnly?: readonly Channel[] | undefined;
}

/** The waits for one event in rising order, with what a subject needs to know of each to sort it into its slices. */
export interface OrderedWaits extends WaitOrder {
  /** Place in the series, channel (index) and 1 for a wait known only in whole days. */
  readonly slot: Uint16Array;
  readonly channel: Uint8Array;
  readonly dayPrecise: Uint8Array;
  /** Distinct norms of the event in days, rising. */
  readonly norms: readonly number[];
}

/** Everything that is worked out once and then used for every subject. */
export interface Evidence {
  readonly columns: AppealColumns;
  readonly minimumShown: number;
  readonly periods: Periods;
  readonly series: Series;
  /** First and last place of the period "year" in the series. */
  readonly yearSlots: { readonly first: number; readonly last: number };
  readonly rows: RowTallies;
  readonly waits: Record<WaitEvent, OrderedWaits>;
  readonly tree: TopicTree;
  /** Indices of the data's channels in the order of the model. */
  readonly channelOrder: readonly number[];
}

export function evidenceOf(columns: AppealColumns, context: MeasureContext): Evidence {
  const { exportDay } = context;
  const closedOnly = context.closedOnly ?? closedOnlyChannels(columns);
  const excluded = Uint8Array.from(columns.lists.channels, (channel) => (closedOnly.includes(channel) ? 1 : 0));
  const firstReply = waitState(columns, "firstReply");
  const closing = waitState(columns, "closing");
  const series = seriesOf(columns, exportDay);
  let firstDay = columns.receivedDay[0] ?? exportDay;
  let lastDay = firstDay;
  for (const day of columns.receivedDay.subarray(0, columns.length)) {
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  const periods = measuredPeriods(firstDay, lastDay, exportDay);
  const offset = 1 - series.first;
  return {
    columns,
    minimumShown: context.minimumShown,
    periods,
    series,
    yearSlots: { first: Math.max(1, periods.yearFirst + offset), last: Math.min(series.length, periods.yearLast + offset) },
    rows: rowTallies(columns, firstReply, closing, excluded, exportDay),
    waits: {
      firstReply: withSlots(columns, waitOrder(columns, firstReply, excluded), series, columns.firstReplyNorm),
      closing: withSlots(columns, waitOrder(columns, closing, excluded), series, columns.closingNorm),
    },
    tree: topicTree(context.topics, columns.lists.topics),
    channelOrder: channels.map((channel) => columns.lists.channels.indexOf(channel)).filter((index) => index >= 0),
  };
}

function withSlots(columns: AppealColumns, order: WaitOrder, series: Series, norm: Float64Array): OrderedWaits {
  const size = order.rows.length;
  const slot = new Uint16Array(size);
  const channel = new Uint8Array(size);
  const dayPrecise = new Uint8Array(size);
  const norms = new Set<number>();
  for (let i = 0; i < size; i++) {
    const row = order.rows[i]!;
    slot[i] = series.slot[row]!;
    channel[i] = columns.channel[row]!;
    dayPrecise[i] = columns.dayPrecision[row]!;
    if (!Number.isNaN(norm[row])) norms.add(norm[row]!);
  }
  return { ...order, slot, channel, dayPrecise, norms: [...norms].sort((a, b) => a - b) };
}
