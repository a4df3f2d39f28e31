import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { countSchema, shareSchema, waitSchema } from "./figures.ts";
import { measuresSchema } from "./measures.ts";

/** Whose figures they are, for which period and through which channel. */

const isoMonth = z.string().regex(/^\d{4}-\d{2}$/);

export const periodIds = ["year", "all"] as const;
export type PeriodId = (typeof periodIds)[number];

/**
 * How often each code occurs among the appeals of a subject; code "" is "not stated". percent adds up to exactly 100,
 * tenths (of a percent) to exactly 1000.
 * Sorted by count, then code. Empty where the subject has fewer appeals than the portal shows.
 */
export const breakdownSchema = z.array(
  z.strictObject({
    code: z.string(),
    count: countSchema,
    share: shareSchema,
    percent: z.number().int(),
    tenths: z.number().int(),
  }),
);
export type Breakdown = z.infer<typeof breakdownSchema>;

const sliceSchema = z.strictObject({
  measures: measuresSchema,
  /** The same figures for each channel that has appeals here. */
  byChannel: z.partialRecord(channelSchema, measuresSchema),
  /** Top-level topics; topic "" is "not stated". For the region and for each channel separately. */
  topics: breakdownSchema,
  topicsByChannel: z.partialRecord(channelSchema, breakdownSchema),
  /** Topics as the appeals carry them: a sub-topic, or a top-level topic where nothing finer is stated. */
  subtopics: breakdownSchema,
  agencies: breakdownSchema,
  places: breakdownSchema,
});
export type Slice = z.infer<typeof sliceSchema>;

/** Where a month would lie by itself. */
const usualRangeSchema = z.strictObject({
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  /** Where the month lies outside: then there is a cause to look for. */
  outside: z.enum(["above", "below"]).optional(),
  /** Where the level itself has moved in these months (Anhøj's run rules, or most of them outside): one range for all says little then. */
  shifted: z.literal(true).optional(),
  /** In its place, of numbers received: the level differs between months, and nothing tells a shift from the season. */
  seasonal: z.literal(true).optional(),
});
export type UsualRange = z.infer<typeof usualRangeSchema>;

export const monthSchema = z.strictObject({
  month: isoMonth,
  /** False for a month that the export covers only in part: drawn hatched, never joined by a line. */
  complete: z.boolean(),
  received: countSchema,
  closed: countSchema,
  answeredInNorm: shareSchema,
  medianFirstReply: waitSchema,
  medianClosing: waitSchema,
  /** Until the answer in substance; only of the region and of agencies. */
  medianInSubstance: waitSchema.optional(),
  /** As in measures; only of the region and of agencies, and where the slice shows them at all. */
  closedInNorm: shareSchema.optional(),
  silent: shareSchema.optional(),
  resolvedStrict: shareSchema.optional(),
  resolvedGenerous: shareSchema.optional(),
  /** Range in which answeredInNorm moves from month to month by itself (Laney's p′-chart). null: too few whole months in a row. */
  usual: usualRangeSchema.nullable(),
  /** The same for received, in appeals (XmR chart); only for all channels together. */
  usualReceived: usualRangeSchema.nullable().optional(),
});
export type Month = z.infer<typeof monthSchema>;

export const dimensions = ["region", "agency", "topic", "place", "channel"] as const;
export type Dimension = (typeof dimensions)[number];

export const subjectSchema = z.strictObject({
  dimension: z.enum(dimensions),
  /** Code in the vocabulary; "" for the region. Topics: both top-level ones and sub-topics. */
  code: z.string(),
  /** month: the last month that was over on the day of the export and that the data cover whole; absent where there is none, and for sub-topics. */
  periods: z.strictObject({ year: sliceSchema, all: sliceSchema, month: sliceSchema.optional() }),
  /** Present where something was received after the twelve months: then "nothing since" would be false. */
  receivedAfterYear: z.literal(true).optional(),
  /**
   * Months by receipt, whole span of the data, without gaps. All channels together, and each by itself. Empty for
   * sub-topics and places with less than one appeal a month, or fewer than thirty.
   */
  months: z.array(monthSchema),
  monthsByChannel: z.partialRecord(channelSchema, z.array(monthSchema)),
});
export type Subject = z.infer<typeof subjectSchema>;
