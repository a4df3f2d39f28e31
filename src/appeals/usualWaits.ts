import type { Channel } from "../model/channel.ts";
import type { Facts, Measures, Subject } from "../model/facts.ts";
import { appealEvents, type AppealEvent } from "../model/events/event.ts";
import type { Precision } from "../words/durations.ts";
import { periodText } from "../words/headline.ts";
import { channelsOf, findSubject, periodOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

export type AgainstUsual = "sooner" | "later" | "waiting";

/**
 * How long half of an agency's appeals wait, ready to be shown beside one of them. Pages of appeals stay as they are from
 * edition to edition and fetch it: one small file an agency.
 */
export interface UsualWaits {
  /** By channel, since times of different channels are never mixed; only those of which there is something to tell. */
  channels: Partial<Record<Channel, { waits: UsualWait[]; note: string }>>;
  /** What is said of the appeal itself: «на это ответили быстрее». */
  verdicts: Record<AppealEvent, Record<AgainstUsual, string>>;
}

export interface UsualWait {
  event: AppealEvent;
  /** «Половина получила ответ за», «За 60 дней ответ получили» */
  label: string;
  /** «1 день 4 часа», «меньше половины» */
  text: string;
  /** The median in days; where fewer than half are over, how long the others are known to last. */
  days: number;
  precision: Precision;
  /** Whether half are over. */
  reached: boolean;
}

/** Where they stand in the portal. */
export const usualAddress = (agency: string): string => `/agencies/${agency}/usual.json`;

/** The events of which a channel's measures tell how long half wait. */
const toldEvents = (measures: Measures): AppealEvent[] =>
  appealEvents.filter((event) => ["exact", "not-reached"].includes(timesOf(measures, event).median.state));

const timesOf = (measures: Measures, event: AppealEvent) =>
  event === "closing" ? measures.closing : measures.firstReply;

/**
 * How many waits there are to be shown beside an appeal: 0, 1 or 2. It changes from one edition to the next only where
 * appeals of an agency become enough, or too few.
 */
export function createUsualCount(facts: Facts): (agency: string | null, channel: Channel) => number {
  const counts = new Map<string, number>();
  return (agency, channel) => {
    const key = `${agency} ${channel}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const subject = agency === null ? undefined : findSubject(facts, "agency", agency);
    const measures = subject?.periods[periodOf(facts, subject)].byChannel[channel];
    const count = measures ? toldEvents(measures).length : 0;
    counts.set(key, count);
    return count;
  };
}

/** The medians of an agency by channel, over the period that its page speaks of. */
export function usualWaits(telling: Telling, subject: Subject): UsualWaits {
  const { facts, voice, names } = telling;
  const { t, counted, duration, passed } = voice;
  const period = periodOf(facts, subject);
  const channels = channelsOf(subject.periods[period]).flatMap(({ channel, measures }) => {
    const waits = toldEvents(measures).flatMap((event): UsualWait[] => {
      const { median, precision } = timesOf(measures, event);
      if (median.state === "exact") {
        const label = t(`table.median.half.${event}`);
        return [{ event, label, text: duration(median.days, precision), days: median.days, precision, reached: true }];
      }
      if (median.state !== "not-reached") return [];
      // Words for a half that is over would promise what never came.
      const label = t(`usual.${event}.few`, { days: passed(median.beyond) });
      return [{ event, label, text: t("usual.few"), days: median.beyond, precision, reached: false }];
    });
    const behind = t("evidence.n", {
      n: counted(measures.closing.n, "appeal.dative"),
      where: names.inChannel(channel),
    }).trimEnd();
    return waits.length === 0
      ? []
      : [[channel, { waits, note: parted(`${behind}, ${periodText(telling, period)}.`) }] as const];
  });
  const verdicts = (event: AppealEvent): Record<AgainstUsual, string> => ({
    sooner: t(`usual.${event}.sooner`),
    later: t(`usual.${event}.later`),
    waiting: t(`usual.${event}.waiting`),
  });
  return {
    channels: Object.fromEntries(channels),
    verdicts: { "first-reply": verdicts("first-reply"), closing: verdicts("closing") },
  };
}

/** In the largest letters a whole date is longer than a line of a phone: it may be parted before the word for the year. */
const parted = (note: string): string => note.replaceAll("\u00a0года", " года");
