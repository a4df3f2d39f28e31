import type { Appeal, PublicAppeal } from "../model/appeal.ts";
import { isOwed } from "../model/events/closing.ts";
import { replyMoments, shortest } from "../model/events/firstReply.ts";
import { dayOfIsoDate, daysBetween, type Moment } from "../model/moment.ts";
import { oldestDay } from "../model/plausibleReceipt.ts";

type Waits = Pick<PublicAppeal, "firstReplyDays" | "closingDays" | "agencyFirstReplyDays" | "agencyClosingDays">;

/**
 * How long the author of an appeal waited for the first reply and for the end, in days, by the citizen's clock and by the
 * agency's; null where it is not over or cannot be true.
 */
export function waitsOf(appeal: Appeal): Waits {
  const timed = withTimedEvents(appeal);
  const replies = replyMoments(timed);
  return {
    firstReplyDays: shortest(replies.map((reply) => wait(appeal.received, reply))),
    closingDays: wait(appeal.received, timed.closed),
    agencyFirstReplyDays: shortest(replies.map((reply) => sinceRegistration(appeal, since(appeal.registered, reply)))),
    agencyClosingDays: sinceRegistration(appeal, timed.closed),
  };
}

/**
 * An appeal with those events alone that end a wait: none where no answer is owed, whatever dates stand beside it, and none of
 * days after its export, which took place or are on record, nobody knows when.
 */
function withTimedEvents(appeal: Appeal): Appeal {
  const exported = dayOfIsoDate(appeal.edition);
  const timed = (event: Moment | null) =>
    event === null || !isOwed(appeal.outcome) || event.day > exported ? null : event;
  return { ...appeal, firstReply: timed(appeal.firstReply), closed: timed(appeal.closed) };
}

/** Days from receipt to an event; null where it has not happened, lies before the receipt, or the receipt lies before any register. */
function wait(received: Moment, event: Moment | null): number | null {
  if (event === null || received.day < oldestDay) return null;
  const days = daysBetween(received, event);
  return days < 0 ? null : Math.round(days * 1e5) / 1e5;
}

/** An event, unless it came before another: a reply before the registration is that of another agency. */
function since(start: Moment | null, event: Moment | null): Moment | null {
  return start === null || event === null || daysBetween(start, event) < 0 ? null : event;
}

/** Days from registration to an event; null as above, and where the appeal is said to have been registered before its receipt. */
function sinceRegistration({ received, registered }: Appeal, event: Moment | null): number | null {
  return registered === null || daysBetween(received, registered) < 0 ? null : wait(registered, event);
}
