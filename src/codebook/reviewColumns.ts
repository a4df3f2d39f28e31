import type { Column } from "./column.ts";

/** Columns of reviews.csv, in order: a contract. */
export const reviewTableColumns: readonly Column[] = [
  { name: "period", type: "string", words: "review.period", empty: "never" },
  { name: "form", type: "string", words: "review.form", empty: "never" },
  { name: "section", type: "string", words: "review.section", empty: "never" },
  { name: "line", type: "string", words: "review.line", empty: "never" },
  { name: "unit", type: "code", codes: "reviewUnit", words: "review.unit", empty: "never" },
  { name: "counted", type: "string", codes: "counted", isCount: true, words: "review.counted", empty: "never" },
  { name: "column", type: "code", codes: "reviewColumn", words: "review.column", empty: "never" },
  { name: "from", type: "date", words: "review.from", empty: "no-span" },
  { name: "to", type: "date", words: "review.to", empty: "no-span" },
  { name: "as_of", type: "date", words: "review.as_of", empty: "no-span" },
  { name: "value", type: "number", words: "review.value", empty: "figure", reason: "reason" },
  { name: "reason", type: "code", codes: "reviewReason", words: "review.reason", empty: "reason" },
  { name: "form_title", type: "string", words: "review.form_title", empty: "never" },
];
