import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { changeSchema, countSchema, meanSchema, missingReasons, shareSchema, waitSchema } from "./figures.ts";
import { outcomeSchema } from "./outcome.ts";
import { normSchema, portalSchema } from "./portal.ts";
import { takedownSchema } from "./takedown.ts";

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

const noCurve = z.strictObject({ state: z.enum(["hidden", "missing"]), reason: z.enum(["too-few", ...missingReasons]) });

/**
 * Time to an event, with the appeals that are still waiting counted (Kaplan–Meier). Days. There is no lower quartile: an
 * agency that answers an easy quarter at once and none of the rest would lead by it.
 */
export const timesSchema = z.strictObject({
  /** Appeals behind the curve, and how many of them have not had the event yet; both 0 where the times are hidden or missing. */
  n: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  /** "day" where at least half of the durations are known only in whole civil days. */
  precision: z.enum(["day", "minute"]),
  median: waitSchema,
  upperQuartile: waitSchema,
  ninetieth: waitSchema,
  curve: z.union([curveSchema, noCurve]),
});
export type Times = z.infer<typeof timesSchema>;

/**
 * What appeals have come to by 7, 15, 30 and 60 days after receipt (Aalen–Johansen): the shares of all outcomes and
 * `open` add up to 1 but for rounding. Only days up to which at least twenty appeals were followed; outcomes in the
 * order of the model, only those that occur.
 */
export const outcomesByDaySchema = z.array(
  z.strictObject({
    days: z.number().int().positive(),
    open: z.number().min(0).max(1),
    outcomes: z.array(z.strictObject({ outcome: outcomeSchema, share: z.number().min(0).max(1), low: z.number().min(0).max(1), high: z.number().min(0).max(1) })),
  }),
);
export type OutcomesByDay = z.infer<typeof outcomesByDaySchema>;

/**
 * The same months one year before, judged as they stood on the same date: an appeal counts as old enough only if it was
 * so a year ago. change is now less before.
 */
export const yearBeforeSchema = z.strictObject({
  received: countSchema,
  answeredInNorm: shareSchema,
  answeredInNormChange: changeSchema,
  closedInNorm: shareSchema,
  closedInNormChange: changeSchema,
});
export type YearBefore = z.infer<typeof yearBeforeSchema>;

/** What the dates and texts themselves give away about how a register is kept. None of it is an accusation. */
export const qualitySchema = z.strictObject({
  /** Closed, nobody knows when (or at an impossible date), of all closed. */
  undatedClosings: shareSchema,
  /** Closed within a minute of receipt, of all closed whose hours are known. */
  closedAtOnce: shareSchema,
  /** On the very last day of a norm of at least seven days, of all replies (closings) under such a norm. */
  repliedOnLastDay: shareSchema,
  closedOnLastDay: shareSchema,
  /** On days on which the agency closed at least twenty and five times as many as on its usual day, of all dated closings. */
  massClosings: shareSchema,
  /** On the day of the export or the two days before it, of all dated closings. */
  closedAtExport: shareSchema,
  /** Without the text of a reply, of all closed but the withdrawn, in channels that export replies. */
  closedWithoutReply: shareSchema,
});
export type Quality = z.infer<typeof qualitySchema>;

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
  /**
   * No reply at all although the norm has run out, among the same appeals and those that were answered nobody knows when
   * (they count neither for nor against answeredInNorm).
   */
  silent: shareSchema,
  /** Acted on and closed within the norm, among the appeals of closedInNorm: still open ones and all other outcomes count against. */
  actedInNorm: shareSchema.optional(),
  /**
   * Every appeal received has exactly one outcome here, open ones included; only outcomes that occur are listed.
   * percent adds up to exactly 100. Empty where the slice has fewer appeals than the portal shows, and where its channels
   * never say what a closed appeal came to.
   */
  outcomes: z.array(z.strictObject({ outcome: outcomeSchema, count: countSchema, share: shareSchema, percent: z.number().int() })),
  /**
   * Resolved, strictly (acted, of all received: an appeal still open is not resolved) and generously (acted, planned and
   * explained, of those closed). The truth lies between; never one without the other. Both are missing where the channels
   * leave outcomes unknown and never name one of the three.
   */
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
  outcomesByDay: z.union([outcomesByDaySchema, noCurve]).optional(),
  /** null where the exports do not cover both times whole, and for all time. */
  yearBefore: yearBeforeSchema.nullable().optional(),
  quality: qualitySchema.optional(),
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
  /** Range in which answeredInNorm moves from month to month by itself (Laney's p′-chart); a share outside it has a cause. null: too few whole months in a row. */
  usual: z.strictObject({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) }).nullable().optional(),
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
  /**
   * Months by receipt, whole span of the data, without gaps. All channels together, and each by itself. Empty for
   * sub-topics and places with less than one appeal a month, or fewer than thirty.
   */
  months: z.array(monthSchema),
  monthsByChannel: z.partialRecord(channelSchema, z.array(monthSchema)),
});
export type Subject = z.infer<typeof subjectSchema>;

