import type { Slot } from "./appeal.ts";
import { dayNumber, dayOf } from "./calendar.ts";

/** A burst pipe of the demonstration: its agency tells everybody the same within days, and rightly so. */
const burst = {
  topic: "heating",
  place: "kitezh",
  agency: "adm-kitezh",
  from: dayNumber(2025, 10, 27),
  to: dayNumber(2025, 11, 1),
} as const;

/** The reply to whoever asks about the burst, whatever the outcome that is entered. */
export const burstReply =
  "Здравствуйте! 27 октября на магистральной теплосети прорвало трубу, без отопления остались дома в центре города. Аварийные бригады заварили повреждённый участок, теплоноситель подаётся, батареи прогреются в течение суток. Если в квартире останется холодно, сообщите диспетчеру. Участок сети заменят летом.";

/** Whether an appeal is about the burst. */
export function isAboutBurst({
  topic,
  place,
  agency,
  received,
}: Pick<Slot, "topic" | "place" | "agency" | "received">): boolean {
  const day = dayOf(received);
  return (
    topic === burst.topic && place === burst.place && agency === burst.agency && day >= burst.from && day <= burst.to
  );
}
