import type { Channel } from "./channel.ts";
import type { OfficeMark } from "./officeMarks.ts";
import type { Outcome } from "./outcome.ts";

/**
 * The public appeals of an edition as typed columns: what the measures are computed from. Row i of every column is the
 * same appeal. Codes are indices into the lists; `none` stands for an empty cell.
 */
export interface AppealColumns {
  readonly length: number;
  readonly lists: {
    readonly agencies: readonly string[];
    /** Leaf topics as the appeals carry them. */
    readonly topics: readonly string[];
    readonly places: readonly string[];
    readonly channels: readonly Channel[];
    readonly outcomes: readonly Outcome[];
  };
  readonly agency: Uint16Array;
  readonly topic: Uint16Array;
  readonly place: Uint16Array;
  readonly channel: Uint8Array;
  readonly outcome: Uint8Array;
  /** Civil day of receipt since 1970-01-01 in the portal's zone. */
  readonly receivedDay: Int32Array;
  /**
   * Days from receipt to the end of observation (endOfObservation): how long the appeal was followed. Where only dates are
   * known, the civil days that were over by then: on the day of the export itself, 0.
   * NaN where the date of receipt is impossible: the appeal counts, but belongs to no month and has no wait.
   */
  readonly followedDays: Float64Array;
  /** Civil day of the end of observation. Left out: receipt plus the whole days followed. */
  readonly followedDay?: Int32Array | undefined;
  /**
   * 1 where later exports may follow the appeal further: the newest export of a source that has not ended still holds it.
   * Left out: all may be.
   */
  readonly followedOn?: Uint8Array | undefined;
  /** 1 where the source records first replies (closings), the row says one way or the other and the appeal is owed an answer; 0 rows say nothing about that event. */
  readonly firstReplyRecorded: Uint8Array;
  readonly closingRecorded: Uint8Array;
  /** 1 where a reply (a closing) is known to have happened. */
  readonly answered: Uint8Array;
  readonly closed: Uint8Array;
  /** What the rules of events decided of the first reply, by stateCode. Left out: the measures ask the same rules. */
  readonly firstReplyState?: Uint8Array | undefined;
  /** Days from receipt to the event; NaN where it has not happened, or where its date is missing or impossible. */
  readonly firstReplyDays: Float64Array;
  readonly closingDays: Float64Array;
  /** 1 where a duration is a number of civil days, because only dates are known; 2 where it is one of weeks. */
  readonly dayPrecision: Uint8Array;
  /** Norms in days since receipt; NaN where no rule fits the appeal. */
  readonly firstReplyNorm: Float64Array;
  readonly closingNorm: Float64Array;
  /** The closing norm also of appeals whose dates stand for weeks and tell too little to judge a short one. Left out: as closingNorm. */
  readonly closingNormSet?: Float64Array | undefined;
  /** The rule of each appeal, as an index into the portal's norms; noRule where none fits. Left out: the portal has no rules to tell apart. */
  readonly firstReplyRule?: Uint8Array | undefined;
  readonly closingRule?: Uint8Array | undefined;
  /** 1–5; 0 where there is none. */
  readonly rating: Uint8Array;
  readonly reopened: Uint8Array;
  /** 1 where the author confirmed the result. */
  readonly confirmed: Uint8Array;
  readonly handedOver: Uint8Array;
  /** Days from receipt to the (last) reopening; NaN where there is none. Left out: nobody knows when. */
  readonly reopenedDays?: Float64Array | undefined;
  /** The clock of the answering agency. Left out: no export tells when appeals were registered. */
  readonly agencyClock?: AgencyClock | undefined;
  /** For each mark of an office that some export tells: 2 where an appeal has it, 1 where it has not, 0 where nothing is said. */
  readonly officeMarks?: Partial<Record<OfficeMark, Uint8Array>> | undefined;
  /** 1 where the source holds the text of a reply. Left out: no source has texts. */
  readonly hasReplyText?: Uint8Array | undefined;
  /** What is told of an answer in substance, by inSubstanceCode, and days to it. Left out: no text of a reply was read. */
  readonly inSubstanceState?: Uint8Array | undefined;
  readonly inSubstanceDays?: Float64Array | undefined;
  /** Civil day of closing in the portal's zone, read only where closingDays is a number. Left out: receipt plus whole days. */
  readonly closedDay?: Int32Array | undefined;
}

/** How a reply stands beside the others of its agency; codes are places in the list. */
export const replyKinds = ["own", "short", "repeated", "event"] as const;

/** The published replies as typed columns: place i of each is the same reply. */
export interface ReplyColumns {
  /** The row of its appeal, rising. */
  readonly rows: Uint32Array;
  /** The marks that are shown, as a MarkSet. */
  readonly marks: Uint16Array;
  /** By its place in replyKinds. */
  readonly kind: Uint8Array;
  /** The group of nearly identical replies that it belongs to, counted from 1; 0: it belongs to none. */
  readonly group: Uint32Array;
  /** NaN for replies of fewer than a hundred words. */
  readonly wordsPerSentence: Float64Array;
  readonly grade: Float64Array;
}

/**
 * Waits from registration at the agency that answers. An appeal without a date of registration is taken to have been
 * registered on receipt; not so one that was handed over, or whose date cannot be read: nobody knows since when it is whose.
 */
export interface AgencyClock {
  /** 1 where the date of registration is known. */
  readonly registered: Uint8Array;
  /** As followedDays, firstReplyDays and closingDays, from registration; followedDays is NaN where the start is not known. */
  readonly followedDays: Float64Array;
  readonly firstReplyDays: Float64Array;
  readonly closingDays: Float64Array;
  /** What the rules of events decided of the first reply by this clock, as in AppealColumns. */
  readonly firstReplyState?: Uint8Array | undefined;
}

/** Stands for no norm in firstReplyRule and closingRule. */
export const noRule = 0xff;

/** Index that stands for an empty cell in agency, topic and place. */
export const none = 0xffff;
