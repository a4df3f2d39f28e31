import type { SourceField } from "../../model/source.ts";
import { wordBook } from "../words.ts";
import type { ColumnProfile } from "./columnProfile.ts";

/** Below so many rows, few different values are no evidence of a list. */
export const fewRows = 20;

export const isDateColumn = ({ dates, filled }: ColumnProfile): boolean => filled > 0 && dates >= filled * 0.7;

/** Dates of a workbook that lost their format are bare numbers: they are dates only where the header says so. */
export const isCalledDates = (column: ColumnProfile): boolean =>
  isDateColumn(column) || (column.filled > 0 && column.dates + column.serials >= column.filled * 0.9);

/** Values that repeat and are short: a list somebody chose from. */
export function isLabelColumn(column: ColumnProfile, rows: number): boolean {
  const few = column.distinct <= 400 || column.distinct <= Math.max(30, column.filled / 5);
  const repeats =
    column.filled < 30 ? column.distinct < column.filled || rows < 30 : column.distinct <= column.filled * 0.6;
  return column.filled > 0 && !isDateColumn(column) && few && column.length.mean <= 100 && repeats;
}

/** Few short values over and over are a list somebody chose from: «Дан ответ», «Ответ направлен». */
export const isShortList = ({ distinct, filled, length }: ColumnProfile): boolean =>
  filled >= fewRows && distinct <= Math.max(10, filled / 20) && length.mean <= 60;

export const isTextColumn = (column: ColumnProfile): boolean =>
  column.filled > 0 &&
  column.length.mean >= 15 &&
  column.dates === 0 &&
  column.figures < column.filled / 2 &&
  !isShortList(column);

/** Whether the values of a column are mostly names of people: most of those there are, or those of most rows. */
export const isPersons = ({ persons, distinct, personRows, filled }: ColumnProfile): boolean =>
  (persons > 1 && persons > distinct / 2) || (filled >= fewRows && personRows > filled / 2);

/** Numbers or codes, one for each row. */
export function isIdColumn(column: ColumnProfile, rows: number): boolean {
  const unique = column.distinct >= column.filled * 0.98;
  return (
    column.filled >= rows * 0.9 &&
    unique &&
    column.length.longest <= 64 &&
    !isDateColumn(column) &&
    column.length.mean <= 40
  );
}

/** Numbers stand for names that another system knows: no reader would. Districts alone are often called by numbers. */
export const isNumbered = (field: SourceField, { figures, filled }: ColumnProfile): boolean =>
  (field === "agency" || field === "topic" || field === "topicGroup") && figures > filled * 0.9;

/** Of two columns that say the same, the one in words is for readers. */
export const isCode = (header: string): boolean => /[._ ](?:id|code|код)$/iu.test(header);

/** Of every two rows with a kind of appeal, one at least has to have one that is known to be owed an answer or not. */
export function holdsKinds({ labels, filled }: ColumnProfile): boolean {
  const { answerOf } = wordBook({}, { outcomes: [], channels: [] });
  return (
    [...labels].reduce((sum, [label, count]) => sum + (answerOf(label) === undefined ? 0 : count), 0) >= filled / 2
  );
}
