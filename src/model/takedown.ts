import { z } from "zod";

/** Why a published appeal was taken down, as its page will say. */
export const takedownReasons = [
  "personal-data",
  "author-request",
  "court-order",
  "published-by-mistake",
  "other",
] as const;

/** An appeal that is published no more, by public id, as the portal says it. */
export const takedownSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: "a public id as it stands in the appeal's address" }),
  reason: z.enum(takedownReasons),
  date: z.iso.date(),
});
export type Takedown = z.infer<typeof takedownSchema>;

/** A row of data/takedowns.csv. copies: "stay" where other appeals with the same text are meant to stay published. */
export const takedownRowSchema = takedownSchema.extend({ copies: z.enum(["", "stay"]).default("") });
export type TakedownRow = z.infer<typeof takedownRowSchema>;

const keyedHash = z.string().regex(/^[0-9a-f]{24}$/, { error: "a hash as the build wrote it" });

/**
 * A row of data/takedowns-memory.csv: by what an appeal that was taken down is known again. Keyed hashes and nothing else
 * (the key: data/takedowns.key), but for the public id.
 */
export const rememberedSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Of its source and number; of the number alone; of its day of receipt. Empty where no export held it any more. */
  number: z.union([keyedHash, z.literal("")]),
  bare: z.union([keyedHash, z.literal("")]),
  day: z.union([keyedHash, z.literal("")]),
  /** Of its words; empty where it had none. */
  text: z.union([keyedHash, z.literal("")]),
  /** How many words of the resident's it has: 0 where those of the reply stand for it. */
  words: z.string().regex(/^\d+$/),
  /** Of up to 32 triples of its words, ten characters each; empty where it is too short for that. */
  sketch: z.string().regex(/^(?:[0-9a-f]{10})*$/),
  /** Of its source, moment of receipt, topic, place, agency and channel; empty in rows that older versions wrote. */
  about: z.union([keyedHash, z.literal("")]).default(""),
  /** Of the key behind the public ids when it was written. */
  ids: keyedHash,
  /** Of the row itself: a row that was changed, or written with another key, is known as such. */
  seal: keyedHash,
});
export type Remembered = z.infer<typeof rememberedSchema>;
export const rememberedColumns = [
  "id",
  "number",
  "bare",
  "day",
  "text",
  "words",
  "sketch",
  "about",
  "ids",
  "seal",
] as const satisfies readonly (keyof Remembered)[];

export const takenBackSchema = z.strictObject({ id: z.string(), date: z.iso.date() });
export type TakenBack = z.infer<typeof takenBackSchema>;
