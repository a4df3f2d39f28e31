import { expect, test } from "vitest";
import { evidenceOf, type MeasureContext } from "../../../src/measure/evidence.ts";
import { measureCrossings } from "../../../src/measure/crossings/measureCrossings.ts";
import { measureAll } from "../../../src/measure/measure.ts";
import { sliceOfCrossing } from "../../../src/model/crossings.ts";
import { dayOfIsoDate } from "../../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "../sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const context: MeasureContext = { topics: [], minimumShown: 5, exportDay };
const rules = { least: 10, most: 100, shown: 5, sensitiveTopics: [], houses: true };

/** Some appeals of a topic in a place, a day apart, answered after a day more each. */
function some(count: number, topic: string, place: string, of: Partial<SampleAppeal> = {}): SampleAppeal[] {
  return Array.from({ length: count }, (_, at) => ({
    topic,
    place,
    agency: "water-works",
    received: exportDay - 40 - at,
    ...(at % 3 === 0 ? {} : { reply: 1 + at, closing: 2 + at }),
    replyNorm: 7,
    closingNorm: 20,
    ...of,
  }));
}
const crossingsOf = (appeals: readonly SampleAppeal[], own = {}) =>
  measureCrossings(evidenceOf(sampleColumns(appeals, exportDay), context), [], { ...rules, ...own });

test("the figures of a crossing are those of its appeals alone, measured by the same code", () => {
  const own = [...some(30, "heating", "north"), ...some(12, "heating", "north", { channel: "letter" })];
  const others = [...some(20, "heating", "south"), ...some(25, "roads", "north"), ...some(40, "roads", "south")];
  const { crossings } = crossingsOf([...own, ...others]);
  expect(crossings.map(({ topic, place, received }) => [topic, place, received])).toEqual([
    ["heating", "north", 42],
    ["heating", "south", 20],
    ["roads", "north", 25],
    ["roads", "south", 40],
  ]);
  const alone = measureAll(sampleColumns(own, exportDay), context).subjects[0]!.periods.year;
  const slice = sliceOfCrossing(crossings[0]!);
  expect(slice?.measures).toEqual({ ...alone.measures, yearBefore: null });
  expect(slice?.byChannel.letter).toEqual({ ...alone.byChannel.letter, yearBefore: null });
  expect(slice?.agencies).toEqual(alone.agencies);
});

test("a channel with too few is told neither apart nor together with the others", () => {
  const appeals = [
    ...some(30, "heating", "north"),
    ...some(3, "heating", "north", { channel: "letter" }),
    ...some(40, "roads", "south"),
    ...some(40, "roads", "south", { channel: "letter" }),
  ];
  const [heating, roads] = crossingsOf(appeals).crossings;
  expect(heating?.received).toBe(33);
  expect(heating?.untold).toEqual(["letter"]);
  expect(sliceOfCrossing(heating!)?.measures.received).toEqual({ state: "exact", value: 30 });
  expect(roads?.untold).toEqual([]);
});

test("what would be left of a topic and of a place is never a few people", () => {
  // Of heating 3 are left beside north, of south 3 beside roads: each would be told by subtracting.
  const appeals = [
    ...some(30, "heating", "north"),
    ...some(3, "heating", "south"),
    ...some(20, "roads", "north"),
    ...some(40, "roads", "south"),
  ];
  const { crossings } = crossingsOf(appeals);
  expect(crossings.map(({ topic, place, untold }) => [topic, place, untold])).toEqual([
    ["heating", "north", ["social"]],
    ["roads", "north", ["social"]],
    ["roads", "south", ["social"]],
  ]);
  expect(crossings.map(sliceOfCrossing)).toEqual([null, null, null]);
});

test("only what has nothing below it and is not sensitive crosses, the largest where there are too many", () => {
  const appeals = [...some(30, "heating", "north"), ...some(20, "health", "north"), ...some(15, "roads", "north")];
  const { crossings, leftOut } = crossingsOf(appeals, { sensitiveTopics: ["health"], most: 1 });
  expect(crossings.map(({ topic }) => topic)).toEqual(["heating"]);
  expect(leftOut).toBe(1);
  const nested = sampleColumns(appeals, exportDay);
  const places = [{ code: "north-hill", parent: "north" }];
  expect(measureCrossings(evidenceOf(nested, context), places, rules).crossings).toEqual([]);
});

test("small agencies are told together, never so few that they are known", () => {
  const appeals = [
    ...some(30, "heating", "north"),
    ...some(6, "heating", "north", { agency: "town" }),
    ...some(2, "heating", "north", { agency: "county" }),
  ];
  const [crossing] = crossingsOf(appeals).crossings;
  expect(crossing?.year?.agencies.map(({ code }) => code)).toEqual(["water-works"]);
  expect(crossing?.year?.otherAgencies).toBe(8);
});
