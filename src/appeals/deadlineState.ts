import type { DeadlineState } from "../model/deadlineState.ts";
import type { AppealEvent } from "../model/events/event.ts";
import type { TextlessAppeal } from "../edition/listedAppeal.ts";
import { appealWaits } from "./appealWait.ts";

/**
 * How an event of an appeal stands to its norm; null where its export tells nothing of the event.
 *
 * @param edition day of the newest export
 */
export function deadlineStateOf(appeal: TextlessAppeal, event: AppealEvent, edition: string): DeadlineState | null {
  const wait = appealWaits(appeal, edition).find((one) => one.event === event);
  if (wait === undefined) return null;
  if (wait.state === "over") return "never";
  if (wait.inNorm === null) return "unknown";
  if (wait.state === "done") return wait.inNorm ? "within" : "over";
  return wait.inNorm ? "waiting" : "overdue";
}
