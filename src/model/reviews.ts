import { z } from "zod";
import { periodKinds, reviewColumns, reviewFormSchema } from "./reviewForm.ts";

/** reviews.json: the forms of the portal filled for each period that the exports cover whole. */

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * Why a cell has no number. not-exported: the exports do not hold it · no-topic: no topic of the portal belongs to the line · not-covered: they do not cover the period whole ·
 * too-few: few people stand behind it, or it would give away a month behind which few stand · nothing-before: nothing came in
 * the time that it is compared with · undated: of some closings nobody knows when they took place, so that nobody knows what
 * was closed by the same day of the earlier time · closed-only: the exports hold closed appeals alone · no-norm: no deadline is set.
 */
export const cellReasons = [
  "not-exported",
  "no-topic",
  "not-covered",
  "too-few",
  "nothing-before",
  "undated",
  "closed-only",
  "no-norm",
] as const;
export type CellReason = (typeof cellReasons)[number];

const cellSchema = z.union([z.strictObject({ value: z.number() }), z.strictObject({ reason: z.enum(cellReasons) })]);
/** A number of appeals, a difference of two, or per cent to the tenth; or why there is none. */
export type ReviewCell = z.infer<typeof cellSchema>;

const spanSchema = z.strictObject({ from: isoDate, to: isoDate });

const summaryCells = z.strictObject({ period: cellSchema, yearBefore: cellSchema, change: cellSchema });

const periodSchema = z.strictObject({
  /** "2026-q3": the last part of its address. */
  id: z.string().regex(/^\d{4}-(?:\d{2}|q[1-4]|h[12]|9m|year)$/),
  kind: z.enum(periodKinds),
  ...spanSchema.shape,
  /** The months behind each column of numbers, and the day as of which closings count there: as long after them as the export is after the period. */
  spans: z.partialRecord(z.enum(reviewColumns), z.strictObject({ ...spanSchema.shape, asOf: isoDate })),
  /** What the opening sentences say: in the period, a year before, and the difference. */
  summary: z.strictObject({
    received: summaryCells,
    closed: summaryCells,
    open: summaryCells,
    closedInTime: summaryCells,
    closedLate: summaryCells,
    openLate: summaryCells,
    unowed: summaryCells,
    /** Without a topic: what a line of the rest tells of itself. */
    untopiced: summaryCells,
  }),
  /** By name of the form: a row for each line of each section, a cell for each column. */
  forms: z.record(z.string(), z.array(z.array(cellSchema))),
});
export type ReviewPeriod = z.infer<typeof periodSchema>;

export const reviewsSchema = z.strictObject({
  schema: z.literal(1),
  forms: z.array(reviewFormSchema.extend({ name: z.string() })),
  /** Newest first; of those that end on one day, the shortest first. */
  periods: z.array(periodSchema),
});
export type Reviews = z.infer<typeof reviewsSchema>;
