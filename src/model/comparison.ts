import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { periodIds } from "./subject.ts";

/** Agencies beside each other, without ranks. */

export const comparedFigures = ["answeredInNorm", "actedInNorm"] as const;

/** Against all compared agencies together. "at" unless outside the limits of 99.8 %: that is where chance ends. */
const positions = ["above", "at", "below"] as const;

const zeroToOne = z.number().min(0).max(1);
const funnelLimits = { low95: zeroToOne, high95: zeroToOne, low998: zeroToOne, high998: zeroToOne };

/** One agency in a comparison. */
const comparedAgencySchema = z.strictObject({
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
  /**
   * Among how many places of a list by the plain share the agency's true one lies with 95 % probability; 1 is the largest
   * share. Only for the last twelve months. There is no place without its set, and few sets are narrow: that is why there is no list of places.
   */
  places: z.strictObject({ best: z.number().int().positive(), worst: z.number().int().positive() }).optional(),
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
