import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { countSchema, meanSchema, missingReasons, shareSchema, waitSchema } from "./figures.ts";
import { outcomeSchema } from "./outcome.ts";
import { normSchema, portalSchema } from "./portal.ts";

/** All figures of an edition: what pages are rendered from, and the public JSON API. Field names are a contract. */

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const isoMonth = z.string().regex(/^\d{4}-\d{2}$/);

export const periodIds = ["year", "all"] as const;
export type PeriodId = (typeof periodIds)[number];

/** Share of appeals that had the event by each day since receipt (1 − Kaplan–Meier), cut where fewer than 10 remain. */
export const curveSchema = z.strictObject({
  days: z.array(z.number().nonnegative()),
  share: z.array(z.number().min(0).max(1)),
  low: z.array(z.number().min(0).max(1)),
  high: z.array(z.number().min(0).max(1)),
});
export type Curve = z.infer<typeof curveSchema>;

/** Time to an event, with the appeals that are still waiting counted (Kaplan–Meier). Days. */
export const timesSchema = z.strictObject({
  /** Appeals behind the curve, and how many of them have not had the event yet; both 0 where the times are hidden or missing. */
  n: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  /** "day" where at least half of the durations are known only in whole civil days. */
  precision: z.enum(["day", "minute"]),
  quartile: waitSchema,
  median: waitSchema,
  upperQuartile: waitSchema,
  ninetieth: waitSchema,
  curve: z.union([curveSchema, z.strictObject({ state: z.enum(["hidden", "missing"]), reason: z.enum(["too-few", ...missingReasons]) })]),
});
export type Times = z.infer<typeof timesSchema>;

export const measuresSchema = z.strictObject({
  /** Channels mixed in these figures; more than one must be said beside any time. */
  channels: z.array(channelSchema),
  received: countSchema,
  /** A reply exists (first reply, or a closing where the source records no first reply). */
  answered: countSchema,
  closed: countSchema,
  /** Not closed on the day of the export. */
  open: countSchema,
  firstReply: timesSchema,
  closing: timesSchema,
  /** First reply within the norm, among appeals old enough for the norm to have run out. */
  answeredInNorm: shareSchema,
  closedInNorm: shareSchema,
  /** No reply at all although the norm has run out, among the same appeals. */
  silent: shareSchema,
  /**
   * Every appeal received has exactly one outcome here, open ones included; only outcomes that occur are listed.
   * percent adds up to exactly 100. Empty where the slice has fewer appeals than the portal shows.
   */
  outcomes: z.array(z.strictObject({ outcome: outcomeSchema, count: countSchema, share: shareSchema, percent: z.number().int() })),
  /** Resolved, strictly (acted of all closed) and generously (acted, planned and explained of all closed). */
  resolvedStrict: shareSchema,
  resolvedGenerous: shareSchema,
  reopened: shareSchema,
  handedOver: shareSchema,
  /** Mean rating 1–5, share of closed appeals that were rated, and how many gave each mark 1…5. */
  rating: meanSchema,
  rated: shareSchema,
  marks: z.array(countSchema).length(5),
  /** Appeals open on the day of the export by age in days; to is null for the last, endless class. */
  openByAge: z.array(z.strictObject({ from: z.number().int(), to: z.number().int().nullable(), count: countSchema })),
  /** Age in days of the oldest appeal still open, or null. */
  oldestOpen: z.number().int().nonnegative().nullable(),
});
export type Measures = z.infer<typeof measuresSchema>;

/**
 * How often each code occurs among the appeals of a subject; code "" is "not stated". percent adds up to exactly 100.
 * Sorted by count, then code. Empty where the subject has fewer appeals than the portal shows.
 */
export const breakdownSchema = z.array(z.strictObject({ code: z.string(), count: countSchema, share: shareSchema, percent: z.number().int() }));
export type Breakdown = z.infer<typeof breakdownSchema>;

export const sliceSchema = z.strictObject({
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

export const monthSchema = z.strictObject({
  month: isoMonth,
  /** False for a month that the export covers only in part: drawn hatched, never joined by a line. */
  complete: z.boolean(),
  received: countSchema,
  closed: countSchema,
  answeredInNorm: shareSchema,
  medianFirstReply: waitSchema,
  medianClosing: waitSchema,
});
export type Month = z.infer<typeof monthSchema>;

export const dimensions = ["region", "agency", "topic", "place", "channel"] as const;
export type Dimension = (typeof dimensions)[number];

export const subjectSchema = z.strictObject({
  dimension: z.enum(dimensions),
  /** Code in the vocabulary; "" for the region. Topics: both top-level ones and sub-topics. */
  code: z.string(),
  periods: z.strictObject({ year: sliceSchema, all: sliceSchema }),
  /** Months by receipt, whole span of the data, without gaps. All channels together, and each by itself. */
  months: z.array(monthSchema),
  monthsByChannel: z.partialRecord(channelSchema, z.array(monthSchema)),
});
export type Subject = z.infer<typeof subjectSchema>;

export const vocabularyFactsSchema = z.strictObject({
  agencies: z.array(z.strictObject({ code: z.string(), name: z.string(), short: z.string(), kind: z.enum(["executive", "district", "other"]) })),
  topics: z.array(z.strictObject({ code: z.string(), parent: z.string().nullable(), name: z.string(), sensitive: z.boolean() })),
  places: z.array(z.strictObject({ code: z.string(), parent: z.string().nullable(), name: z.string() })),
  channels: z.array(channelSchema),
});

export const fileCountsSchema = z.strictObject({
  edition: z.string(),
  file: z.string(),
  source: z.string(),
  /** read = accepted + merged + rejected, always. */
  read: z.number().int(),
  accepted: z.number().int(),
  merged: z.number().int(),
  rejected: z.number().int(),
});
export type FileCounts = z.infer<typeof fileCountsSchema>;

export const factsSchema = z.strictObject({
  schema: z.literal(1),
  portal: portalSchema.omit({ norms: true, privacy: true, ids: true }),
  norms: z.array(normSchema),
  edition: z.strictObject({
    /** Name of the newest edition folder, the day of the newest export. */
    date: isoDate,
    editions: z.array(isoDate),
    /** First and last day of receipt in the data. */
    from: isoDate,
    to: isoDate,
    files: z.array(fileCountsSchema),
    /** Findings about the input by code. */
    findings: z.array(z.strictObject({ code: z.string(), count: z.number().int() })),
    withdrawn: z.number().int(),
    published: z.number().int(),
    /** Masks put by class of personal data, and appeals that got at least one. */
    masked: z.record(z.string(), z.number().int()),
    maskedAppeals: z.number().int(),
    withheldTexts: z.number().int(),
  }),
  periods: z.strictObject({
    year: z.strictObject({ from: isoDate, to: isoDate }),
    all: z.strictObject({ from: isoDate, to: isoDate }),
  }),
  vocabulary: vocabularyFactsSchema,
  subjects: z.array(subjectSchema),
});
export type Facts = z.infer<typeof factsSchema>;
