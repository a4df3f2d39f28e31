import { type ReplyColumns, replyKinds } from "../../model/columns.ts";
import { type Outcome, outcomes as everyOutcome } from "../../model/outcome.ts";
import { associatedWith, type Association, leastReplies } from "../../model/replies.ts";
import { hasMark, unreadReply } from "../../model/replyMarks.ts";
import type { Evidence } from "../evidence.ts";
import { missing, rounded, tooFew } from "../figure.ts";
import { riskDifference, type Stratum } from "../statistics/mantelHaenszel.ts";
import { countsAs } from "../tally.ts";
import { topTopics } from "./adjustedMarks.ts";
import type { ShownMark } from "./replyTally.ts";

type AssociatedWith = (typeof associatedWith)[number];

/** From this rating on an answer was rated well. */
const ratedWell = 4;

/** Of a row whether it tells of an event, and whether the event took place. */
interface Told {
  readonly isTold: (row: number) => boolean;
  readonly took: (row: number) => boolean;
  /** Whether the exports tell of such events at all. */
  readonly isRecorded: boolean;
  /** Those with which they do; undefined: with all, or it makes no difference. */
  readonly outcomes?: readonly Outcome[] | undefined;
}

/**
 * Returns as the exports tell of them. Where a channel has not one return of appeals with some outcome, it may be that none is written down:
 * whatever goes with that outcome would seem to keep people from returning. Such appeals are not compared.
 */
function toldOfReturns({ columns, rows }: Pick<Evidence, "columns" | "rows">, all: readonly number[]): Told {
  const { outcomes } = columns.lists;
  const cellOf = (row: number): number => columns.channel[row]! * outcomes.length + columns.outcome[row]!;
  const told = new Set(all.filter((row) => countsAs(rows, row, "reopened")).map(cellOf));
  const isJudged = (row: number): boolean => countsAs(rows, row, "reopeningJudged");
  const isTold = (row: number): boolean => isJudged(row) && told.has(cellOf(row));
  const withOutcomes = new Set(all.filter(isTold).map((row) => outcomes[columns.outcome[row]!]!));
  return {
    isTold,
    took: (row) => countsAs(rows, row, "reopenedSoon"),
    isRecorded: all.some((row) => countsAs(rows, row, "reopeningRecorded")),
    outcomes: all.every((row) => !isJudged(row) || isTold(row))
      ? undefined
      : everyOutcome.filter((outcome) => withOutcomes.has(outcome)),
  };
}

function toldOf(what: AssociatedWith, { columns, rows }: Pick<Evidence, "columns" | "rows">): Told {
  const all = Array.from({ length: columns.length }, (_, row) => row);
  switch (what) {
    case "rated-well":
      return {
        isTold: (row) => columns.rating[row]! > 0,
        took: (row) => columns.rating[row]! >= ratedWell,
        isRecorded: columns.rating.some((rating) => rating > 0),
      };
    case "returned":
      return toldOfReturns({ columns, rows }, all);
    case "confirmed":
      return {
        isTold: (row) => countsAs(rows, row, "confirmationEligible"),
        took: (row) => countsAs(rows, row, "confirmed"),
        isRecorded: all.some((row) => countsAs(rows, row, "confirmationRecorded")),
      };
  }
}

/** Whether replies have a property; null: the question does not arise. */
interface Property {
  readonly id: Association["property"];
  readonly of: (place: number) => boolean | null;
}

function propertiesOf(replies: ReplyColumns, shown: readonly ShownMark[]): Property[] {
  const [own, repeated] = [replyKinds.indexOf("own"), replyKinds.indexOf("repeated")];
  return [
    ...shown.map(({ mark }): Property => ({
      id: mark,
      of: (place) => (replies.marks[place]! === unreadReply ? null : hasMark(replies.marks[place]!, mark)),
    })),
    {
      id: "repeated",
      of: (place) => {
        const kind = replies.kind[place]!;
        return kind === repeated ? true : kind === own ? false : null;
      },
    },
  ];
}

/**
 * Whether what replies contain goes with what their receivers did, within one topic and one channel: a difference of shares with its
 * interval, whatever its sign.
 */
export function associationsOf(
  evidence: Pick<Evidence, "columns" | "rows" | "tree">,
  replies: ReplyColumns,
  shown: readonly ShownMark[],
): Association[] {
  const { columns } = evidence;
  const topics = topTopics(evidence);
  const told = associatedWith.map((what) => toldOf(what, evidence));
  return propertiesOf(replies, shown).flatMap(({ id, of }) =>
    associatedWith.map((what, at): Association => {
      const { isTold, took, isRecorded, outcomes } = told[at]!;
      if (!isRecorded) return { property: id, with: what, figure: missing("not-recorded") };
      const strata = new Map<number, { -readonly [Key in keyof Stratum]: Stratum[Key] }>();
      replies.rows.forEach((row, place) => {
        const has = of(place);
        if (has === null || !isTold(row)) return;
        const key = columns.channel[row]! * topics.size + topics.of[row]!;
        let stratum = strata.get(key);
        if (stratum === undefined)
          strata.set(key, (stratum = { eventsWith: 0, totalWith: 0, eventsWithout: 0, totalWithout: 0 }));
        stratum[has ? "totalWith" : "totalWithout"] += 1;
        if (took(row)) stratum[has ? "eventsWith" : "eventsWithout"] += 1;
      });
      return { property: id, with: what, ...(outcomes && { outcomes }), figure: figureOf([...strata.values()]) };
    }),
  );
}

function figureOf(strata: readonly Stratum[]): Association["figure"] {
  const found = riskDifference(strata);
  if (found === null) return missing("none-eligible");
  const { difference, lower, upper, having, lacking, eventsHaving, eventsLacking, strata: telling } = found;
  if (having < leastReplies || lacking < leastReplies) return tooFew;
  return {
    state: "exact",
    value: rounded(difference, 1e6),
    low: rounded(lower, 1e6),
    high: rounded(upper, 1e6),
    having,
    lacking,
    eventsHaving,
    eventsLacking,
    strata: telling,
  };
}
