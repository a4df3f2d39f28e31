import { z } from "zod";
import { isoDateSchema } from "./isoDate.ts";

/** Longer than this is a document and no statement: it is left out, and the report says so. In characters. */
export const longestStatement = 1500;

/** The agency's own words about what the portal shows of it, dated: the right of reply. In the portal's first language. */
export const statementSchema = z.strictObject({
  agency: z.string(),
  date: isoDateSchema,
  /** Plain text, without personal data. */
  paragraphs: z.array(z.string().min(1)).min(1),
});
export type Statement = z.infer<typeof statementSchema>;
