import type { Channel } from "../model/channel.ts";
import { headlinesOf } from "../model/headlineChoice.ts";
import type { Slice, Times } from "../model/facts.ts";
import { remainingWait, type WaitedStep, waitedSteps, waitingAfter } from "../model/remainingWait.ts";
import { hasOneChannel } from "../words/names.ts";
import { remainingWords } from "../words/remainingWords.ts";
import type { Telling } from "../words/telling.ts";

/** The share of those who wait so long at most where it is said how few they are. */
const rareShare = 0.25;

/** How much longer people wait by one channel: a sentence for each time that one may have waited, those who wait already first. */
export interface RemainingList {
  channel: Channel;
  lead: string;
  /** Of those who wait already. */
  waited: string[];
  /** Of those who have just written; null where nobody knows. */
  fresh: string | null;
  /** Of how many it is known. */
  counted: string;
}

/** «18 из 593»: how few waited so long; null where they are many, or nobody knows how many. */
export function fewWaited(times: Times, waited: WaitedStep): { waiting: number; all: number } | null {
  const waiting = waitingAfter(times, waited);
  return waiting === null || waiting > rareShare * times.n ? null : { waiting, all: times.n };
}

/**
 * The lists of a subject's channels, the largest first. Once more than half did not get there as long as anybody was
 * followed, longer waits say nothing new and are left out.
 *
 * @returns none where nothing is known
 */
export function remainingLists({ facts, voice, names }: Telling, slice: Slice): RemainingList[] {
  const { t, counted } = voice;
  return headlinesOf(facts, slice).flatMap(({ channel, event, times, measures }) => {
    const sentences: { waited: number; text: string }[] = [];
    for (const step of waitedSteps) {
      const remaining = remainingWait(times, step);
      if (remaining === null) break;
      const told = remainingWords({ event, waited: step, remaining, precision: times.precision }, voice);
      if (told === null) break;
      const few = fewWaited(times, step);
      const waited = counted(step, "day.accusative");
      const text =
        step === 0
          ? t("remaining.if.fresh", { told })
          : few === null
            ? t("remaining.if.waited.common", { waited, told })
            : t("remaining.if.waited", { waited, ...few, told });
      sentences.push({ waited: step, text });
      if (remaining.half === null) break;
    }
    if (sentences.length === 0) return [];
    const where = hasOneChannel(facts) ? "" : names.inChannel(channel);
    const { leftByLaw } = measures;
    const byLaw =
      event === "first-reply" && leftByLaw.state === "exact" && leftByLaw.value > 0
        ? t("remaining.counted.law", { law: leftByLaw.value })
        : "";
    return [
      {
        channel,
        lead: t(`remaining.lead.${event}`, { where }),
        waited: sentences.filter(({ waited }) => waited > 0).map(({ text }) => text),
        fresh: sentences.find(({ waited }) => waited === 0)?.text ?? null,
        counted: t("remaining.counted", { n: counted(times.n, "appeal.dative"), law: byLaw }),
      },
    ];
  });
}
