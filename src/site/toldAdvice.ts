import type { Channel } from "../model/channel.ts";
import { adviceSteps, type Help, type HelpBlock } from "../model/help.ts";
import { normInDays, type Norm } from "../model/norm.ts";
import { channelsOf, regionOf } from "../model/subjectsOfFacts.ts";
import { normText } from "../words/headline.ts";
import type { Telling } from "../words/telling.ts";

/** Advice for channels that are advised the same, and from when on each step holds. */
export interface ToldAdvice {
  channels: Channel[];
  steps: { when: string; blocks: HelpBlock[] }[];
}

/** All advice of a portal, as its page of those who wait too long shows it. */
export function toldAdvice({ facts, voice }: Telling, help: Help): ToldAdvice[] {
  const { t, counted } = voice;
  const groups = new Map<string, ToldAdvice>();
  // The channel by which most write comes first.
  const order = channelsOf(regionOf(facts).periods.all).map(({ channel }) => channel);
  const place = (channel: Channel): number => (order.includes(channel) ? order.indexOf(channel) : order.length);
  const advised = [...new Set(help.advice.flatMap(({ channels }) => channels))];
  for (const channel of advised.sort((one, other) => place(one) - place(other))) {
    const norms = facts.norms.filter((norm) => norm.channel === undefined || norm.channel === channel);
    const norm = shortest(norms.filter(({ event }) => event === "first-reply")) ?? shortest(norms);
    const begins = norm === null ? null : (normInDays(norm) ?? 0);
    const steps = adviceSteps(help, channel, begins).map(({ step }) => ({
      when: step.afterNorm
        ? t("help.from.late", { norm: norm === null ? "" : normText(norm, voice) })
        : step.from === 0
          ? t("help.from.start")
          : t("help.from", { days: counted(step.from, "day.accusative") }),
      blocks: step.blocks,
    }));
    const key = JSON.stringify(steps);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, { channels: [channel], steps });
    else same.channels.push(channel);
  }
  return [...groups.values()];
}

/** The norm that passes first. Of working time no number of days is known: it comes before any, as soon as it may. */
function shortest(norms: readonly Norm[]): Norm | null {
  return norms.toSorted((one, other) => (normInDays(one) ?? 0) - (normInDays(other) ?? 0))[0] ?? null;
}
