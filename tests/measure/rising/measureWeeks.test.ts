import { describe, expect, test } from "vitest";
import { measureAll } from "../../../src/measure/measure.ts";
import type { WeeksContext } from "../../../src/measure/rising/weeksContext.ts";
import { dayOfIsoDate } from "../../../src/model/moment.ts";
import { weeksSchema } from "../../../src/model/weeks.ts";
import { sampleColumns, type SampleAppeal } from "../sampleColumns.ts";

/** A Monday. */
const start = dayOfIsoDate("2026-06-01");
const topics = [
  { code: "roads", parent: null },
  { code: "potholes", parent: "roads" },
  { code: "signs", parent: "roads" },
  { code: "health", parent: null },
];
const places = ["north", "south"].map((code) => ({ code, parent: null }));
const plain: WeeksContext = {
  exportDay: dayOfIsoDate("2026-10-31"),
  editionBefore: null,
  shown: 5,
  shownSensitive: 8,
  sensitiveTopics: ["health"],
};

/** So many appeals of a topic and a place in a week, on its days in turn. */
function week(number: number, count: number, more: Partial<SampleAppeal> = {}): SampleAppeal[] {
  return Array.from({ length: count }, (_, index) => ({
    topic: "potholes",
    place: "north",
    received: start + number * 7 + (index % 7),
    ...more,
  }));
}
/** A Saturday: the week from 26 October is not over. */
const exportDay = dayOfIsoDate("2026-10-31");
function weeksOf(appeals: readonly SampleAppeal[], context: Partial<WeeksContext> = {}) {
  const { weeks } = measureAll(sampleColumns(appeals, exportDay), {
    topics,
    places,
    minimumShown: 5,
    exportDay,
    weeks: { ...plain, ...context },
  });
  return weeks === undefined ? undefined : weeksSchema.parse(weeks);
}
const steady = Array.from({ length: 22 }, (_, number) => week(number, 7)).flat();

describe("the weeks of an edition", () => {
  test("are whole: from Monday to Sunday, none that was not over on the day of every export", () => {
    const weeks = weeksOf(steady)!;
    expect([weeks.mondays[0], weeks.mondays.at(-1)]).toEqual(["2026-06-01", "2026-10-19"]);
    expect(weeks.region.received).toEqual(weeks.mondays.map(() => 7));
    expect(weeksOf(steady, { exportDay: dayOfIsoDate("2026-10-24") })!.mondays.at(-1)).toBe("2026-10-12");
  });

  test("end where the data fall silent before the export", () => {
    const early = steady.filter(({ received }) => received < dayOfIsoDate("2026-10-06"));
    expect(weeksOf(early)!.mondays.at(-1)).toBe("2026-09-28");
  });

  test("are none where no week is whole", () => {
    expect(weeksOf(week(21, 7).filter(({ received }) => received > start + 21 * 7 + 6))).toBeUndefined();
  });

  test("hide small counts, and what would tell them", () => {
    const weeks = weeksOf([
      ...steady,
      ...week(20, 3, { topic: "signs", place: "south" }),
      ...week(20, 6, { topic: "health", place: "south" }),
    ])!;
    const last = (code: string) => weeks.topics.find((topic) => topic.code === code)!.received.at(-1);
    expect(weeks.region.received.at(-1)).toBe(16);
    // Six of a sensitive topic are too few; the other topic of its level would tell them.
    expect([last("health"), last("roads")]).toEqual([null, null]);
    // Three signs are too few; of roads nobody knows the sum any more, but potholes stand beside them.
    expect([last("signs"), last("potholes")]).toEqual([null, null]);
    expect(weeks.topics.find(({ code }) => code === "potholes")!.received.at(-2)).toBe(7);
  });
});

