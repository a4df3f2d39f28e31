// "import type": the browser runs this too.
import type { AppealWait } from "./appealWait.ts";
import type { AgainstUsual, UsualWait } from "./usualWaits.ts";

/** What the page of an appeal tells the browser of its waits. */
export type ToldWait = Pick<AppealWait, "event" | "precision"> & { days: number; waiting: boolean; text: string };

/**
 * Whether an appeal waited shorter or longer than half of its agency's, or waits longer already; null where that cannot be
 * said for sure, or where both would be written alike.
 */
export function againstUsual(own: ToldWait, usual: UsualWait): AgainstUsual | null {
  if (own.text === usual.text) return null;
  // A wait known by its days alone may be almost a day shorter or longer than one known by the hour; one of weeks, a week.
  const doubt = usual.precision === "week" ? 7 : own.precision === usual.precision ? 0 : 1;
  if (own.days - doubt > usual.days && usual.reached) return own.waiting ? "waiting" : "later";
  if (own.days + doubt < usual.days && !own.waiting) return "sooner";
  return null;
}
