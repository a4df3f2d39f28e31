import { z } from "zod";
import { shareSchema } from "./figures.ts";
import { channelSchema } from "./channel.ts";
import { isoDateSchema } from "./isoDate.ts";

/** What an edition tells of single weeks, each from Monday to Sunday in the portal's zone and named by its Monday. */

/** Received in each week that is told; null where the count is hidden, because so few people stand behind it. */
const weekCountsSchema = z.array(z.number().int().nonnegative().nullable());

/** What the weeks before the last one lead to expect of it, with the range of 95 %. */
const usualWeekSchema = z.strictObject({
  expected: z.number().nonnegative(),
  low: z.number().int().nonnegative(),
  high: z.number().int().nonnegative(),
});
export type UsualWeek = z.infer<typeof usualWeekSchema>;

const weekSubjectSchema = z.strictObject({
  code: z.string(),
  received: weekCountsSchema,
  /** Of the last week; null where the data are too short, or where nothing is stated. */
  usual: usualWeekSchema.nullable(),
  /** Of the last week, per 1,000 residents, with the exact Poisson interval of 95 %; absent where residents are not told or the count is hidden. */
  perThousand: z
    .strictObject({ value: z.number().nonnegative(), low: z.number().nonnegative(), high: z.number().nonnegative() })
    .optional(),
});
export type WeekSubject = z.infer<typeof weekSubjectSchema>;

/** Appeals received in a span of whole weeks that neither the weeks before nor the season of the year before explain. */
const riseSchema = z.strictObject({
  /** "": of all topics, in all places. */
  topic: z.string(),
  place: z.string(),
  /** First and last day of what is counted: one week, or two. */
  from: isoDateSchema,
  to: isoDateSchema,
  received: z.number().int().positive(),
  /** What the weeks before led to expect of as many weeks, with the range of 95 %. */
  expected: z.number().nonnegative(),
  low: z.number().int().nonnegative(),
  high: z.number().int().nonnegative(),
  /** In the same weeks a year before; null: the data do not reach back; "hidden": too few to be told. */
  yearBefore: z.union([z.number().int().nonnegative(), z.literal("hidden"), z.null()]),
  /** Words that stand in these texts more often than in earlier ones of the same topic, the most telling first; only where texts are published. */
  words: z.array(z.strictObject({ word: z.string(), texts: z.number().int().positive() })),
  /** Public ids of some of the appeals, the newest first. */
  examples: z.array(z.string()),
});
export type RiseFacts = z.infer<typeof riseSchema>;

export const weeksSchema = z.strictObject({
  /** Mondays of the weeks that are told, without gaps, the last one whole on the day of every export; at most a year and two weeks. */
  mondays: z.array(isoDateSchema).min(1),
  region: weekSubjectSchema,
  /** Topics and places as in the vocabulary, at every level, by code; "" is "not stated". Hidden counts cannot be worked out from their neighbours. */
  topics: z.array(weekSubjectSchema),
  places: z.array(weekSubjectSchema),
  /** First replies within their norm, by the channel of most appeals, of the newest four weeks whose appeals are all old enough to be judged; null where there are none. */
  mature: z
    .strictObject({
      channel: channelSchema,
      from: isoDateSchema,
      to: isoDateSchema,
      received: z.number().int(),
      answeredInNorm: shareSchema,
    })
    .nullable(),
  /** How rises were looked for; null where the data are too short. */
  search: z
    .strictObject({
      /** The newest weeks that were looked at: those since the edition before. */
      weeks: z.number().int().positive(),
      counts: z.number().int().nonnegative(),
      /** Chance of any false alarm in an edition in which nothing has risen. */
      falseAlarms: z.number(),
      /** Whether the season of the year before was known. */
      knowsSeason: z.boolean(),
    })
    .nullable(),
  /** The surest first. */
  rises: z.array(riseSchema),
});
export type Weeks = z.infer<typeof weeksSchema>;
