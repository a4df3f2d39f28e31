import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../../src/measure/statistics/kaplanMeier.ts";
import { restrictedMean } from "../../../src/measure/statistics/restrictedMean.ts";
import { expectClose, oracle } from "./oracle.ts";
import { columns } from "./survivalData.ts";

describe("the restricted mean waiting time", () => {
  it.each(
    oracle("km/rmst_expected.csv").map((row) => [row.text("dataset"), row.text("group"), row("tau"), row] as const),
  )("agrees with R: %s, %s, %d", (dataset, group, tau, row) => {
    const { durations, events } = columns(oracle(`km/${dataset}.csv`), group);
    const { mean, standardError, beyondObservation } = restrictedMean(kaplanMeier(durations, events), tau);
    expectClose(mean, row("rmst"), 1e-10, "mean");
    expectClose(standardError, row("se"), 1e-10, "se");
    expect(beyondObservation).toBe(tau > Math.max(...durations) && group !== "Nonmaintained");
  });

  it("is the horizon itself before anything happens", () => {
    const curve = kaplanMeier(Float64Array.of(7, 9), Uint8Array.of(1, 1));
    expect(restrictedMean(curve, 5)).toEqual({ mean: 5, standardError: 0, beyondObservation: false });
    expect(restrictedMean(curve, 100)).toMatchObject({ mean: 8, beyondObservation: false });
  });

  it("says when the horizon lies beyond what was observed", () => {
    const curve = kaplanMeier(Float64Array.of(7, 9), Uint8Array.of(1, 0));
    expect(restrictedMean(curve, 9).beyondObservation).toBe(false);
    expect(restrictedMean(curve, 10).beyondObservation).toBe(true);
  });

  it.each([0, -1, NaN, Infinity])("refuses the horizon %d", (tau) => {
    const curve = kaplanMeier(Float64Array.of(7), Uint8Array.of(1));
    expect(() => restrictedMean(curve, tau)).toThrow(RangeError);
  });
});
