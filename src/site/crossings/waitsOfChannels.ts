import { headlinesOf } from "../../model/headlineChoice.ts";
import type { Slice, Times } from "../../model/facts.ts";
import { crossingWords } from "../../words/crossingWords.ts";
import { sameOne } from "../../words/durations.ts";
import type { Telling } from "../../words/telling.ts";

/** Sentences; null where there is nothing to say, or the headline says it of an only channel. */
export interface ChannelWaits {
  first: string | null;
  substance: string | null;
}

/**
 * How long half wait, by every channel, in a sentence for the first reply (or the closing, where replies are not recorded) and
 * one for the answer in substance: who asks how long it takes has written by one channel, and need not look for it in a table.
 */
export function waitsOfChannels(telling: Telling, slice: Slice): ChannelWaits {
  const { facts, voice } = telling;
  const c = crossingWords(voice);
  const headlines = headlinesOf(facts, slice);
  const [largest] = headlines;
  if (largest === undefined) return { first: null, substance: null };
  const { event } = largest;
  const same = headlines.filter((headline) => headline.event === event);
  const first = same.flatMap(({ channel, times }) => waitOf(telling, channel, times) ?? []);
  const substance = same.flatMap(({ channel, measures }) => waitOf(telling, channel, measures.inSubstance) ?? []);
  const key = first.length > 1 ? "waits.substance.after" : "waits.substance";
  return {
    first: first.length > 1 ? c(`waits.${event}`, { waits: first.join("; ") }) : null,
    substance: event === "first-reply" && substance.length > 0 ? c(key, { waits: substance.join("; ") }) : null,
  };
}

/** «в письмах — за 21 день»; null where it is not known how long half wait. */
function waitOf(
  { voice, names }: Telling,
  channel: Parameters<Telling["names"]["inChannel"]>[0],
  { median, precision }: Pick<Times, "median" | "precision">,
): string | null {
  const c = crossingWords(voice);
  const where = names.inChannel(channel);
  if (median.state === "not-reached") return c("waits.beyond", { where, days: voice.passed(median.beyond) }).trim();
  if (median.state !== "exact") return null;
  const same = sameOne(median.days, precision);
  return (
    same === null
      ? c("waits.within", { where, wait: voice.within(median.days, precision) })
      : c(`waits.${same}`, { where })
  ).trim();
}