describe("a rise", () => {
  const burst = [...steady, ...week(20, 30, { topic: "signs", place: "south" })];

  test("is told in the facts by topic, place and days, with its range", () => {
    const { rises, search } = weeksOf(burst)!;
    expect(search).toEqual({ weeks: 4, counts: expect.any(Number) as number, falseAlarms: 0.2, knowsSeason: false });
    expect(rises).toContainEqual({
      topic: "signs",
      place: "south",
      from: "2026-10-19",
      to: "2026-10-25",
      received: 30,
      expected: expect.any(Number) as number,
      low: 0,
      high: expect.any(Number) as number,
      yearBefore: null,
      words: [],
      examples: [],
    });
  });

  test("is told once where a place or a topic has no other appeals", () => {
    const { rises } = weeksOf(burst)!;
    expect(rises.filter(({ place, topic }) => place === "south" && topic === "")).toEqual([]);
    expect(rises.filter(({ place, topic }) => place === "" && topic === "signs")).toEqual([]);
  });

  test("of a sensitive topic is told of the whole region alone", () => {
    const { rises } = weeksOf([...steady, ...week(20, 40, { topic: "health", place: "south" })])!;
    expect(rises.map(({ topic, place }) => [topic, place])).toContainEqual(["health", ""]);
    expect(rises.filter(({ topic, place }) => topic === "health" && place !== "")).toEqual([]);
  });

  test("is looked for in the weeks since the edition before", () => {
    expect(weeksOf(burst, { editionBefore: dayOfIsoDate("2026-10-18") })!.search!.weeks).toBe(1);
    expect(weeksOf(burst, { editionBefore: dayOfIsoDate("2026-10-17") })!.search!.weeks).toBe(2);
    expect(weeksOf(burst, { editionBefore: dayOfIsoDate("2026-03-01") })!.search!.weeks).toBe(5);
  });
});

describe("answers in time", () => {
  test("are judged by the newest four weeks that are old enough, not by the week that came", () => {
    const replied = steady.map((appeal) => ({ ...appeal, replyNorm: 30, reply: 3 }));
    const late = replied.map((appeal, index) => (index % 7 === 0 ? { ...appeal, reply: 40 } : appeal));
    const { mature } = weeksOf(late)!;
    // Thirty days before the export is 1 October: the week until Sunday 27 September is the last to be old enough.
    expect(mature).toMatchObject({ from: "2026-08-31", to: "2026-09-27", received: 28 });
    expect(mature!.answeredInNorm).toMatchObject({ state: "exact", part: 24, whole: 28 });
  });

  test("are those of the channel of most appeals alone: a mean of several deadlines would mean nothing", () => {
    const social = steady.map((appeal) => ({ ...appeal, channel: "social" as const, replyNorm: 3, reply: 1 }));
    const letters = steady
      .slice(0, steady.length / 2)
      .map((appeal) => ({ ...appeal, channel: "letter" as const, replyNorm: 30, reply: 40 }));
    const { mature } = weeksOf([...social, ...letters])!;
    // Three days before the export all weeks that are over are old enough, whatever letters still wait for.
    expect(mature).toMatchObject({ channel: "social", from: "2026-09-28", to: "2026-10-25", received: 28 });
    expect(mature!.answeredInNorm).toMatchObject({ state: "exact", part: 28, whole: 28 });
  });

  test("are not kept back for ever by what nobody waits for or follows any more", () => {
    const replied = steady.map((appeal) => ({ ...appeal, replyNorm: 3, reply: 1 }));
    const newest = { from: "2026-09-28", to: "2026-10-25" };
    // Taken back by its author on the day after it came, and not waited for since.
    const takenBack = week(19, 1, { replyNorm: 3, closing: 1, outcome: "withdrawn" });
    expect(weeksOf([...replied, ...takenBack])!.mature).toMatchObject(newest);
    // Seen for one day, and in no later export: it will never have been followed for three.
    const vanished = week(19, 1, { replyNorm: 3, followed: 1, vanished: true });
    expect(weeksOf([...replied, ...vanished])!.mature).toMatchObject({
      ...newest,
      answeredInNorm: { part: 28, whole: 28 },
    });
    // Followed on, it will be judged: its week is not over yet.
    const waiting = week(19, 1, { replyNorm: 3, followed: 1 });
    expect(weeksOf([...replied, ...waiting])!.mature).toMatchObject({ from: "2026-09-14", to: "2026-10-11" });
  });

  test("are not judged where no appeal has a norm", () => {
    expect(weeksOf(steady)!.mature).toBeNull();
  });
});