export const comparedFigures = ["answeredInNorm", "actedInNorm"] as const;
/** Against all compared agencies together. "at" unless outside the limits of 99.8 %: that is where chance ends. */
export const positions = ["above", "at", "below"] as const;

const zeroToOne = z.number().min(0).max(1);
const funnelLimits = { low95: zeroToOne, high95: zeroToOne, low998: zeroToOne, high998: zeroToOne };

/** One agency in a comparison. */
export const comparedAgencySchema = z.strictObject({
  agency: z.string(),
  part: z.number().int().nonnegative(),
  whole: z.number().int().positive(),
  value: zeroToOne,
  ...funnelLimits,
  /** By the plain share. */
  position: z.enum(positions),
  /** The share it would have at the rates of all agencies together, topic by topic and channel by channel. */
  expected: zeroToOne,
  /** Observed / expected with its exact Poisson 95 % interval; null where nothing is expected. Only for comparison with the whole. */
  ratio: z.number().nonnegative().nullable(),
  ratioLow: z.number().nonnegative().nullable(),
  ratioHigh: z.number().nonnegative().nullable(),
  /** Ratio times the common share, no more than 1: the share adjusted for topics and channels. */
  adjusted: zeroToOne.nullable(),
  adjustedPosition: z.enum(positions),
  /** Simpson's paradox: above the others by the plain share and below expectation, or the other way round. */
  reversed: z.boolean(),
  /** What may be said of the agency: above or below only where both positions say so. */
  level: z.enum(positions),
});
export type ComparedAgency = z.infer<typeof comparedAgencySchema>;

/** A funnel instead of a league table, for one figure. Sorted by agency code: there are no ranks. */
export const comparisonSchema = z.strictObject({
  period: z.enum(periodIds),
  /** null: all channels together. */
  channel: channelSchema.nullable(),
  figure: z.enum(comparedFigures),
  /** The common share of all compared agencies. */
  target: zeroToOne,
  /** How much more they scatter than chance (1: no more), and the variance that the limits allow for it, on the arcsine scale. */
  phi: z.number().nonnegative(),
  tau2: z.number().nonnegative(),
  /** The limits by number of appeals, for drawing. */
  funnel: z.array(z.strictObject({ whole: z.number().int().positive(), ...funnelLimits })),
  agencies: z.array(comparedAgencySchema),
  /** Too few appeals to be placed. */
  listed: z.array(z.strictObject({ agency: z.string(), whole: z.number().int().nonnegative() })),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * What a published figure is. part, whole and of name what an appeal counts as; the words for them are strings. Formulas
 * are those of the sources, x of n appeals, dᵢ events among nᵢ at risk at time tᵢ.
 */
export const definitionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ id: z.string(), kind: z.literal("count"), of: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal("share"), part: z.string(), whole: z.string(), formula: z.string(), interval: z.string(), source: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal("wait"), event: z.enum(["firstReply", "closing"]), probability: z.number(), formula: z.string(), interval: z.string(), source: z.string() }),
  z.strictObject({ id: z.string(), kind: z.enum(["outcomes", "comparison"]), formula: z.string(), source: z.string() }),
]);
export type Definition = z.infer<typeof definitionSchema>;

