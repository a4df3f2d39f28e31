import { regionOf } from "../model/subjectsOfFacts.ts";
import { yearSpan } from "./yearSpan.ts";
import type { Telling } from "../words/telling.ts";

/**
 * The line above a list of agencies, topics or places that makes it add up to the first page: how many appeals name none.
 *
 * @returns null where every appeal names one, or none does
 */
export function unstatedText(telling: Telling, dimension: "agency" | "topic" | "place"): string | null {
  const { facts, voice } = telling;
  const region = regionOf(facts).periods.year;
  const parts = { agency: region.agencies, topic: region.topics, place: region.places }[dimension];
  const unstated = parts.find(({ code }) => code === "")?.count;
  const { received } = region.measures;
  if (unstated?.state !== "exact" || received.state !== "exact" || parts.length < 2) return null;
  return voice.t(`unstated.${dimension}`, {
    listed: voice.integer(received.value - unstated.value),
    total: voice.counted(received.value, "appeal.genitive"),
    count: voice.counted(unstated.value, "appeal"),
    span: yearSpan(telling),
  });
}
