import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { officeMarks } from "./officeMarks.ts";
import { outcomeSchema } from "./outcome.ts";
import { languageSchema } from "./portal.ts";

/**
 * data/reports/NAME.yaml: a form of the review of appeals that an office publishes for each month, quarter, half-year, nine
 * months and year. It says which lines stand in which order under which title, and what each of them counts.
 */

/** A text in the portal's first language, or in several by their codes. */
const wordsSchema = z.union([z.string().min(1), z.partialRecord(languageSchema, z.string().min(1))]);
export type FormWords = z.infer<typeof wordsSchema>;

export const periodKinds = ["month", "quarter", "half-year", "nine-months", "year"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/**
 * Columns of a form. period: the period of the review · yearBefore: the same months a year before · change: period less
 * yearBefore · before: as many months just before · percent: period in per cent of before · since, sinceYearBefore,
 * sinceChange: the same three from January on.
 */
export const reviewColumns = [
  "period",
  "yearBefore",
  "change",
  "before",
  "percent",
  "since",
  "sinceYearBefore",
  "sinceChange",
] as const;
export type ReviewColumn = (typeof reviewColumns)[number];

/**
 * What a line counts, among the appeals received in the period. closedInTime, closedLate: closed within the norm and after it. openLate: still open, with the norm passed. unowed: they ask for no answer (thanks).
 * not-exported: what the form asks for and no export holds; the line says so and never shows a 0.
 */
export const plainCounts = [
  "received",
  "closed",
  "open",
  "closedInTime",
  "closedLate",
  "openLate",
  "unowed",
  "not-exported",
] as const;

const countSchema = z.union([
  z.enum(plainCounts),
  /** Received through these channels. */
  z.strictObject({ channels: z.array(channelSchema).min(1) }),
  /** Of these topics and all below them, but for those that another line of the section names more closely. rest: of no other line. */
  z.strictObject({ topics: z.union([z.array(z.string()), z.literal("rest")]) }),
  /** Marked so by the office, where exports tell. */
  z.strictObject({ mark: z.enum(officeMarks) }),
  /** Closed with these outcomes. */
  z.strictObject({ outcomes: z.array(outcomeSchema).min(1) }),
]);
export type LineCount = z.infer<typeof countSchema>;

export const lineUnits = ["appeals", "questions", "people", "receptions"] as const;

const lineSchema = z.strictObject({
  title: wordsSchema,
  count: countSchema,
  /** 1 stands under the nearest line of 0 above it: «из них». */
  level: z.number().int().min(0).max(3).default(0),
  /** An appeal may hold several questions: they are other units, and no sum of the two means anything. */
  unit: z.enum(lineUnits).default("appeals"),
});

export const reviewFormSchema = z.strictObject({
  title: wordsSchema,
  /** By which norm the review is published. */
  basis: wordsSchema.optional(),
  /** For which periods the form is filled. */
  periods: z
    .array(z.enum(periodKinds))
    .min(1)
    .default([...periodKinds]),
  columns: z.array(z.enum(reviewColumns)).min(1),
  sections: z
    .array(z.strictObject({ title: wordsSchema, note: wordsSchema.optional(), lines: z.array(lineSchema).min(1) }))
    .min(1),
});
export type ReviewForm = z.infer<typeof reviewFormSchema> & { name: string };
export type ReviewLine = z.infer<typeof lineSchema>;
