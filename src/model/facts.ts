import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { comparisonSchema } from "./comparison.ts";
import { factsName, waitsInFacts } from "./events/event.ts";
import { helpSchema } from "./help.ts";
import { normSchema } from "./norm.ts";
import { languageSchema, portalSchema } from "./portal.ts";
import { translationSchema } from "./translation.ts";
import { statementSchema } from "./statement.ts";
import { regionMapSchema } from "./regionMap.ts";
import { subjectSchema } from "./subject.ts";
import { takedownSchema, takenBackSchema } from "./takedown.ts";
import { useSchema } from "./use.ts";
import { shiftsSchema } from "./shifts.ts";
import { weeksSchema } from "./weeks.ts";

export * from "./comparison.ts";
export * from "./measures.ts";
export * from "./subject.ts";

/** All figures of an edition: what pages are rendered from, and the public JSON API. Field names are a contract. */

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const isoMonth = z.string().regex(/^\d{4}-\d{2}$/);

/**
 * What a published figure is. part, whole and of name what an appeal counts as; the words for them are strings. Formulas
 * are those of the sources, x of n appeals, dᵢ events among nᵢ at risk at time tᵢ.
 */
export const definitionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ id: z.string(), kind: z.literal("count"), of: z.string() }),
  z.strictObject({
    id: z.string(),
    kind: z.literal("share"),
    part: z.string(),
    whole: z.string(),
    formula: z.string(),
    interval: z.string(),
    source: z.string(),
  }),
  z.strictObject({
    id: z.string(),
    kind: z.literal("wait"),
    event: z.enum(waitsInFacts),
    probability: z.number(),
    formula: z.string(),
    interval: z.string(),
    source: z.string(),
  }),
  z.strictObject({
    id: z.string(),
    kind: z.literal("agency-wait"),
    event: z.enum(Object.values(factsName)),
    probability: z.number(),
    formula: z.string(),
    interval: z.string(),
    source: z.string(),
  }),
  z.strictObject({
    id: z.string(),
    /** list: shares that add up to 100 · mean, change: a number with its interval · outcomes, curve: by days · usual: limits of months · comparison: of agencies. */
    kind: z.enum(["outcomes", "curve", "list", "mean", "change", "usual", "comparison"]),
    formula: z.string(),
    interval: z.string().optional(),
    source: z.string(),
  }),
]);
export type Definition = z.infer<typeof definitionSchema>;

/** Further spellings of the vocabulary, by which the search knows the thing as well; absent where there are none. */
const aliases = z.array(z.string()).optional();

const vocabularyFactsSchema = z.strictObject({
  agencies: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      short: z.string(),
      kind: z.enum(["executive", "district", "other"]),
      aliases,
    }),
  ),
  topics: z.array(
    z.strictObject({
      code: z.string(),
      parent: z.string().nullable(),
      name: z.string(),
      sensitive: z.boolean(),
      aliases,
    }),
  ),
  places: z.array(
    z.strictObject({
      code: z.string(),
      parent: z.string().nullable(),
      name: z.string(),
      /** Residents, where the portal's list of places tells them. */
      population: z.number().int().positive().optional(),
      aliases,
    }),
  ),
  channels: z.array(channelSchema),
});

/** Fields of an appeal whose columns are watched for falling empty. */
export const watchedFields = ["agency", "topic", "place", "text", "reply"] as const;

const fileCountsSchema = z.strictObject({
  edition: z.string(),
  file: z.string(),
  source: z.string(),
  /** read = accepted + merged + rejected, always. */
  read: z.number().int(),
  accepted: z.number().int(),
  merged: z.number().int(),
  rejected: z.number().int(),
});
export type FileCounts = z.infer<typeof fileCountsSchema>;

/** What the gate did, in numbers. */
const privacyFactsSchema = z.strictObject({
  /** Masks by agency and class of personal data; agency "" is "not stated". Sorted by code. */
  maskedByAgency: z.array(z.strictObject({ agency: z.string(), masked: z.record(z.string(), z.number().int()) })),
  /** How many of the masks of each class stand for a doubtful find; the others are confirmed. */
  maskedDoubtful: z.record(z.string(), z.number().int()).optional(),
  /** Appeals of the exports that stand in takedowns; others in the list are of older exports. */
  takenDown: z.number().int(),
  /** Further appeals that are not published because they say the same as one that was taken down. */
  alikeTakenDown: z.number().int().optional(),
  /** How alike appeals are in topic, place, month of receipt and channel, as published; null where no appeals are. */
  groups: z
    .strictObject({
      /** Size of the smallest group, and share of appeals that stand alone in theirs. */
      smallest: z.number().int(),
      alone: z.number().min(0).max(1),
      /** Appeals whose place was raised to its parent, whose place was not told, whose texts went. */
      raised: z.number().int(),
      placeless: z.number().int(),
      textless: z.number().int(),
    })
    .nullable(),
});
export type PrivacyFacts = z.infer<typeof privacyFactsSchema>;

