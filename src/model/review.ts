import { z } from "zod";
/**
 * data/review.csv: doubtful finds that a person judges. accept: it is nobody's, it stays; mask: it goes; empty: not
 * judged yet. The other columns only say where to look.
 */
export const reviewRowSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{24}$/, { error: "a hash as the build wrote it" }),
  decision: z.enum(["accept", "mask", ""]),
  class: z.string(),
  file: z.string(),
  line: z.string(),
  field: z.string(),
  character: z.string(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;
export const reviewColumns = ["hash", "decision", "class", "file", "line", "field", "character"] as const satisfies readonly (keyof ReviewRow)[];
