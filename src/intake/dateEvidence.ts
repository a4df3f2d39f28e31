import { emptyDate } from "./emptyDate.ts";
import { type DateOrder, writtenDate } from "./readDate.ts";

/** What the values of one column say about the order of day and month. */
export interface DateEvidence {
  values: number;
  /** Values in which the order does not matter: year first, month named, day and month equal, no date at all. */
  clear: number;
  /** Year last: first figure above 12, second above 12, neither. */
  dayFirst: number;
  monthFirst: number;
  either: number;
  /** Of those with the year last, how many are written with points. */
  points: number;
  unreadable: number;
}

export function newEvidence(): DateEvidence {
  return { values: 0, clear: 0, dayFirst: 0, monthFirst: 0, either: 0, points: 0, unreadable: 0 };
}

/** @param text a cell that is not empty */
export function weigh(evidence: DateEvidence, text: string): void {
  evidence.values += 1;
  // What a program writes for no date, it writes in an order of its own.
  if (emptyDate(text) !== null) {
    evidence.clear += 1;
    return;
  }
  const written = writtenDate(text);
  if (!written) {
    evidence.unreadable += 1;
    return;
  }
  const { form, first, second, separator } = written;
  if (form !== "year-last") {
    evidence.clear += 1;
    return;
  }
  if (separator === ".") evidence.points += 1;
  if (first > 12 && second <= 12) evidence.dayFirst += 1;
  else if (second > 12 && first <= 12) evidence.monthFirst += 1;
  else if (first === second) evidence.clear += 1;
  else evidence.either += 1;
}

export type OrderVerdict = DateOrder | "not-needed" | "mixed" | "unknown";

/** One faulty value among this many does not make a column doubtful; with points, where only typing errors can be meant, among fewer. */
const tolerated = { slashes: 500, points: 10 };

/**
 * Order of day and month by all the values of a column. mixed: there is evidence for both; unknown: for neither, and the
 * values cannot be read without knowing.
 */
export function orderOf({ dayFirst, monthFirst, either, points }: DateEvidence): OrderVerdict {
  const faulty = points > (dayFirst + monthFirst) / 2 ? tolerated.points : tolerated.slashes;
  if (dayFirst > monthFirst * faulty) return "day-first";
  if (monthFirst > dayFirst * faulty) return "month-first";
  if (dayFirst > 0 && monthFirst > 0) return "mixed";
  if (either === 0) return "not-needed";
  return points >= either ? "day-first" : "unknown";
}

/** The order that columns of dates show, where all that show any show the same: one system wrote them. */
export function commonOrder(verdicts: Iterable<OrderVerdict>): "day-first" | "month-first" | undefined {
  const orders = new Set([...verdicts].filter((verdict) => verdict === "day-first" || verdict === "month-first"));
  return orders.size === 1 ? [...orders][0] : undefined;
}
