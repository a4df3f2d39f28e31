import type { Slice } from "../model/facts.ts";
import { appealEvents } from "../model/events/event.ts";
import { sameOne } from "../words/durations.ts";
import { channelsOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

/**
 * The wait by the agency's own clock, beside the author's, of the largest channel that tells registrations; null where none
 * does, the figure cannot be shown, or both are told the same.
 */
export function agencyClockText({ voice, names }: Telling, slice: Slice): string | null {
  for (const { channel, measures } of channelsOf(slice)) {
    const { agencyClock } = measures;
    if ("state" in agencyClock) continue;
    for (const event of appealEvents) {
      const { median, precision, n } = event === "closing" ? agencyClock.closing : agencyClock.firstReply;
      if (median.state !== "exact") continue;
      // Told the same as by the author's clock it says nothing.
      const authors = event === "closing" ? measures.closing : measures.firstReply;
      if (
        authors.median.state === "exact" &&
        voice.within(authors.median.days, authors.precision) === voice.within(median.days, precision)
      )
        continue;
      const texts = { where: names.inChannel(channel), n: voice.counted(n, "appeal") };
      const same = sameOne(median.days, precision);
      return same !== null
        ? voice.t(`agency-clock.${event}.${same}`, texts)
        : voice.t(`agency-clock.${event}`, { ...texts, wait: voice.within(median.days, precision) });
    }
  }
  return null;
}
