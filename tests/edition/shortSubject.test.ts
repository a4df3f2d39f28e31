import { expect, test } from "vitest";
import type { Subject } from "../../src/model/facts.ts";
import { shortSubject } from "../../src/edition/shortSubject.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const [topic] = exampleFacts().subjects.filter(({ dimension }) => dimension === "topic");
const received = (value: number): Subject => {
  const { year, all } = topic!.periods;
  const slice = {
    ...all,
    measures: { ...all.measures, received: { state: "exact" as const, value }, yearBefore: null },
  };
  return { ...topic!, periods: { year: { ...slice, byChannel: {} }, all: slice, month: year } };
};

test("a sub-topic with an appeal a month keeps its months, and no period of a single month", () => {
  const short = shortSubject(received(30), true, 5);
  expect(topic!.months.length).toBeGreaterThan(0);
  expect(short.months).toEqual(topic!.months);
  expect(Object.keys(short.periods)).toEqual(["year", "all"]);
  expect(short.periods.all).toEqual(received(30).periods.all);
});

test("with fewer it has no months, with too few to show anything only what its page shows", () => {
  expect(shortSubject(received(29), true, 5).months).toEqual([]);
  expect(shortSubject(received(5), true, 5).periods.year.measures).toHaveProperty("yearBefore");
  expect(shortSubject(received(4), true, 5).periods.year.measures).not.toHaveProperty("yearBefore");
});

test("a place with fewer has no months either, and keeps the rest; other subjects are left as they are", () => {
  const place: Subject = { ...received(29), dimension: "place" };
  expect(shortSubject(place, false, 5)).toEqual({ ...place, months: [], monthsByChannel: {} });
  for (const dimension of ["agency", "topic", "region", "channel"] as const)
    expect(shortSubject({ ...place, dimension }, false, 5)).toEqual({ ...place, dimension });
});
