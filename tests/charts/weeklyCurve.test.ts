import { expect, test } from "vitest";
import { waitingCurve } from "../../src/charts/waitingCurve.ts";
import { createVoice } from "../../src/words/language.ts";
import type { timesOf } from "../../src/measure/times.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const { closing } = exampleFacts().subjects[0]!.periods.all.measures;
const curve = {
  days: [0, 7, 14, 21, 28],
  share: [0.2, 0.5, 0.6, 0.8, 0.9],
  low: [0.1, 0.4, 0.5, 0.7, 0.8],
  high: [0.3, 0.6, 0.7, 0.9, 1],
};
const times = (precision: ReturnType<typeof timesOf>["precision"]) => ({ ...closing, precision, curve });
const drawn = (precision: "week" | "day") =>
  waitingCurve(
    "curve",
    [{ label: "Все", colour: "series-subject", dash: "solid", times: times(precision), band: false }],
    null,
    { title: "", subtitle: "", figure: "closing.curve", description: "" },
    createVoice("ru"),
  )!;

test("a curve of waits told from week to week is read off at whole weeks, the first one among them", () => {
  const days = drawn("week").table.rows.map(([day]) => day!.value!);
  expect(days.slice(0, 4)).toEqual([0, 7, 14, 21]);
  expect(days.every((day) => day % 7 === 0)).toBe(true);
  expect(drawn("week").series[0]).toMatchObject({ stepped: true });
  expect(drawn("week").series[0]!.points[0]).toMatchObject({ x: 0, y: 0.2 });
  expect(drawn("day").table.rows.map(([day]) => day!.value!)).toContain(2);
});
