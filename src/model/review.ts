import { z } from "zod";
/** What people write, for what is meant. */
const spellings: Readonly<Record<string, string>> = { leave: "accept", оставить: "accept", закрыть: "mask" };

/**
 * data/review.csv: doubtful finds that a person judges. accept (or leave, «оставить»): it is nobody's, it stays; mask
 * («закрыть»): it goes; empty: not judged yet. The other columns only say where to look.
 */
export const reviewRowSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{24}$/, { error: "a hash as the build wrote it" }),
  decision: z.preprocess(
    (word) => (typeof word === "string" ? (spellings[word.trim().toLowerCase()] ?? word.trim().toLowerCase()) : word),
    z.enum(["accept", "mask", ""]),
  ),
  class: z.string(),
  file: z.string(),
  line: z.string(),
  field: z.string(),
  character: z.string(),
  /** Header of the column in the export, public id of the appeal, key of the reason. Files of before have none. */
  column: z.string().default(""),
  appeal: z.string().default(""),
  reason: z.string().default(""),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;
export const reviewColumns = [
  "hash",
  "decision",
  "class",
  "file",
  "line",
  "field",
  "character",
  "column",
  "appeal",
  "reason",
] as const satisfies readonly (keyof ReviewRow)[];
