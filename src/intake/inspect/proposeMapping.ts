import { sourceFields, type SourceField } from "../../model/source.ts";
import { visibleLabel } from "../label.ts";
import { type ColumnProfile } from "./columnProfile.ts";
import { fieldDenials, fieldWords } from "../fieldWords.ts";
import { wordBook } from "../words.ts";

export interface Proposal {
  field: SourceField;
  column: ColumnProfile;
  /** Why, as keys of the report's words. */
  reasons: ("name" | "dates" | "unique" | "labels" | "texts" | "earliest" | "before" | "after")[];
}

const dateFields = new Set<SourceField>(["received", "firstReply", "closed", "confirmed", "planned"]);
const labelFields = new Set<SourceField>(["topicGroup", "topic", "place", "agency", "channel", "kind", "outcome"]);
const textFields = new Set<SourceField>(["text", "reply"]);

const isDateColumn = ({ dates, filled }: ColumnProfile): boolean => filled > 0 && dates >= filled * 0.7;

/** Dates of a workbook that lost their format are bare numbers: they are dates only where the header says so. */
const isCalledDates = (column: ColumnProfile): boolean =>
  isDateColumn(column) || (column.filled > 0 && column.dates + column.serials >= column.filled * 0.9);

/** Values that repeat and are short: a list somebody chose from. */
function isLabelColumn(column: ColumnProfile, rows: number): boolean {
  const few = column.distinct <= 400 || column.distinct <= Math.max(30, column.filled / 5);
  const repeats =
    column.filled < 30 ? column.distinct < column.filled || rows < 30 : column.distinct <= column.filled * 0.6;
  return column.filled > 0 && !isDateColumn(column) && few && column.length.mean <= 100 && repeats;
}

/** Below so many rows, few different values are no evidence of a list. */
const fewRows = 20;

/** Few short values over and over are a list somebody chose from: «Дан ответ», «Ответ направлен». */
const isShortList = ({ distinct, filled, length }: ColumnProfile): boolean =>
  filled >= fewRows && distinct <= Math.max(10, filled / 20) && length.mean <= 60;

export const isTextColumn = (column: ColumnProfile): boolean =>
  column.filled > 0 &&
  column.length.mean >= 15 &&
  column.dates === 0 &&
  column.figures < column.filled / 2 &&
  !isShortList(column);

function isIdColumn(column: ColumnProfile, rows: number): boolean {
  const unique = column.distinct >= column.filled * 0.98;
  return (
    column.filled >= rows * 0.9 &&
    unique &&
    column.length.longest <= 64 &&
    !isDateColumn(column) &&
    column.length.mean <= 40
  );
}

