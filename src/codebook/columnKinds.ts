/**
 * moment: a date, or a date with its time and offset, as the exports know it · code: one of a list, or of vocabulary.csv ·
 * month: 2026-10 · yesno: "yes" or "no".
 */
export const columnTypes = ["string", "integer", "number", "date", "moment", "month", "code", "yesno"] as const;
export type ColumnType = (typeof columnTypes)[number];

/** What the numbers of a column are. */
export const units = ["days", "share", "appeals", "points", "places", "ratio", "replies"] as const;
export type Unit = (typeof units)[number];
