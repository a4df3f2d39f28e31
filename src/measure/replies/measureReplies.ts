import { none, type ReplyColumns } from "../../model/columns.ts";
import {
  leastReplies,
  type MarkQuality,
  type Replies,
  type ReplyMonth,
  type ReplySlice,
  type ReplySubject,
} from "../../model/replies.ts";
import { isoMonth } from "../civilMonth.ts";
import type { Evidence, SlotRange } from "../evidence.ts";
import { topicsAtLevel } from "../topicTree.ts";
import { adjustedMarks } from "./adjustedMarks.ts";
import { besideRegion } from "./besideRegion.ts";
import { associationsOf } from "./associations.ts";
import { frequentTexts } from "./frequentTexts.ts";
import { readabilityMedians } from "./readabilityMedians.ts";
import { replyShares, shownMarksOf, tallyReplies, type ShownMark } from "./replyTally.ts";

/** A subject before it is known which agencies send one text to everybody. */
type MeasuredSubject = Omit<ReplySubject, "oneText">;

/** What replies contain, by subject, and what goes with it. */
export interface MeasuredReplies extends Pick<Replies, "associations"> {
  /** The region first, then agencies and topics by code; only those with replies. */
  readonly subjects: readonly MeasuredSubject[];
}

/**
 * The figures of replies. Only whole numbers are added up and values are sorted before their median is taken, so the order of the rows
 * cannot change a digit.
 *
 * @param marks how well the rules of the portal find each mark: only those that are shown are counted
 */
export function measureReplies(
  evidence: Evidence,
  replies: ReplyColumns,
  marks: readonly MarkQuality[],
): MeasuredReplies {
  const { columns, tree } = evidence;
  const isFrequent = frequentTexts(columns, replies);
  const shown = shownMarksOf(marks, replies, isFrequent);
  const everything = Uint32Array.from(replies.rows.keys());
  const subject = (dimension: ReplySubject["dimension"], code: string, places: Uint32Array): MeasuredSubject => ({
    dimension,
    code,
    periods: {
      year: sliceOf(within(places, replies, evidence, evidence.slots.year), replies, shown, evidence.minimumShown),
      all: sliceOf(places, replies, shown, evidence.minimumShown),
    },
    months: dimension === "topic" ? [] : monthsOf(places, replies, shown, evidence),
  });
  const byAgency = grouped(everything, replies, columns.agency, columns.lists.agencies.length);
  const adjusted = shown.map((mark) => adjustedMarks(evidence, replies, byAgency, isFrequent, mark));
  const agencies = byAgency.flatMap((places, agency) => {
    if (places.length === 0) return [];
    const { periods, ...rest } = subject("agency", columns.lists.agencies[agency]!, places);
    const withExpected = periods.all.marks.map((share, at) => {
      const expected = adjusted[at]![agency];
      return expected === undefined ? share : { ...share, adjusted: expected };
    });
    return [{ ...rest, periods: { ...periods, all: { ...periods.all, marks: withExpected } } }];
  });
  const region = everything.length === 0 ? [] : [subject("region", "", everything)];
  const topics = Array.from({ length: tree.depth }, (_, level) => level).flatMap((level) =>
    grouped(everything, replies, topicsAtLevel(tree, columns.topic, level), tree.codes.length).flatMap(
      (places, topic) =>
        places.length === 0 || tree.paths[topic]!.length !== level + 1
          ? []
          : [subject("topic", tree.codes[topic]!, places)],
    ),
  );
  const besideAll = (topic: MeasuredSubject): MeasuredSubject => ({
    ...topic,
    periods: { ...topic.periods, all: sliceBeside(topic.periods.all, region[0]!.periods.all) },
  });
  const byCode = (a: MeasuredSubject, b: MeasuredSubject): number => (a.code < b.code ? -1 : 1);
  return {
    subjects: [...region, ...agencies.sort(byCode), ...topics.sort(byCode).map(besideAll)],
    associations: everything.length === 0 ? [] : associationsOf(evidence, replies, shown),
  };
}

/** A topic's shares with those of the region beside; both stand on enough replies, or nothing does. */
function sliceBeside(topic: ReplySlice, region: ReplySlice): ReplySlice {
  const [{ short }, { short: all }] = [topic, region];
  const isTold = short.state === "exact" && short.whole >= leastReplies && all.state === "exact";
  return {
    ...topic,
    ...(isTold && { shortRegion: besideRegion(short, all.value) }),
    marks: topic.marks.map((share, at) => {
      const { [at]: of } = region.marks;
      return share.corrected.state === "exact" && of?.corrected.state === "exact"
        ? { ...share, region: besideRegion(share.corrected, of.corrected.value) }
        : share;
    }),
  };
}

/** Places of replies by the code of their rows. */
function grouped(places: Uint32Array, { rows }: ReplyColumns, codeOf: Uint16Array, size: number): Uint32Array[] {
  const groups = Array.from({ length: size }, (): number[] => []);
  for (const place of places) {
    const code = codeOf[rows[place]!]!;
    if (code !== none) groups[code]!.push(place);
  }
  return groups.map((group) => Uint32Array.from(group));
}

function within(
  places: Uint32Array,
  { rows }: ReplyColumns,
  { series }: Pick<Evidence, "series">,
  { first, last }: SlotRange,
): Uint32Array {
  return places.filter((place) => series.slot[rows[place]!]! >= first && series.slot[rows[place]!]! <= last);
}

function sliceOf(
  places: Uint32Array,
  replies: ReplyColumns,
  shown: readonly ShownMark[],
  minimumShown: number,
): ReplySlice {
  return {
    ...replyShares(tallyReplies(places, replies, shown), shown, minimumShown),
    readability: readabilityMedians(places, replies),
  };
}

function monthsOf(
  places: Uint32Array,
  replies: ReplyColumns,
  shown: readonly ShownMark[],
  { series, minimumShown }: Pick<Evidence, "series" | "minimumShown">,
): ReplyMonth[] {
  const bySlot = Array.from({ length: series.length }, (): number[] => []);
  // What was received before the series, or nobody knows when, belongs to no month.
  for (const place of places) bySlot[series.slot[replies.rows[place]!]! - 1]?.push(place);
  return bySlot.flatMap((inMonth, month) => {
    if (inMonth.length === 0) return [];
    const {
      eventNotices: _eventNotices,
      unread: _unread,
      ...shares
    } = replyShares(tallyReplies(inMonth, replies, shown), shown, minimumShown);
    return [{ month: isoMonth(series.first + month), ...shares }];
  });
}
