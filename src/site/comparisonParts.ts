import type { ComparisonRow } from "../words/comparisonRows.ts";

/** A longer list is divided, where it has sections: on a phone a row is a card of its own. Longer folds hold names alone. */
export const longest = 60;

/** A list of subjects, divided so that what a reader came for is not buried. */
export interface ComparisonParts {
  /** What stands in the open: all of a short list, the sections alone of a long one. */
  rows: ComparisonRow[];
  /** What stands folded under the name of its section; empty in a short list. */
  sections: { code: string; name: string; rows: ComparisonRow[] }[];
  /** What received nothing in the last twelve months and nothing after them, folded too, with figures of all time. */
  past: ComparisonRow[];
}

/** @param rows in the order of their table, sub-topics after their topic */
export function comparisonParts(rows: ComparisonRow[]): ComparisonParts {
  const isKnownOf = (row: ComparisonRow): boolean => row.current || row.later;
  const current = rows.filter(isKnownOf);
  // An old export has nothing of the last twelve months: folded away, it would leave an empty page.
  const [open, past] = current.length === 0 ? [rows, []] : [current, rows.filter((row) => !isKnownOf(row))];
  if (open.length <= longest || open.every(({ over }) => over === null)) return { rows: open, sections: [], past };
  const tops = open.filter(({ over }) => over === null);
  const under = Map.groupBy(
    open.filter(({ over }) => over !== null),
    ({ over }) => over!.code,
  );
  return {
    rows: tops,
    sections: [...under].map(([code, within]) => ({ code, name: within[0]!.over!.name, rows: within })),
    past,
  };
}
