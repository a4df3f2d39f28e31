import { z } from "zod";

/** Why a published appeal was taken down, as its page will say. */
export const takedownReasons = ["personal-data", "author-request", "court-order", "published-by-mistake", "other"] as const;

/** data/takedowns.csv: appeals that are published no more, by public id. */
export const takedownSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: "a public id as it stands in the appeal's address" }),
  reason: z.enum(takedownReasons),
  date: z.iso.date(),
});
export const takenBackSchema = z.strictObject({ id: z.string(), date: z.iso.date() });
export type TakenBack = z.infer<typeof takenBackSchema>;
export type Takedown = z.infer<typeof takedownSchema>;
