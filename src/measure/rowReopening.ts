import type { AppealColumns } from "../model/columns.ts";
import type { Mark } from "./rowQuality.ts";
import { place } from "./tally.ts";

/** A return within so many days says that the appeal had been closed too early. */
const soon = 30;
/** Bare dates beside hours may put a return up to a day before its closing. */
const oneDay = 1;

/**
 * What an appeal says about returns. Every appeal that was closed once counts, also one that is open again.
 *
 * Within 30 days: only appeals seen for that long after their closing are judged. Where a register keeps the second
 * closing alone, or none while the appeal is open again, the first lies somewhere between receipt and return: a return
 * within 30 days of the receipt is soon, of a later one nobody knows, and it is not judged.
 */
export function reopeningMarks(columns: AppealColumns, mark: Mark): (row: number) => void {
  return (row) => {
    const isReopened = columns.reopened[row] === 1;
    if (!isReopened && columns.closed[row] === 0) return;
    mark(place.reopenedEligible);
    if (isReopened) mark(place.reopened);
    const closing = columns.closingDays[row]!;
    const reopening = columns.reopenedDays?.[row] ?? NaN;
    const isAfterClosing = reopening - closing > -oneDay;
    const since = isAfterClosing ? Math.max(0, reopening - closing) : reopening <= soon ? reopening : NaN;
    if (isReopened && Number.isNaN(since)) return;
    const start = isReopened && !isAfterClosing ? reopening : closing;
    if (!(columns.followedDays[row]! - start >= soon)) return;
    mark(place.reopeningJudged);
    if (isReopened && since <= soon) mark(place.reopenedSoon);
  };
}
