import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { outcomeSchema } from "./outcome.ts";

/** data/vocabulary/*.csv: names, codes and the spellings that exports use for them. */

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "a code of small Latin letters, figures and hyphens" });
const optionalCode = z.union([code, z.literal("").transform(() => null)]);
const aliases = z.string().transform((text) =>
  text
    .split("|")
    .map((alias) => alias.trim())
    .filter(Boolean),
);
/** Whether appeals are owed an answer; left empty: they are. */
const answer = z
  .enum(["owed", "notOwed", ""])
  .default("")
  .transform((word) => (word === "notOwed" ? ("notOwed" as const) : ("owed" as const)));
const yes = z.enum(["yes", "no", ""]).transform((word) => word === "yes");

export const agencyRowSchema = z.strictObject({
  code,
  name: z.string().min(1),
  short: z.string().min(1),
  kind: z.enum(["executive", "district", "other"]),
  aliases,
});
export const topicRowSchema = z.strictObject({
  code,
  parent: optionalCode,
  name: z.string().min(1),
  sensitive: yes,
  answer: answer.optional(),
  aliases,
});
/** Residents of a place with all that lies in it. */
const population = z.union([z.literal("").transform(() => null), z.coerce.number().int().positive()]).optional();
export const placeRowSchema = z.strictObject({
  code,
  parent: optionalCode,
  name: z.string().min(1),
  population,
  aliases,
});
export const outcomeRowSchema = z.strictObject({ word: z.string().min(1), outcome: outcomeSchema });
export const channelRowSchema = z.strictObject({ word: z.string().min(1), channel: channelSchema });

/** What a word in an office's own columns says: yes or no. */
export const markRowSchema = z.strictObject({ word: z.string().min(1), marked: z.enum(["yes", "no"]) });

export const kindRowSchema = z.strictObject({ word: z.string().min(1), answer });

type AgencyEntry = z.infer<typeof agencyRowSchema>;
export type TopicEntry = z.infer<typeof topicRowSchema>;
type PlaceEntry = z.infer<typeof placeRowSchema>;

/** Lists may be empty: then the labels of the exports themselves become the vocabulary. */
export interface Vocabulary {
  agencies: AgencyEntry[];
  topics: TopicEntry[];
  places: PlaceEntry[];
  outcomes: z.infer<typeof outcomeRowSchema>[];
  channels: z.infer<typeof channelRowSchema>[];
  /** Kinds of appeals, and whether they are owed an answer. */
  kinds?: z.infer<typeof kindRowSchema>[];
  marks?: z.infer<typeof markRowSchema>[];
}
