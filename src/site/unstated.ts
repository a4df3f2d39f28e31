import { type Facts } from "../model/facts.ts";
import { type Voice } from "./language.ts";
import { regionOf } from "./subjects.ts";
import { yearSpan } from "./yearSpan.ts";

/**
 * The line under a list of agencies or places that makes it add up to the first page: how many appeals name none.
 *
 * @returns null where every appeal names one, or none does
 */
export function unstatedText(facts: Facts, dimension: "agency" | "place", voice: Voice): string | null {
  const region = regionOf(facts).periods.year;
  const parts = dimension === "agency" ? region.agencies : region.places;
  const unstated = parts.find(({ code }) => code === "")?.count;
  const { received } = region.measures;
  if (unstated?.state !== "exact" || received.state !== "exact" || parts.length < 2) return null;
  return voice.t(dimension === "agency" ? "agencies.unstated" : "places.unstated", {
    count: voice.counted(unstated.value, "appeal"),
    total: voice.counted(received.value, "appeal"),
    span: yearSpan(facts, voice),
  });
}
