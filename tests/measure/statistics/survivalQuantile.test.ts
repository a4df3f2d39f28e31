import { describe, expect, it } from "vitest";
import { kaplanMeier, type SurvivalInterval } from "../../../src/measure/statistics/kaplanMeier.ts";
import { medianSurvival, survivalQuantile } from "../../../src/measure/statistics/survivalQuantile.ts";
import { oracle } from "./oracle.ts";
import { columns } from "./survivalData.ts";

const data = Object.fromEntries(
  ["aml", "lung", "therneau_quantile_test1", "gehan"].map((name) => [name, oracle(`km/${name}.csv`)]),
);

function curveOf(dataset: string, group: string, interval: SurvivalInterval = "log-log") {
  const { durations, events } = columns(data[dataset]!, group);
  return kaplanMeier(durations, events, { interval });
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

describe("a quantile of the waiting time", () => {
  const expected = oracle("km/km_quantiles_expected.csv");
  expect(expected.length).toBe(105);
  it.each(
    expected.map((row) => [row.text("dataset"), row.text("group"), row.text("conf_type"), row("p"), row] as const),
  )("agrees with R: %s, %s, %s, p = %d", (dataset, group, interval, p, row) => {
    const quantile = survivalQuantile(curveOf(dataset, group, interval as SurvivalInterval), p);
    expect(quantile.reached ? quantile.value : null).toBe(orNull(row("quantile")));
    expect(quantile.lower).toBe(orNull(row("lower")));
    expect(quantile.reached ? quantile.upper : null).toBe(orNull(row("upper")));
  });

  it.each([
    [1 / 14, 1],
    [1 / 7, 3.5],
    [1 / 3, 6],
    [0.5, 9],
    [26 / 35, 9.5],
  ])("takes the middle of a flat piece, as worked out by hand: p = %d", (p, value) => {
    expect(survivalQuantile(curveOf("therneau_quantile_test1", "all"), p)).toMatchObject({ reached: true, value });
  });

  it("says not reached, and beyond which time", () => {
    expect(survivalQuantile(curveOf("therneau_quantile_test1", "all"), 0.9)).toEqual({
      reached: false,
      lower: 9,
      beyond: 10,
    });
  });

  it.each([
    ["aml", "all", 27, 18, 45],
    ["lung", "all", 310, 285, 363],
    ["lung", "female", 426, 348, 550],
    ["lung", "male", 270, 212, 310],
    ["aml", "Maintained", 31, 18, null],
  ])("gives the published median of %s, %s", (dataset, group, value, lower, upper) => {
    expect(medianSurvival(curveOf(dataset, group, "log"))).toEqual({ reached: true, value, lower, upper });
  });

  it.each([
    ["6-MP", 23],
    ["placebo", 8],
  ])("gives the published median remission of Gehan's trial: %s", (group, value) => {
    expect(medianSurvival(curveOf("gehan", group))).toMatchObject({ reached: true, value });
  });

  it.each([0, 1, -0.1, NaN])("refuses the probability %d", (p) => {
    expect(() => survivalQuantile(curveOf("aml", "all"), p)).toThrow(RangeError);
  });
});
