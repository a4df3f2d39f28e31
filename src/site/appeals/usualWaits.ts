import { type Channel } from "../../model/channel.ts";
import { type Facts, type Subject } from "../../model/facts.ts";
import { type Precision } from "../durations.ts";
import { periodText } from "../headline.ts";
import { type Voice } from "../language.ts";
import { type Names } from "../names.ts";
import { channelsOf, periodOf, type WaitEvent } from "../subjects.ts";
import { type AgainstUsual } from "./againstUsual.ts";

/**
 * How long half of an agency's appeals wait, ready to be shown beside one of them. Pages of appeals stay as they are from
 * edition to edition and fetch it: one small file an agency.
 */
export interface UsualWaits {
  /** By channel, since times of different channels are never mixed. */
  channels: Partial<Record<Channel, { waits: UsualWait[]; note: string }>>;
  /** What is said of the appeal itself: «на это ответили быстрее». */
  verdicts: Record<WaitEvent, Record<AgainstUsual, string>>;
}

export interface UsualWait {
  event: WaitEvent;
  /** «Половина ждёт ответа» */
  label: string;
  /** «1 день 4 часа», «больше 60 дней» */
  text: string;
  /** The median in days; where fewer than half are over, how long the others are known to last. */
  days: number;
  precision: Precision;
  /** Whether half are over. */
  reached: boolean;
}

/** Where they stand in the portal. */
export const usualAddress = (agency: string): string => `/agencies/${agency}/usual.json`;

const events = ["first-reply", "closing"] as const;

/** The medians of an agency by channel, over the period that its page speaks of. */
export function usualWaits(facts: Facts, subject: Subject, voice: Voice, names: Names): UsualWaits {
  const { t, counted, duration, beyond } = voice;
  const period = periodOf(facts, subject);
  const channels = channelsOf(subject.periods[period]).map(({ channel, measures }) => {
    const waits = events.flatMap((event): UsualWait[] => {
      const { median, precision } = event === "closing" ? measures.closing : measures.firstReply;
      const label = t(`table.median.half.${event}`);
      if (median.state === "exact") return [{ event, label, text: duration(median.days, precision), days: median.days, precision, reached: true }];
      if (median.state === "not-reached") return [{ event, label, text: beyond(median.beyond), days: median.beyond, precision, reached: false }];
      return [];
    });
    const behind = t("evidence.n", { n: counted(measures.closing.n, "appeal.dative"), where: names.inChannel(channel) }).trimEnd();
    const isHidden = [measures.firstReply, measures.closing].some(({ median }) => median.state === "hidden");
    const note = waits.length > 0 ? `${behind}, ${periodText(facts, period, voice)}.` : `${t(isHidden ? "headline.hidden" : "headline.missing")}.`;
    return [channel, { waits, note }] as const;
  });
  const verdicts = (event: WaitEvent): Record<AgainstUsual, string> => ({
    sooner: t(`usual.${event}.sooner`),
    later: t(`usual.${event}.later`),
    waiting: t(`usual.${event}.waiting`),
  });
  return { channels: Object.fromEntries(channels), verdicts: { "first-reply": verdicts("first-reply"), closing: verdicts("closing") } };
}
