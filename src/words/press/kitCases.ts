import { type LongCase } from "../../model/longCases.ts";
import { type Telling } from "../telling.ts";
import { type PressTexts } from "./pressTexts.ts";

/** The open appeals that have waited longest, one by one. */
export function caseSentences(
  { facts, voice, names, links }: Telling,
  say: PressTexts,
  cases: readonly LongCase[],
): string[] {
  if (facts.portal.appeals !== "full") return [say("cases.figures-only")];
  if (cases.length === 0) return [say("cases.none")];
  return [
    say("cases.lead"),
    ...cases.map(({ id, topic, place, received, days }) =>
      say("case", {
        topic: names.topic(topic ?? ""),
        place: names.place(place ?? ""),
        days: voice.counted(days, "day"),
        date: voice.date(received.slice(0, 10)),
        address: links.appealCited(id),
      }),
    ),
  ];
}
