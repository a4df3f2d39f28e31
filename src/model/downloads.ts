import { z } from "zod";

/** downloads.json of an edition folder: the files at data/, as they were written. */

const downloadSchema = z.strictObject({
  /** Path below data/. */
  path: z.string(),
  /** Name of the table in the codebook; null where it is none. */
  table: z.string().nullable(),
  /** Rows of the table, without its header; null where it is none. */
  rows: z.number().int().nonnegative().nullable(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
});
export type DownloadFile = z.infer<typeof downloadSchema>;

export const downloadsSchema = z.array(downloadSchema);
