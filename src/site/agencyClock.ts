import { type Facts, type Slice } from "../model/facts.ts";
import { headlineOf } from "./headline.ts";
import { type Voice } from "./language.ts";

/**
 * The wait by the agency's own clock, beside the author's; null where no export tells registrations, or the figure cannot
 * be shown.
 */
export function agencyClockText(facts: Facts, slice: Slice, voice: Voice): string | null {
  const headline = headlineOf(facts, slice);
  if (!headline || "state" in headline.measures.agencyClock) return null;
  const { event } = headline;
  const { median, precision, n } = headline.measures.agencyClock[event === "closing" ? "closing" : "firstReply"];
  if (median.state !== "exact") return null;
  const texts = { n: voice.counted(n, "appeal") };
  const isSameDay = precision === "day" && Math.round(median.days * 2) === 0;
  return isSameDay ? voice.t(`agency-clock.${event}.same-day`, texts) : voice.t(`agency-clock.${event}`, { ...texts, wait: voice.within(median.days, precision) });
}
