import { expect, test } from "vitest";
import { type Subject } from "../../src/model/facts.ts";
import { shortSubtopic } from "../../src/publish/edition/shortSubtopic.ts";
import { exampleFacts } from "../site/exampleFacts.ts";

const [topic] = exampleFacts().subjects.filter(({ dimension }) => dimension === "topic");
const received = (value: number): Subject => {
  const { year, all } = topic!.periods;
  const slice = { ...all, measures: { ...all.measures, received: { state: "exact" as const, value }, yearBefore: null } };
  return { ...topic!, periods: { year: { ...slice, byChannel: {} }, all: slice, month: year } };
};

test("a sub-topic with an appeal a month keeps its months, and no period of a single month", () => {
  const short = shortSubtopic(received(30), 5);
  expect(topic!.months.length).toBeGreaterThan(0);
  expect(short.months).toEqual(topic!.months);
  expect(Object.keys(short.periods)).toEqual(["year", "all"]);
  expect(short.periods.all).toEqual(received(30).periods.all);
});

test("with fewer it has no months, with too few to show anything only what its page shows", () => {
  expect(shortSubtopic(received(29), 5).months).toEqual([]);
  expect(shortSubtopic(received(5), 5).periods.year.measures).toHaveProperty("yearBefore");
  expect(shortSubtopic(received(4), 5).periods.year.measures).not.toHaveProperty("yearBefore");
});