/** Headers of columns that count the rows of an export: the same row has another number in the next one. */
const rowNumber =
  /^(?:№ ?)?п ?[/.\\]? ?п\.?$|^(?:row|line|index|#|no\.?|nr\.?|№|n°|строка|порядковый номер|lfd\.? ?nr\.?)(?: ?(?:no\.?|number|№|строки))?$/iu;

/** Whether the values of a column are mostly names of people: most of those there are, or those of most rows. */
export const isPersons = ({ persons, distinct, personRows, filled }: ColumnProfile): boolean =>
  (persons > 1 && persons > distinct / 2) || (filled >= fewRows && personRows > filled / 2);

/** Columns (1-based) that are lists somebody chose from, of no people, and that no field reads: where agencies may be found. */
export function otherLists(columns: readonly ColumnProfile[], proposals: readonly Proposal[], rows: number): number[] {
  const read = new Set(proposals.map(({ column }) => column.number));
  return columns
    .filter(
      (column) =>
        !read.has(column.number) &&
        column.distinct > 1 &&
        column.figures < column.filled / 2 &&
        isLabelColumn(column, rows) &&
        !isPersons(column),
    )
    .map(({ number }) => number);
}

/** Whether a column numbers the rows of this file and not the appeals. */
export const isRowNumber = ({ header, countsRows }: ColumnProfile): boolean => {
  const name = visibleLabel(header);
  return rowNumber.test(name) && (countsRows || /п ?[/.\\]? ?п/iu.test(name));
};

/** What is unique in every row and no number of an appeal: where somebody lives, how to reach them, a place on the map. */
const otherUnique =
  /тел|phone|контакт|contact|почт|mail|адрес|address|коорд|широт|долгот|lat|lon|geo|url|link|ссылк|фио|имя|name|автор|заявител|author/iu;

const clock = /^9{1,2}:9{2}/;

/** Numbers stand for names that another system knows: no reader would. Districts alone are often called by numbers. */
const isNumbered = (field: SourceField, { figures, filled }: ColumnProfile): boolean =>
  (field === "agency" || field === "topic" || field === "topicGroup") && figures > filled * 0.9;

/** Of two columns that say the same, the one in words is for readers. */
const isCode = (header: string): boolean => /[._ ](?:id|code|код)$/iu.test(header);

/** A column of short codes, each there once: it identifies the rows, whatever it is called. */
function isUniqueCode(column: ColumnProfile, rows: number): boolean {
  const { filled, distinct, length, fractions, figures, header, shapes } = column;
  const isCoded =
    figures > filled / 2 || shapes.every((shape) => /9/.test(shape) && !/[\s@]/.test(shape) && !clock.test(shape));
  return (
    rows >= fewRows &&
    filled === rows &&
    distinct === filled &&
    length.longest <= 40 &&
    fractions === 0 &&
    isCoded &&
    !isDateColumn(column) &&
    !isRowNumber(column) &&
    !column.countsRows &&
    !otherUnique.test(header)
  );
}

/** Of every two rows with a kind of appeal, one at least has to have one that is known to be owed an answer or not. */
function holdsKinds({ labels, filled }: ColumnProfile): boolean {
  const { answerOf } = wordBook({}, { outcomes: [], channels: [] });
  return (
    [...labels].reduce((sum, [label, count]) => sum + (answerOf(label) === undefined ? 0 : count), 0) >= filled / 2
  );
}

/** How well a header speaks for a field: 3 for the strongest words, 0 for none. */
export function nameScore(field: SourceField, header: string): number {
  const words = fieldWords[field] ?? [];
  // Of a name in nested JSON the last part says what it is: "_source.Тема" is no source.
  const name = visibleLabel(header).replace(/^(?:[\w$]+\.)+(?=\S)/, "");
  if (fieldDenials[field]?.test(name)) return 0;
  const index = words.findIndex((pattern) => pattern.test(name));
  return index === -1 ? 0 : 3 - index;
}

/** A column whose header speaks of the date of receipt or of closing, and in which hardly a date can be read. */
export function datesUnread(columns: readonly ColumnProfile[]): ColumnProfile[] {
  return columns.filter(
    (column) =>
      column.filled > 0 &&
      column.dates < column.filled / 2 &&
      column.figures < column.filled / 2 &&
      /дат|date|поступил|received|opened|created/iu.test(column.header) &&
      !isTextColumn(column),
  );
}

/**
 * A mapping by headers alone, without what the columns' contents rule out: a number that counts rows, a reply that is one
 * of few words.
 */
export function withoutMistaken(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(
    ({ field, column }) =>
      !(
        (field === "id" && isRowNumber(column)) ||
        ((field === "reply" || field === "text") && isShortList(column)) ||
        (field === "agency" && isPersons(column))
      ),
  );
}

/**
 * What the columns that a layout does not know may feed besides, where it leaves the field open.
 *
 * @param known what the layout feeds
 * @param isLeft whether the layout says nothing of a column
 */
export function besides(
  known: readonly Proposal[],
  columns: readonly ColumnProfile[],
  rows: number,
  isLeft: (column: ColumnProfile) => boolean,
): Proposal[] {
  const fed = new Set(known.map(({ field }) => field));
  const used = new Set(known.map(({ column }) => column.number));
  const left = columns.filter((column) => !used.has(column.number) && isLeft(column));
  const found = proposeMapping(left, rows).filter(({ field, reasons }) => !fed.has(field) && reasons.includes("name"));
  // A topic that the layout knows is the leaf; a group is proposed above it, and never another leaf.
  return [...known, ...found.filter(({ field }) => !(field === "topicGroup" && !fed.has("topic")))].sort(
    (a, b) => sourceFields.indexOf(a.field) - sourceFields.indexOf(b.field),
  );
}

/**
 * Which column probably feeds which field, by the names of the columns and by what they hold; both have to agree. A field
 * that nothing speaks for is left out: better to ask than to guess.
 *
 * @param rows number of rows behind the profiles
 */
export function proposeMapping(columns: readonly ColumnProfile[], rows: number): Proposal[] {
  const candidates: { field: SourceField; column: ColumnProfile; score: number; reasons: Proposal["reasons"] }[] = [];
  for (const field of sourceFields) {
    for (const column of columns) {
      const named = nameScore(field, column.header);
      if (named === 0) continue;
      const fits = dateFields.has(field)
        ? isCalledDates(column)
        : field === "id"
          ? isIdColumn(column, rows)
          : labelFields.has(field)
            ? isLabelColumn(column, rows)
            : textFields.has(field)
              ? isTextColumn(column)
              : column.filled > 0;
      if (
        !fits ||
        (field === "id" && isRowNumber(column)) ||
        (field === "agency" && (column.persons > column.distinct / 2 || isPersons(column))) ||
        isNumbered(field, column) ||
        (field === "kind" && !holdsKinds(column))
      )
        continue;
      const reasons: Proposal["reasons"] = [
        "name",
        ...(dateFields.has(field)
          ? (["dates"] as const)
          : field === "id"
            ? (["unique"] as const)
            : labelFields.has(field)
              ? (["labels"] as const)
              : textFields.has(field)
                ? (["texts"] as const)
                : []),
      ];
      candidates.push({
        field,
        column,
        score: named + column.filled / Math.max(1, rows) - (labelFields.has(field) && isCode(column.header) ? 0.5 : 0),
        reasons,
      });
    }
  }
  candidates.sort((left, right) => right.score - left.score || left.column.number - right.column.number);
  const chosen = new Map<SourceField, Proposal>();
  const taken = new Set<number>();
  for (const { field, column, reasons } of candidates) {
    if (chosen.has(field) || taken.has(column.number)) continue;
    chosen.set(field, { field, column, reasons });
    taken.add(column.number);
  }
  if (!chosen.has("received")) {
    // Every appeal has a date of receipt, so it is the fullest column of dates, whatever it is called.
    const [fullest] = columns
      .filter(
        (column) =>
          isDateColumn(column) &&
          !taken.has(column.number) &&
          !fieldDenials.received?.test(visibleLabel(column.header)),
      )
      .sort((left, right) => right.filled - left.filled || left.number - right.number);
    if (fullest) chosen.set("received", { field: "received", column: fullest, reasons: ["dates", "earliest"] });
  }
  if (!chosen.has("id")) {
    const code = columns.find((column) => !taken.has(column.number) && isUniqueCode(column, rows));
    if (code) chosen.set("id", { field: "id", column: code, reasons: ["unique"] });
  }
  // With one column of topics there is no group above it.
  const group = chosen.get("topicGroup");
  if (group && !chosen.has("topic")) {
    chosen.delete("topicGroup");
    chosen.set("topic", { ...group, field: "topic" });
  }
  return sourceFields.flatMap((field) => chosen.get(field) ?? []);
}
