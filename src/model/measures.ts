import { z } from "zod";
import { channelSchema } from "./channel.ts";
import {
  figureChangeSchema,
  countSchema,
  meanSchema,
  meanWaitSchema,
  missingReasons,
  shareSchema,
  waitSchema,
} from "./figures.ts";
import { outcomeSchema } from "./outcome.ts";

/** The figures of one group of appeals. */

/** Share of appeals that had the event by each day since receipt (1 − Kaplan–Meier), at least to the last event. */
const curveSchema = z.strictObject({
  days: z.array(z.number().nonnegative()),
  share: z.array(z.number().min(0).max(1)),
  low: z.array(z.number().min(0).max(1)),
  high: z.array(z.number().min(0).max(1)),
  /** The first of the days at which fewer than ten are left under observation: from there on it is drawn thin. Absent where there is none. */
  thinFrom: z.number().nonnegative().optional(),
  /** How many were seen waiting longer than each of `waitedSteps`, in their order, as long as they are ten at least. Absent where they never are. */
  waiting: z.array(z.number().int().positive()).optional(),
});
export type Curve = z.infer<typeof curveSchema>;

const noCurve = z.strictObject({
  state: z.enum(["hidden", "missing"]),
  reason: z.enum(["too-few", ...missingReasons]),
});

/**
 * Time to an event, with the appeals that are still waiting counted (Kaplan–Meier). Days. There is no lower quartile: an
 * agency that answers an easy quarter at once and none of the rest would lead by it.
 */
export const timesSchema = z.strictObject({
  /** Appeals behind the curve, and how many of them have not had the event yet; both 0 where the times are hidden or missing. */
  n: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  /** How many of those never will: closed without an answer, or taken back by their authors. Left out: none. */
  never: z.number().int().positive().optional(),
  /** "week" where at least half of the durations are told from week to week, "day" where they are known in whole civil days at best. */
  precision: z.enum(["day", "minute", "week"]),
  median: waitSchema,
  upperQuartile: waitSchema,
  ninetieth: waitSchema,
  /** Mean wait within the first sixty days, longer ones counted as sixty: it exists where the median is not reached. */
  meanToHorizon: meanWaitSchema,
  curve: z.union([curveSchema, noCurve]),
});
export type Times = z.infer<typeof timesSchema>;

/** Times by the clock of the agency; the curve belongs to the author's. */
const agencyTimesSchema = timesSchema.omit({ curve: true });
export type AgencyTimes = z.infer<typeof agencyTimesSchema>;

/**
 * What appeals have come to by 7, 15, 30 and 60 days after receipt (Aalen–Johansen): the shares of all outcomes and
 * `open` add up to 1 but for rounding. Only days up to which at least twenty appeals were followed; outcomes in the
 * order of the model, only those that occur.
 */
const outcomesByDaySchema = z.array(
  z.strictObject({
    days: z.number().int().positive(),
    open: z.number().min(0).max(1),
    outcomes: z.array(
      z.strictObject({
        outcome: outcomeSchema,
        share: z.number().min(0).max(1),
        low: z.number().min(0).max(1),
        high: z.number().min(0).max(1),
      }),
    ),
  }),
);
export type OutcomesByDay = z.infer<typeof outcomesByDaySchema>;

/**
 * The same months one year before, judged as they stood on the same date: an appeal counts as old enough only if it was
 * so a year ago. change is now less before.
 */
const yearBeforeSchema = z.strictObject({
  received: countSchema,
  answeredInNorm: shareSchema,
  answeredInNormChange: figureChangeSchema,
  closedInNorm: shareSchema,
  closedInNormChange: figureChangeSchema,
});
export type YearBefore = z.infer<typeof yearBeforeSchema>;

