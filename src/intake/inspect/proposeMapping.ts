import { sourceFields, type SourceField } from "../../model/source.ts";
import { fieldDenials } from "../fieldWords.ts";
import { visibleLabel } from "../label.ts";
import {
  holdsKinds,
  isCalledDates,
  isCode,
  isDateColumn,
  isIdColumn,
  isLabelColumn,
  isNumbered,
  isPersons,
  isTextColumn,
} from "./columnKinds.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { nameScore } from "./nameScore.ts";
import type { Proposal } from "./proposal.ts";
import { isRowNumber } from "./rowNumbers.ts";
import { isUniqueCode } from "./uniqueCode.ts";

interface Candidate extends Proposal {
  score: number;
}

/** What a field wants of its column, besides the name, and how the report calls that. */
interface Want {
  fits: (column: ColumnProfile, rows: number) => boolean;
  reason: Proposal["reasons"];
}

const aDate: Want = { fits: isCalledDates, reason: ["dates"] };
const aLabel: Want = { fits: isLabelColumn, reason: ["labels"] };
const aText: Want = { fits: isTextColumn, reason: ["texts"] };
const anything: Want = { fits: ({ filled }) => filled > 0, reason: [] };

const wants: Partial<Record<SourceField, Want>> = {
  received: aDate,
  firstReply: aDate,
  closed: aDate,
  confirmed: aDate,
  planned: aDate,
  id: { fits: isIdColumn, reason: ["unique"] },
  topicGroup: aLabel,
  topic: aLabel,
  place: aLabel,
  agency: aLabel,
  channel: aLabel,
  kind: aLabel,
  outcome: aLabel,
  text: aText,
  reply: aText,
};

/**
 * Which column probably feeds which field, by the names of the columns and by what they hold; both have to agree. A field
 * that nothing speaks for is left out: better to ask than to guess.
 *
 * @param rows number of rows behind the profiles
 */
export function proposeMapping(columns: readonly ColumnProfile[], rows: number): Proposal[] {
  const chosen = bestOf(sourceFields.flatMap((field) => candidatesFor(field, columns, rows)));
  const isTaken = (column: ColumnProfile) => [...chosen.values()].some((proposal) => proposal.column === column);
  if (!chosen.has("received")) {
    const fullest = fullestDates(columns.filter((column) => !isTaken(column)));
    if (fullest) chosen.set("received", { field: "received", column: fullest, reasons: ["dates", "earliest"] });
  }
  if (!chosen.has("id")) {
    const code = columns.find((column) => !isTaken(column) && isUniqueCode(column, rows));
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

/** Columns whose header speaks for a field and whose values do not speak against it. */
function candidatesFor(field: SourceField, columns: readonly ColumnProfile[], rows: number): Candidate[] {
  const want = wants[field] ?? anything;
  return columns.flatMap((column): Candidate[] => {
    const named = nameScore(field, column.header);
    if (named === 0 || !want.fits(column, rows) || isMistaken(field, column)) return [];
    const handicap = want === aLabel && isCode(column.header) ? 0.5 : 0;
    const score = named + column.filled / Math.max(1, rows) - handicap;
    return [{ field, column, score, reasons: ["name", ...want.reason] }];
  });
}

/** Whether a column that is called like a field, and looks like it, holds something else. */
function isMistaken(field: SourceField, column: ColumnProfile): boolean {
  return (
    (field === "id" && isRowNumber(column)) ||
    (field === "agency" && (column.persons > column.distinct / 2 || isPersons(column))) ||
    isNumbered(field, column) ||
    (field === "kind" && !holdsKinds(column))
  );
}

/** Each field with the best column that no better candidate has taken. */
function bestOf(candidates: readonly Candidate[]): Map<SourceField, Proposal> {
  const chosen = new Map<SourceField, Proposal>();
  const taken = new Set<number>();
  const sorted = [...candidates].sort(
    (left, right) => right.score - left.score || left.column.number - right.column.number,
  );
  for (const { field, column, reasons } of sorted) {
    if (chosen.has(field) || taken.has(column.number)) continue;
    chosen.set(field, { field, column, reasons });
    taken.add(column.number);
  }
  return chosen;
}

/** Every appeal has a date of receipt, so it is the fullest column of dates, whatever it is called. */
function fullestDates(columns: readonly ColumnProfile[]): ColumnProfile | undefined {
  return columns
    .filter((column) => isDateColumn(column) && !fieldDenials.received?.test(visibleLabel(column.header)))
    .sort((left, right) => right.filled - left.filled || left.number - right.number)[0];
}
