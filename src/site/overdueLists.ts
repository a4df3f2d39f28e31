import { channels } from "../model/channel.ts";
import { withAbove } from "../model/events/belonging.ts";
import type { Facts } from "../model/facts.ts";
import type { OverdueAppeal } from "./overdue.ts";
import { overdueByAge, type OverdueAge } from "./overdueAges.ts";

/** Every overdue appeal in plain pages: all of them, and those of each agency, topic, place, channel and age. */

export const overdueDimensions = ["agency", "topic", "place", "channel"] as const;
export type OverdueDimension = (typeof overdueDimensions)[number];

/** Rows on one page: the longest delays stand first, so that pages follow each other in age. */
const perPage = 100;

/** Whose overdue appeals they are. */
export interface OverdueSubject {
  dimension: OverdueDimension;
  code: string;
}

export interface OverduePart {
  /** Null: all there are. */
  of: OverdueSubject | { dimension: "age"; code: OverdueAge["code"] } | null;
  /** From 1. */
  page: number;
  pages: number;
  total: number;
  rows: OverdueAppeal[];
}

/** Address of a page inside the portal. */
export function overdueAddress(of: OverduePart["of"], page = 1): string {
  const list = of === null ? "all" : `by/${of.dimension}/${of.code}`;
  return `/overdue/${list}/${page === 1 ? "" : `${String(page)}/`}`;
}

/** Where the table of all of them stands. */
export const overdueCsvAddress = "/overdue/overdue.csv";

/** Where the feed of the newest of them stands, of all or of one list; once, in the language of the appeals. */
export const overdueFeedAddress = (of: OverdueSubject | null): string =>
  of === null ? "/overdue/feed.atom" : `${overdueAddress(of)}feed.atom`;

/** How many are overdue of each code that has any; a topic or a place counts what is below it. */
export function overdueByCode(
  overdue: readonly OverdueAppeal[],
  dimension: OverdueDimension,
  { topics, places }: Facts["vocabulary"],
): Map<string, OverdueAppeal[]> {
  const above = dimension === "topic" ? withAbove(topics) : dimension === "place" ? withAbove(places) : null;
  const lists = new Map<string, OverdueAppeal[]>();
  for (const one of overdue) {
    const code = one.appeal[dimension];
    for (const each of code === null ? [] : (above?.(code) ?? [code])) push(lists, each, one);
  }
  return dimension === "channel" ? new Map(channels.flatMap((code) => entryOf(lists, code))) : lists;
}

/** In place: copies of a list that grows by one would cost the square of its length. */
function push<Value>(lists: Map<string, Value[]>, code: string, value: Value): void {
  const own = lists.get(code);
  if (own === undefined) lists.set(code, [value]);
  else own.push(value);
}

const entryOf = <Value>(lists: ReadonlyMap<string, Value>, code: string): [string, Value][] => {
  const own = lists.get(code);
  return own === undefined ? [] : [[code, own]];
};

/** All pages. @param overdue the longest delay first */
export function overdueParts(overdue: readonly OverdueAppeal[], vocabulary: Facts["vocabulary"]): OverduePart[] {
  const cut = (of: OverduePart["of"], rows: readonly OverdueAppeal[]): OverduePart[] => {
    const pages = Math.ceil(rows.length / perPage);
    return Array.from({ length: pages }, (_, at) => ({
      of,
      page: at + 1,
      pages,
      total: rows.length,
      rows: rows.slice(at * perPage, (at + 1) * perPage),
    }));
  };
  return [
    ...cut(null, overdue),
    ...overdueDimensions.flatMap((dimension) =>
      [...overdueByCode(overdue, dimension, vocabulary)].flatMap(([code, rows]) => cut({ dimension, code }, rows)),
    ),
    ...[...overdueByAge(overdue)].flatMap(([code, rows]) => cut({ dimension: "age", code }, rows)),
  ];
}
