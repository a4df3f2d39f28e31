import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { exportedAtSchema } from "./exportedAt.ts";
import { officeMarks } from "./officeMarks.ts";
import { outcomes } from "./outcome.ts";

/** Fields of an appeal that a column of an export can feed. */
export const sourceFields = [
  "id",
  "received",
  "registered",
  "firstReply",
  "closed",
  "reopened",
  "confirmed",
  "planned",
  "topicGroup",
  "topic",
  "place",
  "agency",
  "handedFrom",
  "channel",
  "kind",
  "outcome",
  "withdrawn",
  "rating",
  "text",
  "reply",
  ...officeMarks,
] as const;
export type SourceField = (typeof sourceFields)[number];

/**
 * Order of day and month. half-swapped: some program on the way swapped day and month wherever both are 12 or less; it is
 * undone on reading.
 */
const dateOrders = ["day-first", "month-first", "year-first", "half-swapped"] as const;

/** What a heading over a group of rows may name. */
const groupFields = ["agency", "topicGroup", "topic", "place", "channel"] as const satisfies readonly SourceField[];

/** What a source's own word comes to; closed: it says that the appeal is closed, and not how. */
export const wordMeanings = [...outcomes, "closed"] as const;

/** A header as written in the file, or several spellings of it. "Дата[2]" is the second column named "Дата". */
const header = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((names) => (typeof names === "string" ? [names] : names));

/** data/sources/NAME.yaml: how the files of one system turn into appeals. Columns are found by header, never by position. */
export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  /** Patterns on the file name inside an edition folder; * stands for anything. */
  files: z.array(z.string().min(1)).min(1),
  /** snapshot: each export holds everything. delta: each holds what is new or changed. */
  kind: z.enum(["snapshot", "delta"]).default("snapshot"),
  /** Up to which instant the exports are complete; left out: to the last event that they hold. */
  exportedAt: exportedAtSchema.optional(),
  /** The channel of every row, where no column tells. */
  channel: channelSchema.optional(),
  /** Legal regime under which its appeals are considered, by which norms of portal.yaml can ask for it: 59-ФЗ. */
  regime: z.string().min(1).optional(),
  /** Order of day and month where dates are written with figures. Left out: found from the column's values, or the build stops. */
  dateOrder: z.enum(dateOrders).optional(),
  columns: z.partialRecord(z.enum(sourceFields), header).default({}),
  /** Fields whose column some files of this source do not have. Any other mapped column that is absent makes a file unusable. */
  optional: z.array(z.enum(sourceFields)).optional(),
  /** Rows stand in groups under headings that name this, and no column does: a row with nothing but a name, above its rows. */
  groupedBy: z.enum(groupFields).optional(),
  /** Headers that are there and deliberately not read. Any other unread header is named in a finding. */
  ignore: z.array(z.string()).default([]),
  /** Texts that mean "empty" in this source, beside the usual ones. */
  missing: z.array(z.string()).default([]),
  /** Names for the columns, in order, where the files have no header row. One that is the name of a field feeds it. */
  headers: z.array(z.string().min(1)).min(2).optional(),
  /** This source's own words for outcomes and channels. They come before the portal's vocabulary. */
  outcomes: z.record(z.string(), z.enum(wordMeanings)).optional(),
  channels: z.record(z.string(), channelSchema).optional(),
  /** This source's own words for kinds of appeals, and whether these are owed an answer. */
  kinds: z.record(z.string(), z.enum(["owed", "notOwed"])).optional(),
  /** This source's own words in the columns of an office's marks, and whether they say yes. */
  marks: z.record(z.string(), z.enum(["yes", "no"])).optional(),
  /** yearly: the register numbers its appeals from 1 again each year, and the year of receipt is part of the number. */
  numbers: z.enum(["lasting", "yearly"]).optional(),
  /** What identical rows of a source without numbers are: distinct appeals (five neighbours, one pothole), or one. */
  identicalRows: z.enum(["distinct", "same"]).optional(),
});
export type Source = z.infer<typeof sourceSchema> & {
  name: string;
  /** Lists of words that stand in the description as comments, as inspect leaves them for somebody to look over. */
  offered?: readonly ("outcomes" | "channels")[];
};
