import { type OfficeMarks, officeMarks } from "../model/officeMarks.ts";
import { type Row } from "./row.ts";
import { readMark, type WordBook } from "./words.ts";

/** What the office marked of the appeal, by the columns that its export has; null where it says nothing. A word that nobody knows is told and says nothing. */
export function marksOf(row: Row, words: Pick<WordBook, "markOf">): OfficeMarks | null {
  let marks: OfficeMarks | null = null;
  for (const mark of officeMarks) {
    const text = row.cell(mark);
    if (text === "") continue;
    const marked = words.markOf(text) ?? readMark(text);
    if (marked === null) row.tell("MARK_UNLISTED", mark);
    else (marks ??= {})[mark] = marked;
  }
  return marks;
}
