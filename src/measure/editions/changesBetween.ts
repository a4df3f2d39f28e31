import type { PublicAppeal } from "../../model/appeal.ts";
import { isClosed } from "../../model/events/closing.ts";
import { isAnswered } from "../../model/events/firstReply.ts";
import { isEndingUnknown, isUnread } from "../../model/events/unreadEvents.ts";
import { type Change, type ChangeKind, redatedFields } from "../../model/change.ts";

/** An appeal as one edition has it. */
export interface EditionState {
  /** Its public form then: dates to the week where either edition gives them so. */
  appeal: PublicAppeal;
  withdrawn: boolean;
  /** Whether the newest snapshot of its source holds it. */
  there: boolean;
  /** True where place or agency are told coarser than they are known: that they differ then says nothing. */
  coarse: boolean;
}

/** Whether two dates differ in what both of them tell: an hour beside a bare date is no other date. */
function differ(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return before !== after;
  return before.length === 10 || after.length === 10 ? before.slice(0, 10) !== after.slice(0, 10) : before !== after;
}

/**
 * What became of one appeal between two editions. Compares public forms only: what the rows of the two editions do not
 * tell, the list of changes does not tell either.
 *
 * @param before null: the earlier edition did not know the appeal
 * @returns in the order of changeKinds; nothing for an appeal that was withdrawn before anybody saw it
 */
export function changesBetween(before: EditionState | null, after: EditionState): Change[] {
  const now = after.appeal;
  const change = (kind: ChangeKind, was: string | null = null, is: string | null = null): Change => ({
    id: now.id,
    kind,
    agency: now.agency,
    channel: now.channel,
    field: null,
    before: was,
    after: is,
    ...(now.datesToWeek && { datesToWeek: true }),
    ...(now.firstReplyState && { firstReplyState: now.firstReplyState }),
    ...(now.closingState && { closingState: now.closingState }),
  });
  if (before === null) return after.withdrawn ? [] : [change("new")];
  const was = before.appeal;
  if (after.withdrawn) return before.withdrawn ? [] : [{ ...change("withdrawn"), agency: was.agency }];

  const changes: Change[] = [];
  const [closedBefore, closedNow] = [isClosed(was), isClosed(now)];
  const reopened =
    (closedBefore && !closedNow && !isEndingUnknown(now)) ||
    (now.reopened !== null && differ(was.reopened, now.reopened));
  // What the earlier edition told in a way that nobody could read may have happened before it.
  if (!isAnswered(was) && !isUnread(was, "firstReply") && now.firstReply !== null)
    changes.push(change("answered", null, now.firstReply));
  if (!closedBefore && closedNow && !isEndingUnknown(was)) changes.push(change("closed", null, now.closed));
  if (closedBefore && closedNow && was.outcome !== now.outcome)
    changes.push(change("outcome", was.outcome, now.outcome));
  if (reopened) changes.push(change("reopened", was.closed, now.reopened));
  for (const field of redatedFields) {
    if (was[field] === null || !differ(was[field], now[field]) || (field === "closed" && reopened)) continue;
    changes.push({ ...change("redated", was[field], now[field]), field });
  }
  if (!before.coarse && !after.coarse) {
    if (was.agency !== now.agency) changes.push(change("reassigned", was.agency, now.agency));
    if (was.place !== now.place) changes.push(change("moved", was.place, now.place));
  }
  if (was.topic !== now.topic) changes.push(change("reclassified", was.topic, now.topic));
  if (before.there && !after.there) changes.push(change("vanished"));
  if (!before.there && after.there) changes.push(change("returned"));
  if (before.withdrawn) changes.push(change("restored"));
  return changes;
}
