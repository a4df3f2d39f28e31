import { z } from "zod";
import { comparisonSchema } from "./comparison.ts";
import { factsShape } from "./facts.ts";
import { measuresSchema } from "./measures.ts";
import { monthSchema, subjectSchema } from "./subject.ts";

/** The static API at /api/v1/: the facts that pages are drawn from, cut so that whoever asks for one agency gets one small file. */

const edition = z.iso.date().describe("Day of the edition: the same in all files of one build.");
const name = z.string().describe("Name in the first language of the portal.");

/** One subject with all its figures. */
export const apiSubjectSchema = z.strictObject({ edition, name, subject: subjectSchema });

/** Subjects of one kind, with the address of each file relative to the list. */
export const apiListSchema = z.strictObject({
  edition,
  subjects: z.array(
    z.strictObject({ code: z.string(), name, file: z.string().describe("Address relative to this file.") }),
  ),
});

/**
 * What the edition is: portal, periods, norms, sources, and how rows became appeals. Appeals that were taken down or back are
 * named in facts.json alone, by which a site of before knows what it may not show again.
 */
export const apiEditionSchema = z.strictObject({
  portal: factsShape.portal,
  edition: factsShape.edition.omit({ takedowns: true, takenBack: true }),
  periods: factsShape.periods,
  norms: factsShape.norms,
  calendar: factsShape.calendar,
});
export const apiVocabularySchema = z.strictObject({ edition, vocabulary: factsShape.vocabulary });
export const apiDefinitionsSchema = z.strictObject({ edition, definitions: factsShape.definitions });
export const apiComparisonsSchema = z.strictObject({ edition, comparisons: z.array(comparisonSchema) });

// Parts that stand in the description once, by name.
z.globalRegistry.add(subjectSchema, { id: "Subject" });
z.globalRegistry.add(measuresSchema, { id: "Measures" });
z.globalRegistry.add(monthSchema, { id: "Month" });
z.globalRegistry.add(comparisonSchema, { id: "Comparison" });
