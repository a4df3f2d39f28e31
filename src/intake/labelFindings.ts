import type { Finding } from "../model/finding.ts";
import { tooManyLabels } from "./labelBook.ts";
import type { Books } from "./vocabularyBooks.ts";

/**
 * What the labels of all rows show of the columns they came from: too many different ones to be a list, or several entries
 * in one cell.
 *
 * @param rows number of rows that were read into appeals
 * @param edition folder that the findings point to
 */
export function labelFindings(books: Books, rows: number, edition: string): Finding[] {
  const lists = [
    ["agency", books.agencies],
    ["topic", books.topics],
    ["place", books.places],
  ] as const;
  return [
    ...tooManyLabels(books, rows).map((column): Finding => ({ code: "LABELS_TOO_MANY", file: edition, column })),
    ...lists.flatMap(([column, { joined }]): Finding[] =>
      joined === 0
        ? []
        : [{ code: "LABELS_JOINED", file: edition, column, ...(joined === 1 ? {} : { count: joined }) }],
    ),
  ];
}
