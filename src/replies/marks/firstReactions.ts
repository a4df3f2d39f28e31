import { hasMark, type MarkSet } from "../../model/replyMarks.ts";

/** A reply as the clocks see it: when it was given, and what its words say (not the words). */
export interface MarkedReply {
  /** Minutes since 1970 or days, as long as all are alike. */
  readonly at: number;
  /** Null where its text is not there: then nobody can tell which kind it is. */
  readonly marks: MarkSet | null;
}

/** The two first events of an appeal. Null: there has been none. */
export interface FirstReactions {
  /** The first reply of any kind: from here on the sender knows that somebody has it. */
  readonly acknowledged: number | null;
  /** The first reply that says more than that it was taken in or handed on. */
  readonly answered: number | null;
  /** A reply without a text came before the first in substance: the second clock cannot be told from the first. */
  readonly isUntold: boolean;
}

/** Whether a reply only acknowledges: then it starts no second clock. */
function onlyAcknowledges(marks: MarkSet): boolean {
  return hasMark(marks, "onlyAcknowledged");
}

/**
 * When an appeal was acknowledged and when it was answered in substance, of its replies in any order. A reply in substance
 * is an acknowledgement as well, so the second is never before the first.
 */
export function firstReactions(replies: readonly MarkedReply[]): FirstReactions {
  const ordered = [...replies].sort((a, b) => a.at - b.at);
  const answered = ordered.find(({ marks }) => marks !== null && !onlyAcknowledges(marks))?.at ?? null;
  const untold = ordered.find(({ marks }) => marks === null)?.at ?? null;
  return {
    acknowledged: ordered[0]?.at ?? null,
    answered,
    isUntold: untold !== null && (answered === null || untold < answered),
  };
}
