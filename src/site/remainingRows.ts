import { type Channel } from "../model/channel.ts";
import { headlinesOf } from "../model/headlineChoice.ts";
import { type Slice } from "../model/facts.ts";
import { remainingWait, waitedSteps } from "../model/remainingWait.ts";
import { hasOneChannel } from "../words/names.ts";
import { remainingWords } from "../words/remainingWords.ts";
import { type Telling } from "../words/telling.ts";

/** How much longer people wait by one channel: a sentence for each time that one may have waited. */
export interface RemainingList {
  channel: Channel;
  lead: string;
  sentences: string[];
}

/**
 * The lists of a subject's channels, the largest first. Once more than half did not get there as long as anybody was
 * followed, longer waits say nothing new and are left out.
 *
 * @returns none where nothing is known
 */
export function remainingLists({ facts, voice, names }: Telling, slice: Slice): RemainingList[] {
  const { t, counted } = voice;
  return headlinesOf(facts, slice).flatMap(({ channel, event, times }) => {
    const sentences: string[] = [];
    for (const waited of waitedSteps) {
      const remaining = remainingWait(times, waited);
      if (remaining === null) break;
      const told = remainingWords({ event, waited, remaining, precision: times.precision }, voice);
      if (told === null) break;
      sentences.push(
        waited === 0
          ? t("remaining.if.fresh", { told })
          : t("remaining.if.waited", { waited: counted(waited, "day.accusative"), told }),
      );
      if (remaining.half === null) break;
    }
    if (sentences.length === 0) return [];
    const where = hasOneChannel(facts) ? "" : names.inChannel(channel);
    return [{ channel, lead: t(`remaining.lead.${event}`, { where }), sentences }];
  });
}
