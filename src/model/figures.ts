import { z } from "zod";

/**
 * No published figure is a bare number. It is exact, with what it was computed from and its 95 % interval; or hidden,
 * because so few people stand behind it; or missing, with the reason.
 */
export const missingReasons = [
  /** The exports have no column for this event. */
  "not-recorded",
  /** Nobody falls under the definition: no appeals at all, none old enough. */
  "none-eligible",
  /** No norm holds for any of them, or one too short to be judged by dates that are told to the week. */
  "no-norm",
  /** Only closed appeals were exported: times computed from them would be false. */
  "closed-only",
  /** Of most events (replies, closings) nobody knows when they took place: times of the others would be no one's. */
  "mostly-undated",
  /** The texts of most replies are not published: nobody can tell an answer in substance from a note that an appeal was taken in. */
  "no-reply-texts",
] as const;

const hidden = z.strictObject({ state: z.literal("hidden"), reason: z.literal("too-few") });
const missing = z.strictObject({ state: z.literal("missing"), reason: z.enum(missingReasons) });

/** How many. */
export const countSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("exact"), value: z.number().int().nonnegative() }),
  hidden,
  missing,
]);
export type Count = z.infer<typeof countSchema>;

/** part / whole with a Wilson 95 % interval; all shares are 0…1. */
export const shareSchema = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("exact"),
    value: z.number().min(0).max(1),
    part: z.number().int().nonnegative(),
    whole: z.number().int().positive(),
    low: z.number().min(0).max(1),
    high: z.number().min(0).max(1),
  }),
  hidden,
  missing,
]);
export type Share = z.infer<typeof shareSchema>;

/** A quantile of a waiting time, in days, with its 95 % limits (null: that limit is not reached). */
export const waitSchema = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("exact"),
    days: z.number().nonnegative(),
    low: z.number().nonnegative().nullable(),
    high: z.number().nonnegative().nullable(),
  }),
  /** So many are still waiting that the quantile lies beyond the longest observation: "more than N days". */
  z.strictObject({
    state: z.literal("not-reached"),
    beyond: z.number().nonnegative(),
    low: z.number().nonnegative().nullable(),
  }),
  hidden,
  missing,
]);
export type Wait = z.infer<typeof waitSchema>;

/** A mean of waits cut at a horizon, in days, with its 95 % limits. */
export const meanWaitSchema = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("exact"),
    days: z.number().nonnegative(),
    low: z.number().nonnegative(),
    high: z.number().nonnegative(),
  }),
  hidden,
  missing,
]);
export type MeanWait = z.infer<typeof meanWaitSchema>;

/** A mean, for ratings. */
export const meanSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("exact"), value: z.number(), n: z.number().int().positive() }),
  hidden,
  missing,
]);
export type Mean = z.infer<typeof meanSchema>;

/** A difference of two shares, −1…1, with its 95 % interval (Newcombe 1998, method 10). */
export const figureChangeSchema = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("exact"),
    value: z.number().min(-1).max(1),
    low: z.number().min(-1).max(1),
    high: z.number().min(-1).max(1),
  }),
  hidden,
  missing,
]);
export type FigureChange = z.infer<typeof figureChangeSchema>;
