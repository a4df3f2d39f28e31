import { describe, expect, it } from "vitest";
import { runRules } from "../../../src/measure/statistics/runRules.ts";
import { uniform } from "./oracle.ts";

const alternating = (length: number) => Array.from({ length }, (_, i) => (i % 2 === 0 ? 1 : -1));

describe("Anhøj's run rules", () => {
  // Anhøj & Olesen 2014, table of limits by the number of useful observations.
  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [20, 7, 6],
    [24, 8, 8],
  ])("has the published limits for %d months", (months, longest, fewest) => {
    const { longestRunLimit, crossingsLimit } = runRules(alternating(months), 0);
    expect([longestRunLimit, crossingsLimit]).toEqual([longest, fewest]);
  });

  it("counts runs and crossings without the values on the line", () => {
    expect(runRules([1, 2, 0, 3, -1, 0, -2, 4], 0)).toMatchObject({
      useful: 6,
      longestRun: 3,
      crossings: 2,
    });
  });

  it("signals a shift and keeps quiet about noise", () => {
    expect(runRules([...new Array<number>(12).fill(1), ...new Array<number>(12).fill(-1)], 0).signal).toBe(true);
    expect(runRules(alternating(24), 0).signal).toBe(false);
    expect(runRules([5, 5, 5], 5)).toMatchObject({ useful: 0, signal: false });
    expect(runRules([6], 5)).toMatchObject({ useful: 1, longestRun: 1, signal: false });
  });

  it("signals one long run by itself, and few crossings by themselves", () => {
    // Of 24 months: a run may last 8, and 8 crossings are enough.
    const run = (length: number) => [...new Array<number>(length).fill(1), ...alternating(24 - length).map((x) => -x)];
    expect(runRules(run(8), 0)).toMatchObject({ longestRun: 8, crossings: 16, signal: false });
    expect(runRules(run(9), 0)).toMatchObject({ longestRun: 9, crossings: 15, signal: true });
    const blocks = Array.from({ length: 24 }, (_, i) => (Math.floor(i / 4) % 2 === 0 ? 1 : -1));
    expect(runRules(blocks, 0)).toMatchObject({ longestRun: 4, crossings: 5, signal: true });
  });

  it("rarely signals on pure chance", () => {
    const random = uniform(24);
    let signals = 0;
    for (let i = 0; i < 2000; i++) if (runRules(Array.from({ length: 24 }, random), 0.5).signal) signals++;
    expect(signals / 2000).toBeLessThan(0.1);
    expect(signals).toBeGreaterThan(0);
  });
});
