import type { Appeal } from "./appeal.ts";
import { minutesInDay } from "./calendar.ts";
import { randomOf } from "./random.ts";

/**
 * The minute at which the answering agency registered an appeal: soon after receipt, or once it was handed over, and before
 * it replied.
 */
export function registrationOf({ channel, id, agency, handedFrom, received, timeline }: Appeal): number {
  const random = randomOf(`${channel}/${id}/registered`);
  const delay = handedFrom === agency ? random.whole(5, 180) : random.whole(1, 6) * minutesInDay + random.whole(0, 300);
  const reply = timeline.firstReply ?? timeline.closed ?? Infinity;
  return Math.min(received + delay, Math.max(received, reply - 30));
}
