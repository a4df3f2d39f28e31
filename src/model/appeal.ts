import { z } from "zod";
import { channelSchema, type Channel } from "./channel.ts";
import { followedSchema } from "./followed.ts";
import { unreadFields } from "./events/unreadEvents.ts";
import { inSubstanceStates } from "./events/inSubstance.ts";
import { type OfficeMarks, officeMarksSchema } from "./officeMarks.ts";
import type { Moment } from "./moment.ts";
import { outcomeSchema, type Outcome } from "./outcome.ts";
import { replyMarks } from "./replyMarks.ts";

/**
 * One row of an export after its columns were mapped and its words turned into codes. It may still hold personal data:
 * only intake, store and the privacy gate ever see it.
 */
export interface Appeal {
  /** Name of the source (data/sources/NAME.yaml). Registry numbers are unique only inside a source. */
  source: string;
  /** Registry number as text, leading zeros kept; where a source has none, a stable id made from content and position. */
  id: string;
  /** Edition folder the row came from, and its place there, for findings and for "the newest row wins". */
  edition: string;
  file: string;
  line: number;
  channel: Channel;
  /** Codes of the vocabulary, or "" where the export leaves the cell empty. */
  agency: string;
  /** The agency that had the appeal first, where it was handed over; "" otherwise. */
  handedFrom: string;
  topic: string;
  place: string;
  /** Citizen's clock: when the appeal first arrived anywhere. */
  received: Moment;
  /** Agency's clock, where the export has a registration of its own. */
  registered: Moment | null;
  firstReply: Moment | null;
  closed: Moment | null;
  reopened: Moment | null;
  /** When the author confirmed the result, where the export asks. */
  confirmed: Moment | null;
  /** Deadline set by the source itself, where it has one. */
  planned: Moment | null;
  outcome: Outcome;
  /** The source says that the appeal is closed, neither when nor how. */
  closedUndated?: boolean;
  /** Events whose cell holds something that tells neither whether nor when they took place. */
  unread?: readonly (typeof unreadFields)[number][];
  withdrawn: boolean;
  /** What the office marked of it, where the export tells. */
  marks?: OfficeMarks;
  /** 1–5, or null where the resident left none. */
  rating: number | null;
  /** Plain text or HTML as the export has it; "" where there is none. */
  text: string;
  reply: string;
}

/**
 * One public appeal, as it stands in the edition and in the downloads. Moments are texts (see formatMoment).
 * Every field that can be empty is null then, never "".
 */
export const publicAppealSchema = z.strictObject({
  /** Public id: stable across editions, safe in an address; not the registry number unless the portal says so. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Name of the export it came from: tells which events that system records at all. */
  source: z.string(),
  channel: channelSchema,
  agency: z.string().nullable(),
  handedFrom: z.string().nullable(),
  topic: z.string().nullable(),
  place: z.string().nullable(),
  received: z.string(),
  /** When the answering agency registered it, where the export tells. */
  registered: z.string().nullable().optional(),
  firstReply: z.string().nullable(),
  closed: z.string().nullable(),
  reopened: z.string().nullable(),
  /** When the author confirmed the result, where the export tells. */
  confirmed: z.string().nullable().optional(),
  outcome: outcomeSchema,
  /** Present where the source says that the appeal is closed, neither when nor how. */
  closedUndated: z.literal(true).optional(),
  /** Events whose cell in the export holds something that tells neither whether nor when they took place. */
  unread: z.array(z.enum(unreadFields)).readonly().optional(),
  /** What the office marked of it; present where the export tells. */
  marks: officeMarksSchema.optional(),
  rating: z.number().int().min(1).max(5).nullable(),
  /** Days from receipt to the first reply and to closing (fractions only where the export knows the hours). A closing is a first reply where it is an answer. */
  firstReplyDays: z.number().nullable(),
  closingDays: z.number().nullable(),
  /** The same from registration, by the clock of the agency; null where the export tells no registration. */
  agencyFirstReplyDays: z.number().nullable().optional(),
  agencyClosingDays: z.number().nullable().optional(),
  /** Norms that apply to this appeal, in days from receipt to their last moment; null where no rule fits it. */
  firstReplyNorm: z.number().nullable(),
  closingNorm: z.number().nullable(),
  /** Their rules, by place among the norms of the facts. */
  firstReplyRule: z.number().int().nonnegative().nullable().optional(),
  closingRule: z.number().int().nonnegative().nullable().optional(),
  text: z.string().nullable(),
  reply: z.string().nullable(),
  /** Present where the dates stand for the week that begins on them (sensitive topics); the waits are whole days then. */
  datesToWeek: z.literal(true).optional(),
  ...followedSchema.partial().shape,
  /**
   * What the published reply contains by the rules of the portal (model/replyMarks.ts), read before anything in it was masked: of the
   * marks that are good enough to be shown. Left out: no published reply, or none that the rules can read.
   */
  replyMarks: z.array(z.enum(replyMarks)).readonly().optional(),
  /**
   * Where in the published reply the words stand that made the marks that are shown: mark, first UTF-16 unit, unit behind the last;
   * in the order of the text. Left out: none.
   */
  replySpans: z
    .array(z.tuple([z.enum(replyMarks), z.number().int().nonnegative(), z.number().int().positive()]).readonly())
    .readonly()
    .optional(),
  /** The group of nearly identical replies that its reply belongs to (model/replyGroups.ts). */
  replyGroup: z.string().optional(),
  /** What is told of an answer in substance (model/events/inSubstance.ts). Left out: nothing. */
  inSubstanceState: z.enum(inSubstanceStates).optional(),
  /** Days from receipt to it; null where it is not done. */
  inSubstanceDays: z.number().nullable().optional(),
  /** Why a text is not published, where one existed. */
  withheld: z.enum(["sensitive-topic", "small-group", "quotation"]).nullable(),
});

declare const passedTheGate: unique symbol;

/**
 * Made in one place only: src/privacy/gate.ts. The brand is what keeps any other code from making one; from the edition they
 * are read by src/edition/readEdition.ts, where only the gate could have put them.
 */
export type PublicAppeal = z.infer<typeof publicAppealSchema> & { readonly [passedTheGate]: true };
