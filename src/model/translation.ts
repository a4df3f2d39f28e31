import { z } from "zod";
import { portalSchema } from "./portal.ts";

const words = z.string().min(1);

/**
 * data/languages/LANGUAGE.yaml: the portal's own names in a further language, by the codes of the vocabulary. A name that
 * is not there stays as the vocabulary has it; the region is needed, because sentences are built with it.
 */
export const translationSchema = z.strictObject({
  title: words.optional(),
  region: portalSchema.shape.region,
  publisher: words.optional(),
  agencies: z.record(words, z.strictObject({ name: words, short: words })).default({}),
  topics: z.record(words, words).default({}),
  places: z.record(words, words).default({}),
  /** Titles of sources, by the names of their descriptions: "letters" for data/sources/letters.yaml. */
  sources: z.record(words, words).default({}),
  /** The rules that norms come from, by their words in the first language. */
  bases: z.record(words, words).default({}),
  /** Whose boundaries the map is drawn by: `map.attribution` of data/portal.yaml. */
  boundaries: words.optional(),
});
export type Translation = z.infer<typeof translationSchema>;
