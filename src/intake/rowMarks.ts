import { type OfficeMarks, officeMarks } from "../model/officeMarks.ts";
import type { ColumnMap } from "./headerMatch.ts";
import type { Row } from "./row.ts";
import { readMark, type WordBook } from "./words.ts";

/** Makes the reader of what the office marked of appeals, by the columns that its export has; null where it says nothing. A word that nobody knows is told and says nothing. */
export function markReader(columns: ColumnMap, words: Pick<WordBook, "markOf">): (row: Row) => OfficeMarks | null {
  const there = officeMarks.filter((mark) => columns[mark] !== undefined);
  return (row) => marksOf(there, row, words);
}

function marksOf(
  there: readonly (typeof officeMarks)[number][],
  row: Row,
  words: Pick<WordBook, "markOf">,
): OfficeMarks | null {
  let marks: OfficeMarks | null = null;
  for (const mark of there) {
    const text = row.cell(mark);
    if (text === "") continue;
    const marked = words.markOf(text) ?? readMark(text);
    if (marked === null) row.tell("MARK_UNLISTED", mark);
    else (marks ??= {})[mark] = marked;
  }
  return marks;
}