export const vocabularyFactsSchema = z.strictObject({
  agencies: z.array(z.strictObject({ code: z.string(), name: z.string(), short: z.string(), kind: z.enum(["executive", "district", "other"]) })),
  topics: z.array(z.strictObject({ code: z.string(), parent: z.string().nullable(), name: z.string(), sensitive: z.boolean() })),
  places: z.array(z.strictObject({ code: z.string(), parent: z.string().nullable(), name: z.string() })),
  channels: z.array(channelSchema),
});

/** Fields of an appeal whose columns are watched for falling empty. */
export const watchedFields = ["agency", "topic", "place", "text", "reply"] as const;

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

/** What the gate did, in numbers. */
export const privacyFactsSchema = z.strictObject({
  /** Masks by agency and class of personal data; agency "" is "not stated". Sorted by code. */
  maskedByAgency: z.array(z.strictObject({ agency: z.string(), masked: z.record(z.string(), z.number().int()) })),
  /** Appeals of the exports that stand in takedowns; others in the list are of older exports. */
  takenDown: z.number().int(),
  /** How alike appeals are in topic, place, month of receipt and channel, as published; null where no appeals are. */
  groups: z
    .strictObject({
      /** Size of the smallest group, and share of appeals that stand alone in theirs. */
      smallest: z.number().int(),
      alone: z.number().min(0).max(1),
      /** Appeals whose place was raised to its parent, whose place was not told, whose texts went. */
      raised: z.number().int(),
      placeless: z.number().int(),
      textless: z.number().int(),
    })
    .nullable(),
});
export type PrivacyFacts = z.infer<typeof privacyFactsSchema>;

/** How whole the exports of one source are: what a reader must know before believing any figure from them. */
export const sourceCompletenessSchema = z.strictObject({
  source: z.string(),
  title: z.string(),
  /** The day of the source's newest export, which the figures describe; of a source of deltas: all of its exports. */
  exported: isoDate,
  channels: z.array(channelSchema),
  rows: z.number().int(),
  /** Rows that are closed, or say how they ended. */
  closed: z.number().int(),
  /** Hardly a closed one is missing, and not one open is there: the figures give no times for the source's channels. */
  closedOnly: z.boolean(),
  /** First and last day of receipt. */
  from: isoDate,
  to: isoDate,
  /** Rows received before 1990 or after the export: counted, and left out of months and times. */
  misdated: z.number().int(),
  /** Rows of earlier exports that were absent from the next one. They stay in the figures as they were last seen. */
  vanished: z.number().int(),
  /** Months inside the span with far fewer appeals than the months before them. */
  collapsedMonths: z.array(isoMonth),
  /** Fields that were filled once and are empty from a month on. */
  emptiedFields: z.array(z.strictObject({ field: z.enum(watchedFields), since: isoMonth })),
  /** Days on which far more appeals were closed than on others. */
  massClosings: z.array(z.strictObject({ day: isoDate, count: z.number().int() })),
  replies: z.number().int(),
  /** Replies with one and the same text that stands under a great many appeals. */
  placeholderReplies: z.number().int(),
  /** Replies of fewer than twelve words. */
  shortReplies: z.number().int(),
});
export type SourceCompleteness = z.infer<typeof sourceCompletenessSchema>;

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
    /** By name of the source. */
    sources: z.array(sourceCompletenessSchema).optional(),
    withdrawn: z.number().int(),
    published: z.number().int(),
    /** Masks put by class of personal data, and appeals that got at least one. */
    masked: z.record(z.string(), z.number().int()),
    maskedAppeals: z.number().int(),
    withheldTexts: z.number().int(),
    /** What stands behind the page on privacy. */
    privacy: privacyFactsSchema.optional(),
    /** Appeals taken down: their address says so and why; they stay counted in the figures. Sorted by id. */
    takedowns: z.array(takedownSchema).optional(),
  }),
  periods: z.strictObject({
    year: z.strictObject({ from: isoDate, to: isoDate }),
    all: z.strictObject({ from: isoDate, to: isoDate }),
    month: z.strictObject({ from: isoDate, to: isoDate }).optional(),
  }),
  vocabulary: vocabularyFactsSchema,
  subjects: z.array(subjectSchema),
  comparisons: z.array(comparisonSchema).optional(),
  definitions: z.array(definitionSchema).optional(),
});
export type Facts = z.infer<typeof factsSchema>;
