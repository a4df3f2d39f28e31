import { toldDays } from "../model/toldDays.ts";
import type { EventStates } from "../model/events/eventStates.ts";

/** What a line about an appeal reads of its first reply. */
export interface LineReply {
  received: string;
  /** The moment of the first reply: that of the closing where the closing is the reply. */
  firstReply: string | null;
  closed: string | null;
  firstReplyDays: number | null;
  datesToWeek?: true | undefined;
  firstReplyState?: EventStates["firstReplyState"];
}

/** What a list says of the first reply, by the key of its text; null where the export tells nothing of it. */
export type LineWait =
  | { text: "search.wait.none" | "search.wait.never" | "search.wait.same-day" }
  | { text: "search.wait.first-reply"; days: number; precise: boolean };

/** For the lists of the build and for the hits of the search, which are drawn in the browser. */
export function lineWait({
  received,
  firstReply,
  closed,
  firstReplyDays: days,
  datesToWeek,
  firstReplyState: state,
}: LineReply): LineWait | null {
  if (state === "waiting") return { text: "search.wait.none" };
  if (state === "never") return { text: "search.wait.never" };
  // Between two weeks lies no number of days that a line could tell.
  if (state !== "done" || days === null || datesToWeek) return null;
  const at = firstReply ?? closed;
  const precise = received.length > 10 && (at?.length ?? 0) > 10;
  if (!precise && days === 0) return { text: "search.wait.same-day" };
  const told = at === null ? days : toldDays(days, received, at);
  return { text: "search.wait.first-reply", days: told, precise };
}
