import { z } from "zod";
import { changeKinds, changeSchema } from "./change.ts";
import { channelSchema } from "./channel.ts";
import { missingReasons } from "./figures.ts";

/** editions.json: every edition of the portal, what it published, what it changed, and what became of its figures. */

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * Figures that an edition is remembered by. Times and norms are those of one channel, never of several mixed; counts and
 * shares of outcomes also of all together.
 */
export const rememberedFigures = [
  "received",
  "closed",
  "resolvedStrict",
  "resolvedGenerous",
  "answeredInNorm",
  "closedInNorm",
  "silent",
  "firstReplyMedian",
  "inSubstanceMedian",
  "closingMedian",
] as const;
export type RememberedFigure = (typeof rememberedFigures)[number];

export const figureStates = ["exact", "beyond", "hidden", "missing"] as const;

/** A figure in its plainest form. value: a number of appeals, a share 0…1 or days; of "beyond": the wait is longer than that. */
const plainFigureSchema = z.strictObject({
  state: z.enum(figureStates),
  value: z.number().nullable(),
  /** Of a share: of how many appeals. */
  whole: z.number().int().nullable(),
  /** Why it has no number of its own, in the words of the other tables; null where it has. */
  reason: z.enum(["too-few", "not-reached", ...missingReasons]).nullable(),
});
export type PlainFigure = z.infer<typeof plainFigureSchema>;

const place = {
  /** "" for the region. */
  agency: z.string(),
  /** null: all channels together. */
  channel: channelSchema.nullable(),
  figure: z.enum(rememberedFigures),
};

export const editionFigureSchema = z.strictObject({ ...place, ...plainFigureSchema.shape });
export type EditionFigure = z.infer<typeof editionFigureSchema>;

/**
 * Why a figure of a period that is over is another one now. late-answer: answered or closed since · late-row: received in
 * the period, exported after it · outcome, reopened, redated, reassigned, withdrawn, restored: as the changes of appeals ·
 * privacy: places or agencies of small groups are told that were not, or the other way round · waiting: no appeal changed, but norms have run out and the open ones were followed for longer · method: the definition,
 * a norm or a setting changed, see the changelog.
 */
export const revisionReasons = [
  "late-answer",
  "late-row",
  "outcome",
  "reopened",
  "redated",
  "reassigned",
  "withdrawn",
  "restored",
  "privacy",
  "waiting",
  "method",
] as const;
export type RevisionReason = (typeof revisionReasons)[number];

const revisionSchema = z.strictObject({
  ...place,
  /** As published in the edition, and the same figure of the same period from the newest exports. */
  then: plainFigureSchema,
  now: plainFigureSchema,
  /** Appeals concerned; null where no number belongs to the reason. */
  reasons: z.array(
    z.strictObject({ reason: z.enum(revisionReasons), appeals: z.number().int().positive().nullable() }),
  ),
});
export type Revision = z.infer<typeof revisionSchema>;

/** How many appeals changed in one way; those taken down since are among them. */
const changeCountsSchema = z.partialRecord(z.enum(changeKinds), z.number().int().positive());
export type ChangeCounts = z.infer<typeof changeCountsSchema>;

const datedFileSchema = z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: z.string() });
export type DatedFile = z.infer<typeof datedFileSchema>;

const pastEditionSchema = z.strictObject({
  date: isoDate,
  /** The edition before; null for the first, which is compared with nothing. */
  before: isoDate.nullable(),
  /** Appeals in its figures, and those among them that had vanished from their register by then. */
  appeals: z.number().int(),
  vanished: z.number().int(),
  /** Sources that brought no export in this edition: nothing of theirs can have changed or vanished. */
  absent: z.array(z.string()),
  /** SHA-256 over names and numbers of rows of the exports that it was made from. */
  inputs: z.string(),
  /** The twelve months that its figures are about. */
  period: z.strictObject({ from: isoDate, to: isoDate }),
  figures: z.array(editionFigureSchema),
  changes: changeCountsSchema,
  /** By agency of the later edition, "" where none is told; the most changes first, then by code. They add up to changes. */
  changesByAgency: z.array(z.strictObject({ agency: z.string(), changes: changeCountsSchema })),
  /** Figures of this edition that have changed since; none for the newest. */
  revisions: z.array(revisionSchema),
  /** Changes of each kind that has few enough to be listed on a page; all of them stand in changes.csv. By agency, then id. */
  lists: z.partialRecord(z.enum(changeKinds), z.array(changeSchema)),
  /** Files at data/editions/DATE/, which later editions leave as they are. */
  files: z.array(datedFileSchema),
});
export type PastEdition = z.infer<typeof pastEditionSchema>;
/** An edition before its files are written. */
export type RecalledEdition = Omit<PastEdition, "lists" | "files">;

/** More changes of one kind than this are a table to take away, not a list to read. */
export const longestList = 200;

export const editionsSchema = z.strictObject({
  schema: z.literal(1),
  /** Address of the portal that published them. */
  address: z.string(),
  /** Oldest first. */
  editions: z.array(pastEditionSchema),
  /** Ids in the lists that were withdrawn later and have no page any more. */
  gone: z.array(z.string()),
});
export type Editions = z.infer<typeof editionsSchema>;
