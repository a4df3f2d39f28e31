import type { Channel } from "./channel.ts";
import type { AppealEvent } from "./events/event.ts";
import type { Facts, Measures, Slice, Times } from "./facts.ts";
import { channelsOf, normFor, type SubjectNorm } from "./subjectsOfFacts.ts";

/** The one channel and event that a page speaks of first. Times of different channels are never mixed. */
export interface Headline {
  channel: Channel;
  measures: Measures;
  event: AppealEvent;
  times: Times;
  norm: SubjectNorm | null;
}

/**
 * The largest channel of the subject; its first reply where the exports record one, else its closing.
 *
 * @returns null where no appeal is known in the period
 */
export function headlineOf(facts: Facts, slice: Slice): Headline | null {
  const [largest] = channelsOf(slice);
  return largest === undefined ? null : headlineOfChannel(facts, largest);
}

/** The same of every channel, the largest first. */
export const headlinesOf = (facts: Facts, slice: Slice): Headline[] =>
  channelsOf(slice).map((channel) => headlineOfChannel(facts, channel));

function headlineOfChannel(facts: Facts, { channel, measures }: ReturnType<typeof channelsOf>[number]): Headline {
  const event: AppealEvent = saysMoreOfClosing(measures) ? "closing" : "first-reply";
  const times = event === "closing" ? measures.closing : measures.firstReply;
  return { channel, measures, event, times, norm: normFor(facts, measures, event) };
}

/** The norms that hold for the event of a headline, the most frequent first. */
export const rulesOf = ({ event, measures }: Headline): readonly number[] =>
  event === "closing" ? measures.norms.closing : measures.norms.firstReply;

/** Whether nothing can be said of first replies, and something of closings: times, or that most of their dates are unknown. */
function saysMoreOfClosing({ firstReply, closing }: Measures): boolean {
  const [reply, closed] = [firstReply.median, closing.median];
  if (reply.state !== "missing") return false;
  return closed.state !== "missing" || (closed.reason === "mostly-undated" && reply.reason !== "mostly-undated");
}
