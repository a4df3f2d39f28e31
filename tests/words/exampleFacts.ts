import { definitions } from "../../src/measure/definitions.ts";
import type { Channel } from "../../src/model/channel.ts";
import {
  factsSchema,
  type AgencyTimes,
  type Breakdown,
  type Curve,
  type Dimension,
  type Facts,
  type Measures,
  type Month,
  type Slice,
  type Subject,
  type Times,
} from "../../src/model/facts.ts";
import type { Count, Share, Wait } from "../../src/model/figures.ts";
import { outcomes, type Outcome } from "../../src/model/outcome.ts";
import { waitedSteps } from "../../src/model/remainingWait.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";

/**
 * Facts of a tiny invented region: three agencies, and every state a figure can be in. "fast" is an ordinary ministry,
 * "silent" answers fewer than half (its median is not reached), "tiny" has so few appeals that its figures are hidden.
 */

const exactCount = (value: number): Count => ({ state: "exact", value });
const hidden = { state: "hidden", reason: "too-few" } as const;
const missing = { state: "missing", reason: "none-eligible" } as const;

function share(part: number, whole: number): Share {
  if (whole === 0) return missing;
  const value = part / whole;
  return { state: "exact", value, part, whole, low: Math.max(0, value - 0.04), high: Math.min(1, value + 0.04) };
}

/** A curve that approaches `ceiling` with the given speed, by whole days. */
function curveOf(received: number, median: number, ceiling: number): Curve {
  const days = Array.from({ length: 61 }, (_, day) => day);
  const at = (day: number): number => ceiling * (1 - 2 ** (-day / median));
  return {
    days,
    share: days.map(at),
    low: days.map((day) => Math.max(0, at(day) - 0.03)),
    high: days.map((day) => Math.min(1, at(day) + 0.03)),
    waiting: waitedSteps.map((day) => Math.round(received * (1 - at(day)))).filter((count) => count >= 10),
  };
}

interface Pattern {
  received: number;
  /** Days until half of those who are answered at all have their answer. */
  median: number;
  /** Share of appeals that are ever answered. */
  ceiling: number;
  precision: "day" | "minute";
}

function timesOf({ received, median, ceiling, precision }: Pattern): Times {
  if (received < 5)
    return {
      n: received,
      waiting: 0,
      precision,
      median: hidden,
      upperQuartile: hidden,
      ninetieth: hidden,
      meanToHorizon: hidden,
      curve: hidden,
    };
  const reached = (quantile: number): Wait => {
    if (quantile >= ceiling) return { state: "not-reached", beyond: 60, low: quantile < 0.6 ? 21 : null };
    const days = -median * Math.log2(1 - quantile / ceiling);
    return { state: "exact", days, low: days * 0.9, high: quantile > 0.8 ? null : days * 1.15 };
  };
  return {
    n: received,
    waiting: Math.round(received * (1 - ceiling)),
    precision,
    median: reached(0.5),
    upperQuartile: reached(0.75),
    ninetieth: reached(0.9),
    meanToHorizon: hidden,
    curve: received < 20 ? hidden : curveOf(received, median, ceiling),
  };
}

function agencyTimesOf(pattern: Pattern): AgencyTimes {
  const { curve: _curve, ...times } = timesOf(pattern);
  return times;
}

const outcomeShares: Partial<Record<Outcome, number>> = {
  acted: 41,
  planned: 9,
  explained: 27,
  refused: 6,
  redirected: 4,
  open: 12,
  unknown: 1,
};

