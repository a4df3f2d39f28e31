import { describe, expect, it } from "vitest";
import { overdispersion } from "../../../src/measure/statistics/overdispersion.ts";
import { expectClose, oracle } from "./oracle.ts";

describe("the scatter between agencies beyond chance", () => {
  it("agrees with FunnelPlotR", () => {
    const rows = oracle("funnel/overdispersion_PR_expected.csv");
    const [summary] = oracle("funnel/overdispersion_PR_phi_tau2.csv");
    const result = overdispersion(
      rows.map((row) => row("numerator")),
      rows.map((row) => row("denominator")),
    );
    expectClose(result.phi, summary!("phi"), 1e-7, "phi");
    expectClose(result.tau2, summary!("tau2"), 1e-7, "tau2");
    expectClose(result.target, summary!("target"), 1e-7, "target");
    rows.forEach((row, i) => {
      expectClose(result.z[i]!, row("Uzscore"), 1e-7, "z");
      expectClose(result.adjustedZ[i]!, row("od_z"), 1e-7, "adjusted z");
    });
  });

  it("is none among agencies that agree, and none with one agency", () => {
    expect(overdispersion([8, 8, 16], [10, 10, 20])).toMatchObject({ tau2: 0 });
    expect(overdispersion([8], [10])).toMatchObject({ tau2: 0, target: 0.8 });
    expect(overdispersion([10, 20], [10, 20])).toMatchObject({ tau2: 0, phi: 0, z: [0, 0] });
  });

  it.each([
    ["no agencies", [], []],
    ["columns of different lengths", [1], [2, 3]],
    ["more successes than trials", [3], [2]],
    ["no trials", [0], [0]],
  ])("refuses %s", (_, counts, totals) => {
    expect(() => overdispersion(counts, totals)).toThrow(RangeError);
  });

  it("refuses to pull in half of the agencies", () => {
    expect(() => overdispersion([1], [2], 0.5)).toThrow(RangeError);
  });
});