/** How whole the exports of one source are: what a reader must know before believing any figure from them. */
const sourceCompletenessSchema = z.strictObject({
  source: z.string(),
  title: z.string(),
  /** The day of the source's newest export, which the figures describe; of a source of deltas: all of its exports. */
  exported: isoDate,
  /** Of a source of deltas: how many exports the figures add up, a changed appeal counted in each that has it. Absent where it is one. */
  summed: z.number().int().optional(),
  channels: z.array(channelSchema),
  rows: z.number().int(),
  /** Rows that are closed, or say how they ended. */
  closed: z.number().int(),
  /** Whether it tells of closings, and of texts of replies, at all: where it does not, that none is there says nothing. */
  tellsClosings: z.boolean(),
  tellsReplies: z.boolean(),
  /** Hardly a closed one is missing, and not one open is there: the figures give no times for the source's channels. */
  closedOnly: z.boolean(),
  /** First and last day of receipt. */
  from: isoDate,
  to: isoDate,
  /** Rows received before 1990 or after the export: counted, and left out of months and times. */
  misdated: z.number().int(),
  /** Rows of earlier exports that were absent from the next one. They stay in the figures as they were last seen. */
  vanished: z.number().int(),
  /** Months inside the span with far fewer appeals than the months before them. */
  collapsedMonths: z.array(isoMonth),
  /** Fields that were filled once and are empty from a month on. */
  emptiedFields: z.array(z.strictObject({ field: z.enum(watchedFields), since: isoMonth })),
  /** Days on which far more appeals were closed than on others. */
  massClosings: z.array(z.strictObject({ day: isoDate, count: z.number().int() })),
  replies: z.number().int(),
  /** Replies with one and the same text that stands under a great many appeals. */
  placeholderReplies: z.number().int(),
  /** Replies of fewer than twelve words. */
  shortReplies: z.number().int(),
});
export type SourceCompleteness = z.infer<typeof sourceCompletenessSchema>;

const calendarFactsSchema = z.strictObject({
  workingHours: z.array(z.string()),
  /** Years that the norms of the appeals rest on; provisional: no decree tells its days off yet, the holidays of the law alone do. */
  years: z.array(z.strictObject({ year: z.number().int(), provisional: z.boolean(), basis: z.array(z.string()) })),
});
export type CalendarFacts = z.infer<typeof calendarFactsSchema>;

const contentSchema = z.strictObject({
  schema: z.literal(1),
  /** Where appeals lie in bundles, `appealBundles` says in how many; else each has a page. */
  portal: portalSchema.omit({
    norms: true,
    calendar: true,
    workingHours: true,
    privacy: true,
    ids: true,
    idLetters: true,
    appealPages: true,
  }),
  norms: z.array(normSchema),
  /** By what norms in working time are counted; null where the portal has none. */
  calendar: calendarFactsSchema.nullable(),
  edition: z.strictObject({
    /** Name of the newest edition folder, the day of the newest export. */
    date: isoDate,
    editions: z.array(isoDate),
    /** First and last day of receipt in the data. */
    from: isoDate,
    to: isoDate,
    files: z.array(fileCountsSchema),
    /** Findings about the input by code. */
    findings: z.array(z.strictObject({ code: z.string(), count: z.number().int() })),
    /** By name of the source. */
    sources: z.array(sourceCompletenessSchema),
    withdrawn: z.number().int(),
    published: z.number().int(),
    /** Masks put by class of personal data, and appeals that got at least one. */
    masked: z.record(z.string(), z.number().int()),
    maskedAppeals: z.number().int(),
    withheldTexts: z.number().int(),
    /** What stands behind the page on privacy. */
    privacy: privacyFactsSchema,
    /** Appeals taken down: their address says so and why; they stay counted in the figures. Sorted by id. */
    takedowns: z.array(takedownSchema),
    /** Appeals that were published and that their source took back since, with the edition that did: their address says so. Sorted by id. */
    takenBack: z.array(takenBackSchema),
  }),
  periods: z.strictObject({
    year: z.strictObject({ from: isoDate, to: isoDate }),
    all: z.strictObject({ from: isoDate, to: isoDate }),
    month: z.strictObject({ from: isoDate, to: isoDate }).optional(),
  }),
  vocabulary: vocabularyFactsSchema,
  subjects: z.array(subjectSchema),
  comparisons: z.array(comparisonSchema),
  definitions: z.array(definitionSchema),
  /** What agencies say of what is shown of them, by code; the newest of each first. */
  statements: z.array(statementSchema),
  /** Where places lie, and figures of them; absent where the portal has neither boundaries nor tiles. */
  map: regionMapSchema.optional(),
  /** Weeks, and what rises in them; absent where no week of the data is whole. */
  weeks: weeksSchema.optional(),
  /** What got worse and better in a year; absent where no month can be set beside its like. */
  shifts: shiftsSchema.optional(),
  /** Articles and decisions that rest on the portal, the newest first; absent where none are known. */
  uses: z.array(useSchema).optional(),
  /** Names in the further languages of the portal. */
  translations: z.partialRecord(languageSchema, translationSchema),
  /** What the portal advises those whom nobody answers; absent where it advises nothing. */
  help: z.partialRecord(languageSchema, helpSchema).optional(),
});

/** Parts of the facts, for what tells some of them alone. */
export const factsShape = contentSchema.shape;

declare const stored: unique symbol;

/** Facts in either shape: for what reads of them nothing that singleChannel.ts leaves out. */
export type AnyFacts = z.infer<typeof contentSchema>;
/** As they stand in facts.json, without what a single channel would only repeat (singleChannel.ts). */
export type StoredFacts = AnyFacts & { readonly [stored]: true };
/** With all their figures, as everything that tells of them wants them: `withRepeats` makes them. */
export type Facts = AnyFacts & { readonly [stored]?: never };

export const factsSchema = contentSchema as unknown as z.ZodType<StoredFacts>;