export function measuresOf(pattern: Pattern, channels: Channel[]): Measures {
  const { received, median, ceiling } = pattern;
  const few = received < 5;
  const answered = Math.round(received * ceiling);
  const open = received - Math.round(received * 0.88);
  const inNorm = Math.round(received * ceiling * (1 - 2 ** (-3 / median)));
  const countOrHidden = (value: number): Count => (value > 0 && value < 5 ? hidden : exactCount(value));
  const shareOrHidden = (part: number, whole: number): Share => (few ? hidden : share(part, whole));
  return {
    channels,
    received: exactCount(received),
    answered: countOrHidden(answered),
    closed: countOrHidden(received - open),
    open: countOrHidden(open),
    openLate: countOrHidden(Math.round(open * 0.6)),
    leftByLaw: exactCount(0),
    withdrawnUnanswered: exactCount(0),
    firstReply: timesOf(pattern),
    closing: timesOf({ ...pattern, median: median * 1.6 }),
    inSubstance: timesOf({ ...pattern, median: median * 1.4 }),
    norms: channels.includes("social") ? { firstReply: [0], closing: [] } : { firstReply: [], closing: [1] },
    answeredInNorm: shareOrHidden(inNorm, received),
    closedInNorm: shareOrHidden(Math.round(inNorm * 0.8), received),
    silent: shareOrHidden(received - answered, received),
    actedInNorm: shareOrHidden(Math.round(inNorm * 0.4), received),
    outcomes: outcomes.map((outcome) => {
      const percent = outcomeShares[outcome] ?? 0;
      const value = Math.round((received * percent) / 100);
      return {
        outcome,
        count: countOrHidden(value),
        share: shareOrHidden(value, received),
        percent,
        tenths: percent * 10,
      };
    }),
    resolvedStrict: shareOrHidden(Math.round(received * 0.41), Math.max(1, received - open)),
    resolvedGenerous: shareOrHidden(Math.round(received * 0.77), Math.max(1, received - open)),
    reopened: shareOrHidden(Math.round(received * 0.03), Math.max(1, received - open)),
    reopenedWithin30Days: shareOrHidden(Math.round(received * 0.02), Math.max(1, received - open)),
    agencyClock: few
      ? { state: "missing", reason: "not-recorded" }
      : {
          firstReply: agencyTimesOf({ ...pattern, median: median * 0.8 }),
          closing: agencyTimesOf({ ...pattern, median: median * 1.2 }),
        },
    confirmed: { state: "missing", reason: "not-recorded" },
    handedOver: shareOrHidden(Math.round(received * 0.05), received),
    rating: received > 50 ? { state: "exact", value: 3.74, n: Math.round(received * 0.1) } : few ? hidden : missing,
    rated: shareOrHidden(Math.round(received * 0.1), Math.max(1, received - open)),
    marks: [5, 7, 12, 20, 31].map((mark) => countOrHidden(Math.round((received * mark) / 750))),
    openByAge: [
      { from: 0, to: 3, count: countOrHidden(Math.round(open * 0.5)) },
      { from: 4, to: 30, count: countOrHidden(Math.round(open * 0.3)) },
      { from: 31, to: null, count: countOrHidden(open - Math.round(open * 0.5) - Math.round(open * 0.3)) },
    ],
    oldestOpen: open > 0 ? 143 : null,
  };
}

function breakdownOf(codes: [string, number][], received: number): Breakdown {
  return codes.map(([code, percent]) => {
    const value = Math.round((received * percent) / 100);
    const few = value > 0 && value < 5;
    return {
      code,
      percent,
      tenths: percent * 10,
      count: few ? hidden : exactCount(value),
      share: few ? hidden : share(value, Math.max(1, received)),
    };
  });
}

const topicShares: [string, number][] = [
  ["utilities", 45],
  ["other", 17],
  ["waste", 15],
  ["roads", 13],
  ["ecology", 10],
];
const placeShares: [string, number][] = [
  ["north", 60],
  ["south", 30],
  ["", 10],
];
const agencyShares: [string, number][] = [
  ["fast", 70],
  ["silent", 29],
  ["tiny", 1],
];

function sliceOf(pattern: Pattern): Slice {
  const social = { ...pattern, received: Math.round(pattern.received * 0.8) };
  const letter: Pattern = { ...pattern, received: pattern.received - social.received, median: 12, precision: "day" };
  const byChannel =
    pattern.received === 0
      ? {}
      : {
          social: measuresOf(social, ["social"]),
          ...(letter.received > 0 ? { letter: measuresOf(letter, ["letter"]) } : {}),
        };
  return {
    measures: measuresOf(pattern, ["social", "letter"]),
    byChannel,
    topics: breakdownOf(topicShares, pattern.received),
    topicsByChannel: { social: breakdownOf(topicShares, social.received) },
    subtopics: breakdownOf(
      [
        ["heating", 25],
        ["yards", 20],
        ["potholes", 13],
      ],
      pattern.received,
    ),
    agencies: breakdownOf(agencyShares, pattern.received),
    places: breakdownOf(placeShares, pattern.received),
  };
}

const monthNames = [
  "2025-09",
  "2025-10",
  "2025-11",
  "2025-12",
  "2026-01",
  "2026-02",
  "2026-03",
  "2026-04",
  "2026-05",
  "2026-06",
  "2026-07",
  "2026-08",
  "2026-09",
  "2026-10",
  "2026-11",
];

function monthsOf(pattern: Pattern): Month[] {
  return monthNames.map((month, index) => {
    const received = Math.round((pattern.received / 13) * (1 + 0.4 * Math.sin(index)));
    const few = received < 5;
    const complete = index < monthNames.length - 1;
    return {
      month,
      complete,
      received: few && received > 0 ? hidden : exactCount(received),
      closed: few && received > 0 ? hidden : exactCount(Math.round(received * 0.88)),
      answeredInNorm: few
        ? hidden
        : complete
          ? share(Math.round(received * (0.7 + 0.2 * Math.cos(index))), received)
          : missing,
      medianFirstReply: few
        ? hidden
        : { state: "exact", days: pattern.median, low: pattern.median * 0.8, high: pattern.median * 1.2 },
      medianClosing: few
        ? hidden
        : { state: "exact", days: pattern.median * 1.6, low: pattern.median, high: pattern.median * 2 },
      usual: null,
    };
  });
}

function subjectOf(dimension: Dimension, code: string, pattern: Pattern): Subject {
  const slice = sliceOf(pattern);
  const months = monthsOf(pattern);
  return {
    dimension,
    code,
    periods: { year: slice, all: sliceOf({ ...pattern, received: Math.round(pattern.received * 1.2) }) },
    months,
    monthsByChannel: pattern.received === 0 ? {} : { social: months },
  };
}

