import { z } from "zod";
import { missingReasons, shareSchema } from "./figures.ts";
import { outcomeSchema } from "./outcome.ts";
import { replyGroupSchema } from "./replyGroups.ts";
import { markTrialSchema } from "./replyMarkMeasures.ts";
import { replyMarks } from "./replyMarks.ts";

/**
 * replies.json: what the published replies of an edition say, by open rules that a portal can change. Only replies that are published
 * count here: what is withheld or taken down takes no part, and nothing stands here that the pages of appeals do not show.
 */

const count = z.number().int().nonnegative();
const zeroToOne = z.number().min(0).max(1);
const mark = z.enum(replyMarks);

const absent = [
  z.strictObject({ state: z.literal("hidden"), reason: z.literal("too-few") }),
  z.strictObject({ state: z.literal("missing"), reason: z.enum(missingReasons) }),
] as const;

/** Why an edition has no figures of replies; "read" where it has. */
const replyReadings = [
  "read",
  /** The portal publishes figures only: no text is read, so nothing is known of any. */
  "figures-only",
  /** Not one published appeal has the text of a reply. */
  "no-texts",
] as const;

/** Why a mark stays hidden: the portal has no rule for it, nobody measured its rule or on too few texts, or it errs too often. */
const hiddenMarkReasons = ["no-rule", "not-measured", "too-few-texts", "precision", "recall"] as const;

/** A mark and how its rule did on coded texts that it was not made for. */
const markQualitySchema = z.strictObject({
  mark,
  /** Texts with the mark, and found ones among them; texts without it, and those left alone among them. Null: nobody measured. */
  trial: markTrialSchema.nullable(),
  /** found / all that the rule found; null: it found none, or nobody measured. */
  precision: zeroToOne.nullable(),
  /** found / having; null: none has it. */
  recall: zeroToOne.nullable(),
  /** Null where the mark is shown. */
  hidden: z.enum(hiddenMarkReasons).nullable(),
});
export type MarkQuality = z.infer<typeof markQualitySchema>;

/** A share corrected for the errors of its rule (Rogan & Gladen 1978), with an interval that counts in how few texts it was tried on. */
const correctedShareSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("exact"), value: zeroToOne, low: zeroToOne, high: zeroToOne }),
  ...absent,
]);

/** How one share is to another; "chance": chance or errors of the rule explain the difference. */
export const replyVerdicts = ["more", "less", "chance"] as const;
export type ReplyVerdict = (typeof replyVerdicts)[number];

/** What a share is compared with: an agency's with what it would be by the measure of the others, a topic's with that of the whole region. */
export const replyComparisons = ["others", "region"] as const;

/**
 * An agency among all others, frequent texts left out on both sides: its own share, and what it would have with its topics and outcomes at
 * the rates of the others (indirect standardisation).
 */
const adjustedShareSchema = z.strictObject({
  /** Its replies without its frequent texts, found ones among them, and their share with its interval, corrected. */
  own: z.strictObject({ replies: count, found: count, value: zeroToOne, low: zeroToOne, high: zeroToOne }),
  /** Corrected as the share beside it: the two can be compared with each other. */
  expected: zeroToOne,
  /**
   * Found / expected before correction, with a 95 % interval that counts in how few others there are; the ratio is null where nothing is
   * expected, its upper limit where nothing may be.
   */
  ratio: z.number().nonnegative().nullable(),
  low: z.number().nonnegative().nullable(),
  high: z.number().nonnegative().nullable(),
  verdict: z.enum(replyVerdicts),
});

/** A topic's share beside that of the region, of which it is a part: the region's, and how the topic's is to it. */
const besideRegionSchema = z.strictObject({ value: zeroToOne, verdict: z.enum(replyVerdicts) });
export type BesideRegion = z.infer<typeof besideRegionSchema>;

/** How often a mark was found by its rule. Not found is never "absent". */
const markShareSchema = z.strictObject({
  mark,
  /** As counted, of all published replies; hidden below `leastReplies`. */
  raw: shareSchema,
  corrected: correctedShareSchema,
  /** Copies of texts that the rule judged once (measure/replies/frequentTexts.ts), among `raw`: taken as found, the rest is corrected. */
  copies: z.strictObject({ replies: count, found: count }).optional(),
  /** Of agencies alone, over the whole time; left out where others have too little of the kind to compare with. */
  adjusted: adjustedShareSchema.optional(),
  /** Of topics alone, over the whole time: beside the region's corrected share. */
  region: besideRegionSchema.optional(),
});
export type MarkShare = z.infer<typeof markShareSchema>;

/** Shares of marks stand on so many replies at least. */
export const leastReplies = 50;

/**
 * A text is frequent when its copies are this share of the published replies of its agency, or more. Of rarer texts an agency has so many
 * that the errors of a rule spread over them as its trial says; in a frequent one the rule is right for all copies or wrong for all, and to
 * correct them one by one, or to take them for what everybody writes, would be to count one judgement hundreds of times.
 */
