import { dayOfIsoDate, isoDateOfDay } from "../../model/moment.ts";
import { withBelow } from "../../model/events/belonging.ts";
import type { Facts } from "../../model/facts.ts";
import { appealWaits } from "../../appeals/appealWait.ts";
import type { TextlessAppeal } from "../../edition/listedAppeal.ts";
import { pageSize, writeState } from "../read/addressState.ts";
import { noFilters, type Filters } from "../read/filters.ts";

/** Questions that people ask of an agency, a topic or a place, ready to be opened. */
const readyKinds = ["overdue", "over", "refused", "low", "month"] as const;
type ReadyKind = (typeof readyKinds)[number];

export interface ReadySearch {
  kind: ReadyKind;
  /** The address's query, without a question mark. */
  query: string;
  /** What it finds in this edition, never 0. */
  count: number;
}

export type ReadyDimension = "agency" | "topic" | "place";

type Found = Record<ReadyKind, number>;
const none: Readonly<Found> = { overdue: 0, over: 0, refused: 0, low: 0, month: 0 };
const known = new WeakMap<readonly TextlessAppeal[], Partial<Record<ReadyDimension, ReadonlyMap<string, Found>>>>();

/** What each kind finds of every code that an appeal carries, counted once for a list of appeals. */
function foundByCode(
  appeals: readonly TextlessAppeal[],
  dimension: ReadyDimension,
  edition: string,
  monthAgo: string,
): ReadonlyMap<string, Found> {
  const before = known.get(appeals);
  if (before?.[dimension]) return before[dimension];
  const found = new Map<string, Found>();
  for (const appeal of appeals) {
    const code = appeal[dimension] ?? "";
    const tally = found.get(code) ?? { ...none };
    found.set(code, tally);
    const reply = appealWaits(appeal, edition).find(({ event }) => event === "first-reply");
    if (reply?.inNorm === false) tally[reply.state === "done" ? "over" : "overdue"] += 1;
    if (appeal.outcome === "refused") tally.refused += 1;
    if (appeal.rating !== null && appeal.rating <= 2) tally.low += 1;
    if (appeal.received.slice(0, 10) >= monthAgo) tally.month += 1;
  }
  known.set(appeals, { ...before, [dimension]: found });
  return found;
}

/**
 * The ready searches of a subject that find anything, with how much each finds.
 *
 * @param appeals those of one edition; counted once, and not changed afterwards
 */
export function readySearches(
  appeals: readonly TextlessAppeal[],
  dimension: ReadyDimension,
  code: string,
  { edition, vocabulary }: Pick<Facts, "edition" | "vocabulary">,
): ReadySearch[] {
  const codes =
    dimension === "agency" ? [code] : withBelow(code, dimension === "topic" ? vocabulary.topics : vocabulary.places);
  const monthAgo = isoDateOfDay(dayOfIsoDate(edition.date) - 29);
  const own: Filters = { ...noFilters, [dimension]: [code] };
  const filters: Record<ReadyKind, Filters> = {
    overdue: { ...own, wait: ["overdue"] },
    over: { ...own, wait: ["over"] },
    refused: { ...own, outcome: ["refused"] },
    low: { ...own, rating: ["2", "1"] },
    month: { ...own, from: monthAgo },
  };
  const byCode = foundByCode(appeals, dimension, edition.date, monthAgo);
  const tallies = [...codes].map((one) => byCode.get(one) ?? none);
  return readyKinds.flatMap((kind) => {
    const count = tallies.reduce((sum, tally) => sum + tally[kind], 0);
    return count === 0
      ? []
      : [
          {
            kind,
            count,
            query: writeState({ typed: "", filters: filters[kind], order: "newest", shown: pageSize }).toString(),
          },
        ];
  });
}