export function exampleFacts(language: "ru" | "en" = "ru"): Facts {
  const ordinary: Pattern = { received: 9452, median: 1.17, ceiling: 0.97, precision: "minute" };
  const stored = factsSchema.parse({
    schema: 1,
    portal: {
      title: "Отклик",
      region: { name: "Китежский край", in: "в Китежском крае", of: "Китежского края" },
      demo: true,
      language,
      timeZone: "Europe/Moscow",
      address: "https://example.org/otklik/",
      publisher: { name: "Пресс-служба правительства Китежского края", email: "press@example.org" },
      appeals: "full",
      minimum: { shown: 5, compared: 30 },
    },
    norms: [
      { channel: "social", event: "first-reply", amount: 3, unit: "days", basis: "Регламент работы с сообщениями" },
      { channel: "letter", event: "closing", amount: 30, unit: "days", basis: "59-ФЗ, статья 12" },
    ],
    calendar: null,
    edition: {
      date: "2026-11-15",
      editions: ["2026-09-30", "2026-10-31", "2026-11-15"],
      from: "2025-09-01",
      to: "2026-11-14",
      files: [
        {
          edition: "2026-10-31",
          file: "social.csv",
          source: "incident",
          read: 9000,
          accepted: 8900,
          merged: 60,
          rejected: 40,
        },
        {
          edition: "2026-11-15",
          file: "social.csv",
          source: "incident",
          read: 700,
          accepted: 552,
          merged: 147,
          rejected: 1,
        },
      ],
      findings: [
        { code: "ROW_SHORT", count: 12 },
        { code: "DATE_IMPOSSIBLE", count: 29 },
      ],
      withdrawn: 3,
      published: 9452,
      masked: { phone: 41, email: 12 },
      maskedAppeals: 50,
      withheldTexts: 17,
      sources: [],
      privacy: { maskedByAgency: [], takenDown: 0, groups: null },
      takedowns: [],
      takenBack: [],
    },
    periods: { year: { from: "2025-11-15", to: "2026-11-14" }, all: { from: "2025-09-01", to: "2026-11-14" } },
    vocabulary: {
      agencies: [
        {
          code: "fast",
          name: "Министерство жилищно-коммунального хозяйства и энергетики",
          short: "Минжкх",
          kind: "executive",
        },
        { code: "silent", name: "Администрация Заозёрного района", short: "Заозёрный район", kind: "district" },
        { code: "tiny", name: "Архивное агентство", short: "Архивное агентство", kind: "executive" },
      ],
      topics: [
        { code: "utilities", parent: null, name: "ЖКХ и благоустройство", sensitive: false },
        { code: "heating", parent: "utilities", name: "Отопление", sensitive: false },
        { code: "yards", parent: "utilities", name: "Дворы и площадки", sensitive: false },
        { code: "waste", parent: null, name: "Обращение с отходами", sensitive: false },
        { code: "roads", parent: null, name: "Дороги и транспорт", sensitive: false },
        { code: "potholes", parent: "roads", name: "Ямы и ремонт дорог", sensitive: false },
        { code: "ecology", parent: null, name: "Экология", sensitive: false },
        { code: "other", parent: null, name: "Другое", sensitive: false },
      ],
      places: [
        { code: "north", parent: null, name: "Северный округ" },
        { code: "south", parent: null, name: "Южный район" },
      ],
      channels: ["social", "letter"],
    },
    subjects: [
      subjectOf("region", "", ordinary),
      subjectOf("agency", "fast", { ...ordinary, received: 6600 }),
      subjectOf("agency", "silent", { received: 2800, median: 1.2, ceiling: 0.42, precision: "minute" }),
      subjectOf("agency", "tiny", { received: 3, median: 2, ceiling: 0.9, precision: "day" }),
      ...topicShares.map(([code, percent]) =>
        subjectOf("topic", code, { ...ordinary, received: Math.round((9452 * percent) / 100) }),
      ),
      subjectOf("topic", "heating", { ...ordinary, received: 2363, precision: "day" }),
      subjectOf("topic", "potholes", { ...ordinary, received: 12 }),
      subjectOf("topic", "yards", { ...ordinary, received: 0 }),
      ...placeShares
        .filter(([code]) => code !== "")
        .map(([code, percent]) =>
          subjectOf("place", code, { ...ordinary, received: Math.round((9452 * percent) / 100) }),
        ),
      subjectOf("channel", "social", ordinary),
      subjectOf("channel", "letter", { ...ordinary, received: 1890 }),
    ],
    comparisons: [],
    definitions: definitions(),
    statements: [
      { agency: "fast", date: "2026-06-20", paragraphs: ["С июня отвечаем иначе.", "Образцы ответов переписаны."] },
      { agency: "fast", date: "2026-05-02", paragraphs: ["Часть ответов относится к одной аварии."] },
    ],
    translations: {},
  });
  return withRepeats(stored);
}
