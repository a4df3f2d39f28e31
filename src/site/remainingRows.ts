import { type Channel } from "../model/channel.ts";
import { headlinesOf } from "../model/headlineChoice.ts";
import { type Slice } from "../model/facts.ts";
import { remainingWait, waitedSteps, waitingAfter } from "../model/remainingWait.ts";
import { hasOneChannel } from "../words/names.ts";
import { remainingWords } from "../words/remainingWords.ts";
import { type Telling } from "../words/telling.ts";

/** Of a hundred, those who wait so long at most where it is said how few they are. */
const rareShare = 25;

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
  const afterDays = (days: number, left: number, told: string): string => {
    const share = Math.round(left * 100);
    const waited = counted(days, "day.accusative");
    // Of a wait that is common it says nothing.
    if (share > rareShare) return t("remaining.if.waited.common", { waited, told });
    return share === 0
      ? t("remaining.if.waited.rare", { waited, told })
      : t("remaining.if.waited", { waited, share, told });
  };
  return headlinesOf(facts, slice).flatMap(({ channel, event, times, measures }) => {
    const sentences: string[] = [];
    for (const waited of waitedSteps) {
      const remaining = remainingWait(times, waited);
      if (remaining === null) break;
      const told = remainingWords({ event, waited, remaining, precision: times.precision }, voice);
      if (told === null) break;
      sentences.push(
        waited === 0 ? t("remaining.if.fresh", { told }) : afterDays(waited, waitingAfter(times, waited), told),
      );
      if (remaining.half === null) break;
    }
    if (sentences.length === 0) return [];
    const where = hasOneChannel(facts) ? "" : names.inChannel(channel);
    const { leftByLaw } = measures;
    const byLaw =
      event === "first-reply" && leftByLaw.state === "exact" && leftByLaw.value > 0
        ? ` ${t("remaining.lead.law", { law: leftByLaw.value })}`
        : "";
    return [
      {
        channel,
        lead: t(`remaining.lead.${event}`, { where, n: counted(times.n, "appeal.dative") }) + byLaw,
        sentences,
      },
    ];
  });
}
