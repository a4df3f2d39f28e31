import { z } from "zod";
import { channels } from "./channel.ts";
import { missingReasons } from "./figures.ts";
import { languageSchema } from "./portal.ts";
import { dimensions, periodIds } from "./subject.ts";

/**
 * What the table builder works on: the figures of the facts once more, cut by figure and channel, so that a table of a few
 * figures of all agencies is a few small files. Each edition has its own, which later editions leave as they are.
 */

const isoDate = z.iso.date();
const isoMonth = z.string().regex(/^\d{4}-\d{2}$/);
const days = z.number().nonnegative();
const limit = days.nullable();
const share = z.number().min(0).max(1);
const whole = z.number().int().nonnegative();

/** A channel, or all of them together. */
const cubeChannels = ["all", ...channels] as const;
export type CubeChannel = (typeof cubeChannels)[number];

/** A number of appeals. */
const countCell = whole;
/** Part, whole, and the limits of the interval: the share is the former divided by the latter. */
const shareCell = z.tuple([whole, whole, share, share]);
/** Days and their limits; null: that limit is not reached. */
const waitCell = z.tuple([days, limit, limit]);
/** So many still wait that nobody knows more than that it is longer. */
const beyondCell = z.strictObject({ beyond: days, low: limit });
const meanCell = z.strictObject({ mean: z.number(), n: whole });
/** Why there is no figure; never a nought. */
const absentCell = z.enum(["too-few", ...missingReasons, "not-computed"]);

const cubeCellSchema = z.union([countCell, shareCell, waitCell, beyondCell, meanCell, absentCell]);
export type CubeCell = z.infer<typeof cubeCellSchema>;

const cubeSubjectSchema = z.strictObject({
  dimension: z.enum(dimensions),
  code: z.string().describe("Empty for the region."),
  names: z.partialRecord(languageSchema, z.string()),
  /** The short names of agencies, for lists and tables. */
  short: z.partialRecord(languageSchema, z.string()).optional(),
  /** The topic or place that it belongs to. */
  parent: z.string().optional(),
});
export type CubeSubject = z.infer<typeof cubeSubjectSchema>;

/** index.json: of what tables can be made. Subjects and months stand in other files by their place here. */
export const cubeIndexSchema = z.strictObject({
  schema: z.literal(1),
  edition: isoDate,
  /** Fewer appeals than this are hidden. */
  shown: z.number().int().positive(),
  periods: z.record(z.enum(periodIds), z.strictObject({ from: isoDate, to: isoDate })),
  months: z.array(z.strictObject({ month: isoMonth, complete: z.boolean() })),
  channels: z.array(z.enum(cubeChannels)),
  /** Figures by their names in the codebook, each with the file that it stands in; months: whether it is told month by month. */
  figures: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(["count", "share", "wait", "mean", "mean-wait"]),
      file: z.string(),
      months: z.boolean(),
    }),
  ),
  subjects: z.array(cubeSubjectSchema),
});
export type CubeIndex = z.infer<typeof cubeIndexSchema>;

/** editions.json: of which editions there are tables, oldest first; the last one is the portal's newest. */
export const cubeEditionsSchema = z.strictObject({ editions: z.array(isoDate) });

/** CHANNEL/FILE.json: figures by name, a row for each subject of the index; null where it has no appeals by the channel. */
export const cubeFileSchema = z.strictObject({
  edition: isoDate,
  channel: z.enum(cubeChannels),
  figures: z.record(
    z.string(),
    z.array(
      z
        .strictObject({
          year: cubeCellSchema,
          all: cubeCellSchema,
          /** In the order of the index; absent where the subject has too few appeals for months. */
          months: z.array(cubeCellSchema).optional(),
          /** Of waits: to what the times are known, in the twelve months and in all time. */
          precision: z.tuple([z.enum(["day", "minute", "week"]), z.enum(["day", "minute", "week"])]).optional(),
        })
        .nullable(),
    ),
  ),
});
export type CubeFile = z.infer<typeof cubeFileSchema>;