export const frequentFrom = 0.1;

/** The rule judged a frequent text once when so many of its copies were judged alike: a filled gap tips the scales in a few. */
export const alikeFrom = 0.95;

/** Medians over replies of a hundred words and more; grade: year of school by the index of Solnyshkina, Ivanov & Solovyev (2023). */
const readabilitySchema = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("exact"),
    n: z.number().int().positive(),
    wordsPerSentence: z.number().nonnegative(),
    grade: z.number(),
  }),
  ...absent,
]);

/** The published replies to what was received in a period. */
const replySliceSchema = z.strictObject({
  replies: count,
  /** Of those, replies that tell of one event; they stand in no share of repeated ones. */
  eventNotices: count,
  /** Replies in a language that the rules of marks cannot read; they stand in no share of marks. */
  unread: count,
  /** Replies of fewer than twelve words, of all. */
  short: shareSchema,
  /** Of topics alone, over the whole time: `short` beside the region's. */
  shortRegion: besideRegionSchema.optional(),
  /** Replies that repeat in groups of five and more of one agency, of those of twelve words and more that tell of no event. */
  repeated: shareSchema,
  /** The marks that are shown, in the order of the model. */
  marks: z.array(markShareSchema).readonly(),
  readability: readabilitySchema,
});
export type ReplySlice = z.infer<typeof replySliceSchema>;

/** A month of receipt with whatever replies its appeals have got by now. */
const replyMonthSchema = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  replies: count,
  short: shareSchema,
  repeated: shareSchema,
  marks: z.array(markShareSchema.omit({ adjusted: true, region: true })).readonly(),
});
export type ReplyMonth = z.infer<typeof replyMonthSchema>;

const replySubjectSchema = z.strictObject({
  dimension: z.enum(["region", "agency", "topic"]),
  /** "" for the region. A topic has what carries its code or one below it. */
  code: z.string(),
  periods: z.strictObject({ year: replySliceSchema, all: replySliceSchema }),
  /** Of the region and of agencies, the earliest first; only months with replies. */
  months: z.array(replyMonthSchema).readonly(),
  /** Of an agency: the group whose one text it sends whatever it is asked; null where there is none. */
  oneText: z.string().nullable(),
});
export type ReplySubject = z.infer<typeof replySubjectSchema>;

/** What replies with a property are compared by: a rating of 4 or 5 among the rated, a return within 30 days, a confirmation. */
export const associatedWith = ["rated-well", "returned", "confirmed"] as const;
/** Properties of replies that are compared: the marks that are shown, and whether a reply repeats. */
const associatedProperties = [...replyMarks, "repeated"] as const;

/**
 * Difference of two shares, those with the property less those without it, within one topic and channel, all of these taken together
 * (Mantel–Haenszel; Greenland & Robins 1985, interval by Sato 1989). It tells what goes together, never what causes what.
 */
const associationSchema = z.strictObject({
  property: z.enum(associatedProperties),
  with: z.enum(associatedWith),
  /** Where the exports tell of such events with some outcomes only: those alone were compared. Left out: all were. */
  outcomes: z.array(outcomeSchema).readonly().optional(),
  figure: z.discriminatedUnion("state", [
    z.strictObject({
      state: z.literal("exact"),
      value: z.number().min(-1).max(1),
      low: z.number().min(-1).max(1),
      high: z.number().min(-1).max(1),
      /** Appeals with the property and without it, in topics and channels that have both. */
      having: z.number().int().positive(),
      lacking: z.number().int().positive(),
      /** Those of them that were rated well, returned or were confirmed. */
      eventsHaving: count,
      eventsLacking: count,
      /** Topics by channel that have both. */
      strata: z.number().int().positive(),
    }),
    ...absent,
  ]),
});
export type Association = z.infer<typeof associationSchema>;

export const repliesSchema = z.strictObject({
  schema: z.literal(1),
  /** Address of the portal that published them. */
  address: z.string(),
  reading: z.enum(replyReadings),
  /** All marks of the model, in its order. */
  marks: z.array(markQualitySchema).readonly(),
  /** The region first, then agencies and topics by code; only those with replies. Empty where nothing was read. */
  subjects: z.array(replySubjectSchema).readonly(),
  /** Groups of five and more, the largest first. */
  groups: z.array(replyGroupSchema).readonly(),
  /** Addresses that earlier editions gave to groups that are none any more (too few are left): their pages say so. */
  gone: z.array(z.string()).readonly(),
  associations: z.array(associationSchema).readonly(),
});
export type Replies = z.infer<typeof repliesSchema>;

/** Of an edition that was written before replies were read. */
export const noReplies: Replies = {
  schema: 1,
  address: "",
  reading: "no-texts",
  marks: [],
  subjects: [],
  groups: [],
  gone: [],
  associations: [],
};
