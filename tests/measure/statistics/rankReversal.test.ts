import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../../src/measure/statistics/kaplanMeier.ts";
import { restrictedMean } from "../../../src/measure/statistics/restrictedMean.ts";
import { medianSurvival } from "../../../src/measure/statistics/survivalQuantile.ts";
import { seededNormal } from "../../../src/measure/statistics/seededNormal.ts";
import { uniform } from "./oracle.ts";

/**
 * Twenty appeals a day for a year, all exported on day 365. Agency A answers everything (log-normal waits,
 * median 24.6 days); agency B answers two in five fast (median 10 days) and the rest not for many months.
 */
function agency(wait: (random: () => number, normal: () => number) => number, seed: number) {
  const random = uniform(seed);
  const normal = seededNormal(seed);
  const size = 20 * 365;
  const durations = new Float64Array(size);
  const answered = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const age = 365 - i / 20;
    const wanted = wait(random, normal);
    durations[i] = Math.min(age, wanted);
    answered[i] = wanted <= age ? 1 : 0;
  }
  return { durations, answered };
}

const diligent = agency((_, normal) => 24.6 * Math.exp(0.8 * normal()), 1);
const selective = agency(
  (random, normal) => (random() < 0.4 ? 10 * Math.exp(0.5 * normal()) : 400 + 100 * random()),
  2,
);

function closedOnlyMedian({ durations, answered }: typeof diligent): number {
  const closed = [...durations].filter((_, i) => answered[i] === 1).sort((a, b) => a - b);
  return closed[closed.length >> 1]!;
}

describe("the agency that answers everything and the one that answers the easy ones", () => {
  it("change places if only closed appeals are counted", () => {
    expect(closedOnlyMedian(selective)).toBeLessThan(11);
    expect(closedOnlyMedian(diligent)).toBeGreaterThan(20);
  });

  it("stand in their true order if the open ones are counted", () => {
    const median = medianSurvival(kaplanMeier(diligent.durations, diligent.answered));
    if (!median.reached) throw new Error("the median is not reached");
    expect(Math.abs(median.value - 24.6)).toBeLessThan(1);
    expect(median.lower).toBeLessThan(24.6);
    expect(median.upper).toBeGreaterThan(24.6);
    const other = medianSurvival(kaplanMeier(selective.durations, selective.answered));
    if (other.reached) throw new Error("the median is reached");
    expect(other.beyond).toBeGreaterThan(360);
  });

  it("stand in their true order by the restricted mean", () => {
    const [first, second] = [diligent, selective].map(({ durations, answered }) =>
      restrictedMean(kaplanMeier(durations, answered), 60),
    );
    expect(first!.mean + 3 * first!.standardError).toBeLessThan(second!.mean - 3 * second!.standardError);
  });
});
