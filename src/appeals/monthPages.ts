import type { ListedAppeal } from "../edition/listedAppeal.ts";

/** Appeals on one page of a month: a long page is quicker to read through than many short ones. */
const perPage = 100;

export interface MonthPart {
  /** YYYY-MM */
  month: string;
  /** From 1; the first page of a month stands at the month's own address. */
  page: number;
  pages: number;
  /** All appeals of the month. */
  total: number;
  appeals: ListedAppeal[];
  /** The months before and after with any appeals; null where there are none. */
  earlier: string | null;
  later: string | null;
}

/** Plain lists of all appeals by month of receipt, newest first. */
export function monthPages(newestFirst: readonly ListedAppeal[]): MonthPart[] {
  const months = [...Map.groupBy(newestFirst, ({ received }) => received.slice(0, 7))].sort(([a], [b]) =>
    a < b ? 1 : -1,
  );
  return months.flatMap(([month, appeals], place) => {
    const pages = Math.ceil(appeals.length / perPage);
    const beside = { earlier: months[place + 1]?.[0] ?? null, later: months[place - 1]?.[0] ?? null };
    return Array.from({ length: pages }, (_, at) => ({
      month,
      page: at + 1,
      pages,
      total: appeals.length,
      appeals: appeals.slice(at * perPage, (at + 1) * perPage),
      ...beside,
    }));
  });
}

/** Address of a page inside the portal. */
export function monthAddress(month: string, page = 1): string {
  return page === 1 ? `/appeals/${month}/` : `/appeals/${month}/${page}/`;
}
