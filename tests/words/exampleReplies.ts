import { exactMean, exactShare, missing, tooFew } from "../../src/measure/figure.ts";
import {
  type MarkShare,
  type Replies,
  type ReplySlice,
  type ReplySubject,
  repliesSchema,
} from "../../src/model/replies.ts";
import type { ReplyGroup } from "../../src/model/replyGroups.ts";
import { replyMarks } from "../../src/model/replyMarks.ts";

/**
 * Replies of the invented region of exampleFacts: "fast" answers in its own words, "silent" sends one text whatever it is asked, "tiny"
 * has too few replies for a share of marks. One group is a habit, one tells of an event.
 */

function sliceOf(replies: number, repeating: number, short: number, eventNotices: number, deeds: number): ReplySlice {
  const long = replies - short - eventNotices;
  const few = replies < 50;
  return {
    replies,
    eventNotices,
    unread: 0,
    short: replies === 0 ? missing("none-eligible") : exactShare(short, replies),
    repeated: long === 0 ? missing("none-eligible") : exactShare(repeating, long),
    marks: [
      few
        ? { mark: "deed", raw: tooFew, corrected: tooFew }
        : {
            mark: "deed",
            raw: exactShare(deeds, replies),
            corrected: {
              state: "exact",
              value: deeds / replies,
              low: Math.max(0, deeds / replies - 0.06),
              high: Math.min(1, deeds / replies + 0.05),
            },
          },
    ],
    readability: few ? tooFew : { state: "exact", n: Math.round(replies / 10), wordsPerSentence: 17.5, grade: 10.5 },
  };
}

function subjectOf(
  dimension: ReplySubject["dimension"],
  code: string,
  all: ReplySlice,
  oneText: string | null = null,
): ReplySubject {
  const adjustedOf = (share: MarkShare): MarkShare["adjusted"] =>
    share.corrected.state === "exact" && share.raw.state === "exact"
      ? {
          own: {
            replies: share.raw.whole,
            found: share.raw.part,
            value: share.corrected.value,
            low: share.corrected.low,
            high: share.corrected.high,
          },
          expected: 0.48,
          ratio: 0.85,
          low: 0.79,
          high: 0.91,
          verdict: "less",
        }
      : undefined;
  const ofAgency =
    dimension === "agency" && all.replies >= 50
      ? { ...all, marks: all.marks.map((share) => ({ ...share, adjusted: adjustedOf(share) })) }
      : all;
  const beside = { value: 0.462, verdict: "less" } as const;
  const ofTopic =
    dimension === "topic" && all.replies >= 50
      ? { ...all, shortRegion: beside, marks: all.marks.map((share) => ({ ...share, region: beside })) }
      : ofAgency;
  const { replies, short, repeated, marks } = all;
  return {
    dimension,
    code,
    periods: { year: all, all: ofTopic },
    months: dimension === "topic" ? [] : [{ month: "2026-10", replies, short, repeated, marks }],
    oneText,
  };
}

const received = { n: 12, outcomes: { acted: 3, explained: 9 }, rating: exactMean(30, 12) } as const;
const others = { n: 1800, outcomes: { acted: 900, explained: 900 }, rating: exactMean(3600, 1000) } as const;

const habit: ReplyGroup = {
  id: "3f9a1c5d7e20",
  agency: "silent",
  appeals: Array.from({ length: 12 }, (_, at) => `habit-${at}`),
  sample: [
    "Сообщаем, что изложенная информация принята к сведению и направлена специалистам",
    null,
    "для рассмотрения.",
  ],
  elsewhere: 2,
  elsewhereAgencies: 1,
  topics: [
    { code: "roads", n: 5 },
    { code: "waste", n: 4 },
    { code: null, n: 3 },
  ],
  places: [
    { code: "north", n: 8 },
    { code: "south", n: 4 },
  ],
  months: [
    { month: "2026-09", n: 5 },
    { month: "2026-10", n: 7 },
  ],
  mostWithinDays: 41,
  onePlace: 8 / 12,
  isEventNotice: false,
  receivers: received,
  others,
};

const eventNotice: ReplyGroup = {
  ...habit,
  id: "b07be61d0a44",
  agency: "fast",
  appeals: Array.from({ length: 6 }, (_, at) => `event-${at}`),
  sample: ["Отопление отключено из-за аварии на теплотрассе", null, "работы закончат к вечеру."],
  elsewhere: 0,
  elsewhereAgencies: 0,
  topics: [{ code: "heating", n: 6 }],
  places: [{ code: "north", n: 6 }],
  months: [{ month: "2026-10", n: 6 }],
  mostWithinDays: 3,
  onePlace: 1,
  isEventNotice: true,
  receivers: { n: 6, outcomes: { acted: 6 }, rating: tooFew },
};

/** Every state that a figure of replies can be in. */
export function exampleReplies(): Replies {
  return repliesSchema.parse({
    schema: 1,
    address: "https://example.org/otklik/",
    reading: "read",
    marks: replyMarks.map((mark) =>
      mark === "deed"
        ? { mark, trial: { having: 18, found: 18, lacking: 11, left: 11 }, precision: 1, recall: 1, hidden: null }
        : {
            mark,
            trial: { having: 1, found: 0, lacking: 28, left: 28 },
            precision: null,
            recall: 0,
            hidden: "too-few-texts",
          },
    ),
    subjects: [
      subjectOf("region", "", sliceOf(5200, 640, 400, 6, 2400)),
      subjectOf("agency", "fast", sliceOf(4000, 40, 300, 6, 2300)),
      subjectOf("agency", "silent", sliceOf(1180, 600, 100, 0, 96), habit.id),
      subjectOf("agency", "tiny", sliceOf(20, 0, 0, 0, 4)),
      subjectOf("topic", "utilities", sliceOf(2400, 260, 180, 6, 1300)),
      subjectOf("topic", "heating", sliceOf(1300, 60, 80, 6, 900)),
      subjectOf("topic", "roads", sliceOf(700, 200, 60, 0, 250)),
    ],
    groups: [habit, eventNotice],
    gone: ["0123456789ab"],
    associations: [
      {
        property: "deed",
        with: "rated-well",
        figure: {
          state: "exact",
          value: 0.21,
          low: 0.15,
          high: 0.27,
          having: 500,
          lacking: 620,
          eventsHaving: 290,
          eventsLacking: 211,
          strata: 9,
        },
      },
      { property: "deed", with: "returned", outcomes: ["acted", "explained", "open"], figure: tooFew },
      { property: "deed", with: "confirmed", figure: missing("not-recorded") },
      {
        property: "repeated",
        with: "rated-well",
        figure: {
          state: "exact",
          value: -0.18,
          low: -0.26,
          high: -0.1,
          having: 90,
          lacking: 410,
          eventsHaving: 30,
          eventsLacking: 205,
          strata: 6,
        },
      },
      {
        property: "repeated",
        with: "returned",
        outcomes: ["acted", "explained", "open"],
        figure: {
          state: "exact",
          value: 0.01,
          low: -0.02,
          high: 0.04,
          having: 600,
          lacking: 3900,
          eventsHaving: 30,
          eventsLacking: 160,
          strata: 9,
        },
      },
      { property: "repeated", with: "confirmed", figure: missing("not-recorded") },
    ],
  } satisfies Replies);
}
