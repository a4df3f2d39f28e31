import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnel, funnelLimits } from "../../../src/measure/statistics/funnel.ts";
import { binomialLimits } from "../../../src/measure/statistics/interpolatedLimits.ts";
import { binomialProbability } from "../../../src/measure/statistics/stirling.ts";
import { expectClose, oracle, uniform } from "./oracle.ts";

const agencies = fc.array(
  fc.integer({ min: 1, max: 400 }).chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total))),
  { minLength: 1, maxLength: 20 },
);

/** P(R <= x). */
function atMost(x: number, n: number, p: number): number {
  let sum = 0;
  for (let r = 0; r <= x; r++) sum += binomialProbability(r, n, p);
  return sum;
}

describe("the funnel", () => {
  it("has the published limits, the upper one case higher, within 0 and 1", () => {
    for (const row of oracle("funnel/binomial_exact_interpolated_limits.csv")) {
      for (const confidence of [0.95, 0.998] as const) {
        const limits = funnelLimits(row("n"), row("theta0"), confidence);
        const published = binomialLimits(row("n"), row("theta0"), confidence);
        expectClose(limits.lower, Math.max(0, published.lower), 1e-9, "lower");
        expectClose(limits.upper, Math.min(1, published.upper + 1 / row("n")), 1e-9, "upper");
      }
    }
  });

  it("flags exactly what chance brings less than once in a thousand on that side", () => {
    fc.assert(
      fc.property(agencies, (rows) => {
        const { target, points } = funnel(
          rows.map(([count]) => count),
          rows.map(([, total]) => total),
          { overdispersion: "none" },
        );
        rows.forEach(([count, total], i) => {
          const low = atMost(count, total, target);
          const high = atMost(total - count, total, 1 - target);
          // Leave out ties of rounding at the limit itself.
          if (Math.abs(low - 0.001) < 1e-9 || Math.abs(high - 0.001) < 1e-9) return;
          expect(points[i]!.position).toBe(high < 0.001 ? "above" : low < 0.001 ? "below" : "at");
        });
      }),
    );
  });

  it.each(["estimate", "none"] as const)(
    "says the same whether the rate is worded as successes or as failures (overdispersion: %s)",
    (overdispersion) => {
      const mirrored = { above: "below", at: "at", below: "above" };
      fc.assert(
        fc.property(agencies, (rows) => {
          const totals = rows.map(([, total]) => total);
          const successes = funnel(
            rows.map(([count]) => count),
            totals,
            { overdispersion },
          );
          const failures = funnel(
            rows.map(([count, total]) => total - count),
            totals,
            { overdispersion },
          );
          successes.points.forEach((point, i) => {
            const other = failures.points[i]!;
            expectClose(other.limits998.lower, 1 - point.limits998.upper, 1e-9, "limit");
            if (Math.abs(point.share - point.limits998.upper) < 1e-9) return;
            if (Math.abs(point.share - point.limits998.lower) < 1e-9) return;
            expect(other.position).toBe(mirrored[point.position]);
          });
        }),
      );
    },
  );

  it("puts the 95 % limits inside the 99.8 % limits, and the target inside both", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0, 0.001, 0.05),
        (total, target, tau2) => {
          const inner = funnelLimits(total, target, 0.95, tau2);
          const outer = funnelLimits(total, target, 0.998, tau2);
          expect(outer.lower).toBeLessThanOrEqual(inner.lower);
          expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
          expect(inner.lower).toBeLessThanOrEqual(target + 1e-12);
          expect(inner.upper).toBeGreaterThanOrEqual(target - 1e-12);
          expect(outer.lower).toBeGreaterThanOrEqual(0);
          expect(outer.upper).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("widens its limits where agencies scatter more than by chance", () => {
    const rows = oracle("funnel/overdispersion_PR_expected.csv");
    const counts = rows.map((row) => row("numerator"));
    const totals = rows.map((row) => row("denominator"));
    const usual = funnel(counts, totals);
    const exact = funnel(counts, totals, { overdispersion: "none" });
    expect(usual.tau2).toBeGreaterThan(0);
    expect(usual.points.filter((point) => point.position !== "at")).toHaveLength(0);
    expect(exact.points.filter((point) => point.position !== "at").length).toBeGreaterThan(5);
    // The line of the adjusted z: sin^2(asin sqrt theta0 ± z sqrt(1/4n + tau2)), here for agency A1.
    const angle = Math.asin(Math.sqrt(usual.target)) - 3.090232306167813 * Math.sqrt(1 / 800 + usual.tau2);
    expectClose(usual.points[0]!.limits998.lower, Math.sin(angle) ** 2, 1e-12, "lower");
  });

  it("flags nobody where all or none succeeded", () => {
    expect(funnel([5, 7], [5, 7]).points.map((point) => point.position)).toEqual(["at", "at"]);
    expect(funnel([0, 0], [5, 7]).points.map((point) => point.position)).toEqual(["at", "at"]);
  });

  it("hardly ever flags one of forty identical agencies", () => {
    const random = uniform(2026);
    const months = 1500;
    const totals = new Array<number>(40).fill(100);
    const flags = { estimate: 0, none: 0, at95: 0 };
    for (let month = 0; month < months; month++) {
      const counts = totals.map((total) => {
        let count = 0;
        for (let i = 0; i < total; i++) if (random() < 0.8) count++;
        return count;
      });
      const exact = funnel(counts, totals, { overdispersion: "none" }).points;
      flags.none += exact.filter(({ position }) => position !== "at").length;
      flags.at95 += exact.filter(({ share, limits95 }) => share < limits95.lower || share > limits95.upper).length;
      flags.estimate += funnel(counts, totals).points.filter(({ position }) => position !== "at").length;
    }
    expect(flags.none / months).toBeLessThan(0.1);
    expect(flags.estimate / months).toBeLessThan(0.1);
    // At 95 % somebody would be accused of chance nearly every month.
    expect(flags.at95 / months).toBeGreaterThan(0.8);
  });
});
