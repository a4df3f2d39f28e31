/** The channels of the demonstration region. */
export type Channel = "social" | "letter" | "portal";

export type Outcome = "acted" | "planned" | "explained" | "refused" | "redirected" | "unanswered" | "withdrawn";

/** What is drawn before anything is written: who, where, about what, when. */
export interface Slot {
  /** Position among the appeals of its channel, from 0: the key of everything random about the appeal. */
  index: number;
  channel: Channel;
  topic: string;
  place: string;
  agency: string;
  handedFrom: string;
  /** Minute of the wall clock. */
  received: number;
}

/** The whole life of an appeal, in minutes of the wall clock; what lies beyond an edition's date is not exported yet. */
export interface Timeline {
  firstReply?: number;
  closed?: number;
  reopened?: number;
  closedAgain?: number;
  outcome: Outcome;
  /** The ending after a change of mind, and when it was entered. */
  amended?: { at: number; outcome: Outcome };
  rating?: { at: number; stars: number };
  /** The record is taken back from the register. */
  retracted?: number;
  /** A mistyped date of receipt is mended: the true one, and when it was entered. */
  redated?: { at: number; received: number };
}

/** An appeal with its texts: everything an export row is written from. */
export interface Appeal extends Slot {
  id: string;
  timeline: Timeline;
  /** It thanks, and asks for nothing. */
  thanks: boolean;
  /** A portal appeal whose times of day were not recorded. */
  dateOnly: boolean;
  planned: number;
  settlement: string;
  clerk: string;
  author: string;
  text: string;
  /** The reply that only takes note; empty where the first reply is the final one. */
  firstText: string;
  /** The reply that closes; empty where the appeal was closed without one. */
  finalText: string;
  /** The reply after a change of outcome or a second closing. */
  laterText: string;
}
