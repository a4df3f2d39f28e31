import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { individualsChart, laneyChart, shareChart } from "../../../src/measure/statistics/controlChart.ts";
import { expectClose, oracle } from "./oracle.ts";

const rows = oracle("spc/p_laney_xmr_expected.csv");
const counts = rows.map((row) => row("x"));
const totals = rows.map((row) => row("n"));

describe("control charts", () => {
  it("agree with the hand calculation: p-chart", () => {
    const { shares, z, limits, sigmaZ } = shareChart(counts, totals);
    expect(sigmaZ).toBe(1);
    rows.forEach((row, i) => {
      expectClose(shares[i]!, row("p"), 1e-12, "p");
      expectClose(z[i]!, row("z"), 1e-9, "z");
      expectClose(limits[i]!.lower, row("p_lcl"), 1e-9, "lower");
      expectClose(limits[i]!.upper, row("p_ucl"), 1e-9, "upper");
    });
  });

  it("agree with the hand calculation: Laney's p′, with the raw sigma_z", () => {
    const { limits, sigmaZ } = laneyChart(counts, totals, "none");
    expect(sigmaZ.toFixed(3)).toBe("0.509");
    rows.forEach((row, i) => {
      expectClose(limits[i]!.lower, row("laney_lcl"), 1e-9, "lower");
      expectClose(limits[i]!.upper, row("laney_ucl"), 1e-9, "upper");
    });
  });

  it("agree with the hand calculation: XmR", () => {
    const chart = individualsChart(rows.map((row) => row("xmr_value")));
    expectClose(chart.centre, rows[0]!("xmr_cl"), 1e-9, "centre");
    expectClose(chart.lower, rows[0]!("xmr_lcl"), 1e-9, "lower");
    expectClose(chart.upper, rows[0]!("xmr_ucl"), 1e-9, "upper");
  });

  it("never draw Laney's limits narrower than binomial chance", () => {
    expect(laneyChart(counts, totals)).toEqual(shareChart(counts, totals));
    const months = fc.array(
      fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      { minLength: 2, maxLength: 24 },
    );
    fc.assert(
      fc.property(months, (series) => {
        const x = series.map(([count]) => count);
        const n = series.map(([, total]) => total);
        const plain = shareChart(x, n);
        laneyChart(x, n).limits.forEach(({ lower, upper }, i) => {
          expect(lower).toBeLessThanOrEqual(plain.limits[i]!.lower);
          expect(upper).toBeGreaterThanOrEqual(plain.limits[i]!.upper);
          expect(lower >= 0 && upper <= 1).toBe(true);
        });
      }),
    );
  });

  it("stand still where every month is the same", () => {
    expect(individualsChart([4, 4, 4])).toEqual({ centre: 4, lower: 4, upper: 4 });
    expect(shareChart([5, 5], [5, 5])).toMatchObject({ centre: 1, z: [0, 0], limits: [{ upper: 1 }, { lower: 1 }] });
  });

  it("refuse too few months and impossible counts", () => {
    expect(() => individualsChart([1])).toThrow(RangeError);
    expect(() => laneyChart([1], [2])).toThrow(RangeError);
    expect(() => shareChart([], [])).toThrow(RangeError);
    expect(() => shareChart([1], [1, 2])).toThrow(RangeError);
    expect(() => shareChart([3], [2])).toThrow(RangeError);
    expect(() => laneyChart([0, 0], [1, 0])).toThrow(RangeError);
  });
});
