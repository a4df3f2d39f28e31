import { type Channel } from "../model/channel.ts";
import { type Breakdown, type Facts, type Measures } from "../model/facts.ts";
import { brokenExports } from "./brokenExports.ts";
import { capitalised, periodText } from "./headline.ts";
import { type Voice } from "./language.ts";
import { type Names } from "./names.ts";
import { channelsOf, receivedBy, regionOf } from "./subjects.ts";
import { yearSpan } from "./yearSpan.ts";

/** What the front page states about the region's largest channel in twelve months. */
export interface Statement {
  /** «За двенадцать месяцев жители Китежского края оставили» */
  lead: string;
  /** «Больше 7,5 тыс. сообщений в социальных сетях за двенадцать месяцев» */
  received: string;
  /** «Обычный срок решения — один-два дня», or null where the edition cannot tell. */
  usual: string | null;
  /** Said at once where the exports broke off: then they do not tell what the year was like. */
  broken: string | null;
  /** Top-level topics with their share in whole percent, adding up to 100; code null is all the rest together. */
  topics: { code: string | null; name: string; percent: number; share: string }[];
  /** n, period, definition. */
  evidence: string;
}

/** Topics that the statement names at most. */
const most = 8;

/** What residents send through a channel. */
type Sent = "message" | "letter" | "appeal";
const dative = { message: "message.dative", letter: "letter.dative", appeal: "appeal.dative" } as const;
const sentThrough: Record<Channel, Sent> = { social: "message", letter: "letter", portal: "appeal", phone: "appeal", other: "message" };

/** «больше 7,5 тыс.»: rounded down to a hundred, so that "more than" is true; small numbers stand as they are. */
function roughly(received: number, noun: Sent, voice: Voice): string {
  if (received < 1000) return voice.counted(received, noun);
  const hundreds = Math.floor(received / 100);
  return voice.t(`statement.${hundreds * 100 === received ? "" : "over-"}thousands.${noun}`, { thousands: voice.roundThousands(hundreds * 100) });
}

/** «Обычно до решения проходит один-два дня.» Of few closings only says how few: nobody knows yet what will be usual. */
function usualText({ closed, closing: { median } }: Measures, voice: Voice): string | null {
  if (closed.state === "exact" && closed.value === 0) return voice.t("statement.none-closed");
  if (median.state === "not-reached") return voice.t("statement.few-closed", { days: voice.passed(median.beyond) });
  return median.state === "exact" ? voice.t("statement.usual", { days: usualDays(median, voice) }) : null;
}

/** The whole days between which a median falls: 1.6 → «один-два дня». */
function usualDays(median: { days: number }, voice: Voice): string {
  const [low, high] = [Math.floor(median.days), Math.ceil(median.days)];
  if (high <= 1) return voice.t("statement.usual.within-a-day");
  if (low === high) return voice.counted(low, "day");
  const spoken = voice.find(`statement.usual.${low}-${high}`);
  return spoken ?? voice.t("statement.usual.range", { low, days: voice.counted(high, "day") });
}

/** "Other" and "not stated" are what is left over: they stand last, however many they are. */
function restLast(topics: Breakdown): Breakdown {
  const isRest = (code: string): boolean => code === "other" || code === "";
  return [...topics.filter(({ code }) => !isRest(code)), ...topics.filter(({ code }) => isRest(code))];
}

/** The largest topics; where there are many, the smaller ones together as one. */
function statedTopics(breakdown: Breakdown, voice: Voice, names: Names): Statement["topics"] {
  const ordered = restLast(breakdown);
  const stated = ordered.length > most ? ordered.slice(0, most - 1) : ordered;
  const topics: Omit<Statement["topics"][number], "share">[] = stated.map(({ code, percent }) => ({ code: code || null, name: names.topic(code), percent }));
  const rest = 100 - topics.reduce((sum, { percent }) => sum + percent, 0);
  if (stated.length < ordered.length) topics.push({ code: null, name: voice.t("statement.rest"), percent: rest });
  return topics.map((topic) => ({ ...topic, share: voice.wholePercent(topic.percent) }));
}

/** @returns null where the edition has no appeal in the last twelve months */
export function statementOf(facts: Facts, voice: Voice, names: Names): Statement | null {
  const slice = regionOf(facts).periods.year;
  const [largest] = channelsOf(slice);
  if (!largest) return null;
  const { channel, measures } = largest;
  const noun = sentThrough[channel];
  // Letters need not be said to come by letter.
  const where = noun === "letter" ? "" : names.inChannel(channel);
  const received = receivedBy(measures);
  const broken = brokenExports(facts, channel);
  const span = yearSpan(facts, voice);
  const { median, precision, n } = measures.closing;
  const evidence = [
    voice.t("statement.evidence.n", { n: voice.counted(received, noun), where }),
    periodText(facts, "year", voice),
    median.state === "exact"
      ? voice.t("statement.evidence.median", { median: voice.duration(median.days, precision), n: voice.counted(n, dative[noun]) })
      : null,
  ];
  return {
    lead: capitalised(broken?.mostly ? voice.t("statement.lead.broken", { span }) : voice.t(noun === "letter" ? "statement.lead.letter" : "statement.lead", { span, region: facts.portal.region.of })),
    received: voice.t("statement.received", { messages: roughly(received, noun, voice), where }),
    usual: broken?.mostly ? null : usualText(measures, voice),
    broken: broken && voice.t("statement.broken", { months: voice.counted(broken.months.length, "month") }),
    topics: statedTopics(slice.topicsByChannel[channel] ?? [], voice, names),
    evidence: evidence.filter(Boolean).join("; ") + ".",
  };
}
