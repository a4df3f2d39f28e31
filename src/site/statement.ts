import type { Channel } from "../model/channel.ts";
import type { Breakdown, Measures } from "../model/facts.ts";
import { brokenExports } from "../model/brokenExports.ts";
import { sameOne, type Precision } from "../words/durations.ts";
import { capitalised, periodText } from "../words/headline.ts";
import type { Voice } from "../words/language.ts";
import { channelsOf, receivedBy, regionOf } from "../model/subjectsOfFacts.ts";
import { yearSpan } from "./yearSpan.ts";
import type { Telling } from "../words/telling.ts";

/** What the front page states about the region's largest channel in twelve months. */
export interface Statement {
  /** «За двенадцать месяцев жители Китежского края оставили» */
  lead: string;
  /** «Больше 7,5 тыс. сообщений в социальных сетях за двенадцать месяцев» */
  received: string;
  /** «До закрытия такого сообщения обычно проходит один-два дня.», or null where the edition cannot tell. */
  usual: string | null;
  /** Said at once where the exports broke off: then they do not tell what the year was like. */
  broken: string | null;
  /** Top-level topics with their share, percent is the length of its bar; code null is all the rest together. */
  topics: { code: string | null; name: string; percent: number; share: string }[];
  /** Heading of the topics: they are those of the channel. «О чём пишут в социальных сетях» */
  topicsTitle: string;
  /** n, period, definition. */
  evidence: string;
  /** «У других путей сроки свои. До закрытия половины обращений проходит: в письмах — 23 дня.»: what is said of one channel would be taken for all. null where none can be told. */
  others: string | null;
}

/** Topics that the statement names at most. */
const most = 8;

/** What residents send through a channel. */
type Sent = "message" | "letter" | "appeal";
const dative = { message: "message.dative", letter: "letter.dative", appeal: "appeal.dative" } as const;
const sentThrough: Record<Channel, Sent> = {
  social: "message",
  letter: "letter",
  portal: "appeal",
  phone: "appeal",
  other: "message",
};

/** «больше 7,5 тыс.»: rounded down to a hundred, so that "more than" is true; small numbers stand as they are. */
function roughly(received: number, noun: Sent, voice: Voice): string {
  if (received < 1000) return voice.counted(received, noun);
  const hundreds = Math.floor(received / 100);
  return voice.t(`statement.${hundreds * 100 === received ? "" : "over-"}thousands.${noun}`, {
    thousands: voice.roundThousands(hundreds * 100),
  });
}

/** «До закрытия такого сообщения обычно проходит один-два дня.» Of few closings only says how few: nobody knows yet what will be usual. */
function usualText({ closed, closing: { median, precision } }: Measures, noun: Sent, voice: Voice): string | null {
  if (closed.state === "exact" && closed.value === 0) return voice.t("statement.none-closed");
  if (median.state === "not-reached") return voice.t("statement.few-closed", { days: voice.passed(median.beyond) });
  return median.state === "exact"
    ? voice.t("statement.usual", {
        such: voice.t(`statement.such.${noun}`),
        days: usualDays(median.days, precision, voice),
      })
    : null;
}

/** The whole days between which a median falls: 1.6 → «один-два дня». */
function usualDays(median: number, precision: Precision, voice: Voice): string {
  if (sameOne(median, precision) === "same-week") return voice.duration(median, precision);
  const [low, high] = [Math.floor(median), Math.ceil(median)];
  if (high <= 1) return voice.t("statement.usual.within-a-day");
  if (low === high) return voice.counted(low, "day");
  const spoken = voice.find(`statement.usual.${low}-${high}`);
  return spoken ?? voice.t("statement.usual.range", { low, days: voice.counted(high, "day") });
}

function othersText({ voice, names }: Telling, others: { channel: Channel; measures: Measures }[]): string | null {
  const told = others.flatMap(({ channel, measures: { closing } }) =>
    closing.median.state === "exact"
      ? [
          voice.t("statement.others.channel", {
            channel: names.inChannel(channel),
            median: voice.duration(closing.median.days, closing.precision),
          }),
        ]
      : [],
  );
  return told.length === 0 ? null : voice.t("statement.others", { channels: told.join(", ") });
}

/** "Other" and "not stated" are what is left over: they stand last, however many they are. */
function restLast(topics: Breakdown): Breakdown {
  const isRest = (code: string): boolean => code === "other" || code === "";
  return [...topics.filter(({ code }) => !isRest(code)), ...topics.filter(({ code }) => isRest(code))];
}

/** The largest topics; where there are many, the smaller ones together as one. */
function statedTopics({ voice, names, figureText }: Telling, breakdown: Breakdown): Statement["topics"] {
  const ordered = restLast(breakdown);
  const stated = ordered.length > most ? ordered.slice(0, most - 1) : ordered;
  const topics = stated.map(({ code, percent, share }) => ({
    code: code || null,
    name: names.topic(code),
    percent,
    share: figureText.share(share).text,
  }));
  const rest = ordered.slice(stated.length).flatMap(({ share }) => (share.state === "exact" ? [share] : []));
  const [first] = rest;
  if (first === undefined) return topics;
  const percent = 100 - topics.reduce((sum, topic) => sum + topic.percent, 0);
  const part = rest.reduce((sum, share) => sum + share.part, 0);
  return [
    ...topics,
    { code: null, name: voice.t("statement.rest"), percent, share: voice.percent(part / first.whole) },
  ];
}

/** @returns null where the edition has no appeal in the last twelve months */
export function statementOf(telling: Telling): Statement | null {
  const { facts, voice, names } = telling;
  const slice = regionOf(facts).periods.year;
  const [largest, ...others] = channelsOf(slice);
  if (!largest) return null;
  const { channel, measures } = largest;
  const noun = sentThrough[channel];
  // Letters need not be said to come by letter.
  const where = noun === "letter" ? "" : names.inChannel(channel);
  const received = receivedBy(measures);
  const broken = brokenExports(facts, channel);
  const span = yearSpan(telling);
  const { median, precision, n } = measures.closing;
  const evidence = [
    voice.t("statement.evidence.n", { n: voice.counted(received, noun), where }),
    periodText(telling, "year"),
    median.state === "exact"
      ? voice.t("statement.evidence.median", {
          median: voice.duration(median.days, precision),
          n: voice.counted(n, dative[noun]),
        })
      : null,
  ];
  return {
    topicsTitle: voice.t("statement.topics", { where: names.inChannel(channel) }),
    lead: capitalised(
      broken?.mostly
        ? voice.t("statement.lead.broken", { span })
        : voice.t(noun === "letter" ? "statement.lead.letter" : "statement.lead", {
            span,
            region: facts.portal.region.of,
          }),
    ),
    received: voice.t("statement.received", { messages: roughly(received, noun, voice), where }),
    usual: broken?.mostly ? null : usualText(measures, noun, voice),
    broken: broken && voice.t("statement.broken", { months: voice.counted(broken.months.length, "month") }),
    topics: statedTopics(telling, slice.topicsByChannel[channel] ?? []),
    evidence: evidence.filter(Boolean).join("; ") + ".",
    others: othersText(telling, others),
  };
}
