import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { measuresSchema } from "./measures.ts";
import { breakdownSchema, type Slice, type Subject } from "./subject.ts";

/** Crossings: what people of one place wrote on one topic. A file of the edition beside its facts. */

const crossingSchema = z.strictObject({
  topic: z.string(),
  place: z.string(),
  /** Appeals of all time, through all channels: what decides whether there is a page. */
  received: z.number().int().positive(),
  /**
   * The last twelve months, of the channels that are told alone; absent where none is. Left out of byChannel: the only
   * channel, which would repeat the measures.
   */
  year: z
    .strictObject({
      measures: measuresSchema,
      byChannel: z.partialRecord(channelSchema, measuresSchema),
      /** Agencies with at least as many appeals as are shown; code "" is "not stated". */
      agencies: breakdownSchema,
      /** Appeals of all other agencies together. */
      otherAgencies: z.number().int().nonnegative(),
    })
    .optional(),
  /** Channels of which something came in the twelve months and nothing is told. */
  untold: z.array(channelSchema),
});
export type Crossing = z.infer<typeof crossingSchema>;

export const crossingsSchema = z.strictObject({
  schema: z.literal(1),
  /** By topic, then place. */
  crossings: z.array(crossingSchema),
  /** Crossings with enough appeals that the limit of pages left out: the smallest. */
  leftOut: z.number().int().nonnegative(),
  /** Whether texts tell houses of addresses with a flat, or streets alone. */
  houses: z.boolean(),
});
export type Crossings = z.infer<typeof crossingsSchema>;

export const noCrossings: Crossings = { schema: 1, crossings: [], leftOut: 0, houses: false };

/** The twelve months of a crossing as those of any subject; null where nothing of them is told. */
export function sliceOfCrossing({ year }: Crossing): Slice | null {
  if (year === undefined) return null;
  const { measures, byChannel, agencies } = year;
  const [only, ...others] = measures.channels;
  const isAlone = only !== undefined && others.length === 0;
  return {
    measures,
    byChannel: isAlone ? { [only]: measures } : byChannel,
    topics: [],
    topicsByChannel: {},
    subtopics: [],
    agencies,
    places: [],
  };
}

/** A crossing as a subject, for the words that tell of subjects; null where nothing of its year is told. */
export function subjectOfCrossing(crossing: Crossing): Subject | null {
  const year = sliceOfCrossing(crossing);
  return (
    year && { dimension: "place", code: crossing.place, periods: { year, all: year }, months: [], monthsByChannel: {} }
  );
}

/** Address of a crossing's page inside the portal. */
export const crossingAddress = ({ topic, place }: Pick<Crossing, "topic" | "place">): string =>
  `/places/${place}/${topic}/`;
