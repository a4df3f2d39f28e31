import { z } from "zod";
import { isoDateSchema } from "./isoDate.ts";

/** Codes in one cell: «minzhkh|mintrans». */
const codes = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split("|")
      .map((code) => code.trim())
      .filter(Boolean),
  );
const words = z
  .string()
  .default("")
  .transform((text) => text.trim());

/** A row of data/uses.csv: who has used the portal, when, where that is to be read, what came of it. */
export const useRowSchema = z.strictObject({
  date: isoDateSchema,
  who: words.pipe(z.string().min(1)),
  title: words,
  link: z.url({ protocol: /^https?$/ }),
  /** Agencies and topics that it is about, by code. */
  agencies: codes,
  topics: codes,
  result: words,
});
export type UseRow = z.infer<typeof useRowSchema>;

/** The same as it is published; "" where nothing is said. */
export const useSchema = z.strictObject({
  date: isoDateSchema,
  who: z.string(),
  title: z.string(),
  link: z.string(),
  agencies: z.array(z.string()),
  topics: z.array(z.string()),
  result: z.string(),
});
export type Use = z.infer<typeof useSchema>;