/** What the dates and texts themselves give away about how a register is kept. None of it is an accusation. */
export const qualitySchema = z.strictObject({
  /** Answered, nobody knows when, of all answered where the source records replies. */
  undatedReplies: shareSchema,
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
  /** Of them those whose norm for closing has run out, surely: where dates are told by the week, whatever its day was. */
  openLate: countSchema,
  /** Closed without any reply, where open appeals and replies are recorded: lawfully left without one, or taken back by the author before there was one. */
  leftByLaw: countSchema,
  withdrawnUnanswered: countSchema,
  firstReply: timesSchema,
  closing: timesSchema,
  /** The first reply that says more than that an appeal was taken in (model/events/inSubstance.ts); firstReply is the one of any kind. */
  inSubstance: timesSchema,
  /** The same waits by the clock of the answering agency: from registration there, not from receipt. */
  agencyClock: z.union([z.strictObject({ firstReply: agencyTimesSchema, closing: agencyTimesSchema }), noCurve]),
  /** Rules that the appeals here are under, by place among the norms of the facts, the most frequent first; none where few stand behind them. */
  norms: z.strictObject({
    firstReply: z.array(z.number().int().nonnegative()),
    closing: z.array(z.number().int().nonnegative()),
  }),
  /** First reply within the norm, each appeal's own, among appeals old enough for the norm to have run out. */
  answeredInNorm: shareSchema,
  closedInNorm: shareSchema,
  /**
   * Still without any reply although the norm has run out, among those that were answered, whenever it was, and those that
   * still wait. Whoever is not to be answered any more is in neither number: left by law, or taken back by the author.
   */
  silent: shareSchema,
  /** Acted on and closed within the norm, among the appeals of closedInNorm: still open ones and all other outcomes count against. */
  actedInNorm: shareSchema,
  /**
   * Every appeal received has exactly one outcome here, open ones included; only outcomes that occur are listed.
   * percent adds up to exactly 100, tenths (of a percent) to exactly 1000. Empty where the slice has fewer appeals than the portal shows, and where its channels
   * never say what a closed appeal came to.
   */
  outcomes: z.array(
    z.strictObject({
      outcome: outcomeSchema,
      count: countSchema,
      share: shareSchema,
      percent: z.number().int(),
      tenths: z.number().int(),
    }),
  ),
  /** Why outcomes are empty although there are appeals. */
  outcomesAbsent: noCurve.optional(),
  /**
   * Resolved, strictly (acted, of all received: an appeal still open is not resolved) and generously (acted, planned and
   * explained, of those closed). The truth lies between; never one without the other. Both are missing where the channels
   * leave outcomes unknown and never name one of the three.
   */
  resolvedStrict: shareSchema,
  resolvedGenerous: shareSchema,
  /** Reopened after a closing, ever; and within 30 days of it, among those seen for that long. */
  reopened: shareSchema,
  reopenedWithin30Days: shareSchema,
  /** Confirmed by their authors, among the closed appeals acted on, where authors are asked at all. */
  confirmed: shareSchema,
  handedOver: shareSchema,
  /** Mean rating 1–5, share of closed appeals that were rated, and how many gave each mark 1…5. */
  rating: meanSchema,
  rated: shareSchema,
  marks: z.array(countSchema).length(5),
  /** Appeals open on the day of the export by age in days; to is null for the last, endless class. */
  openByAge: z.array(z.strictObject({ from: z.number().int(), to: z.number().int().nullable(), count: countSchema })),
  /** Age in days of the oldest appeal still open, or null. */
  oldestOpen: z.number().int().nonnegative().nullable(),
  /** Present where that is counted from the Monday of its week: it waits up to six days less. */
  oldestOpenToWeek: z.literal(true).optional(),
  /** The rest is left out for sub-topics with fewer appeals than the portal shows, of which there may be thousands. */
  outcomesByDay: z.union([outcomesByDaySchema, noCurve]).optional(),
  /** null where the exports do not cover both times whole, and for all time. */
  yearBefore: yearBeforeSchema.nullable().optional(),
  quality: qualitySchema.optional(),
});
export type Measures = z.infer<typeof measuresSchema>;
