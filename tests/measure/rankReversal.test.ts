import { describe, expect, it } from "vitest";
import { measureAll } from "../../src/measure/measure.ts";
import { type Measures, type Times } from "../../src/model/facts.ts";
import { type Wait } from "../../src/model/figures.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { seeded } from "../../scripts/bench/sampleAppeals.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");

/** Twenty appeals a day for a year. A answers everything, lognormal with median 24.6 days; B answers 40 % fast, the rest hardly ever. */
function appealsOf(agency: "a" | "b"): SampleAppeal[] {
  const random = seeded(agency === "a" ? 1 : 2);
  const lognormal = (median: number, sigma: number): number => median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  return Array.from({ length: 365 * 20 }, (_, i) => {
    const received = exportDay - Math.floor(i / 20);
    const wait = agency === "a" ? lognormal(24.6, 0.6) : random() < 0.4 ? lognormal(9, 0.5) : lognormal(600, 0.6);
    const happened = wait <= exportDay - received ? { reply: wait, closing: wait } : {};
    return { agency, received, replyNorm: 30, closingNorm: 30, dayPrecision: false, ...happened };
  });
}

/** Bigger is worse; what is never reached is worse than anything. */
function length(wait: Wait): number {
  if (wait.state === "not-reached") return Infinity;
  if (wait.state !== "exact") throw new Error("no wait");
  return wait.days;
}

function medianOfClosed(appeals: SampleAppeal[]): number {
  const closed = appeals.flatMap(({ closing }) => (closing === undefined ? [] : [closing])).sort((a, b) => a - b);
  return closed[Math.floor(closed.length / 2)]!;
}

describe("an agency that is fast on what it answers and silent on the rest", () => {
  const [a, b] = [appealsOf("a"), appealsOf("b")];
  const { subjects } = measureAll(sampleColumns([...a, ...b], exportDay), { topics: [], minimumShown: 5, exportDay });
  const figures = (code: string): Measures => subjects.find((one) => one.dimension === "agency" && one.code === code)!.periods.all.measures;
  const [fair, flattering] = [figures("a"), figures("b")];

  it("would win by the median of closed appeals alone", () => {
    expect(medianOfClosed(b)).toBeLessThan(medianOfClosed(a) / 2);
  });

  it("does not win by any published figure of the whole", () => {
    const times: ((measures: Measures) => Times)[] = [(measures) => measures.firstReply, (measures) => measures.closing];
    for (const of of times) {
      for (const quantile of ["median", "upperQuartile", "ninetieth"] as const) {
        expect(length(of(flattering)[quantile])).toBeGreaterThan(length(of(fair)[quantile]));
      }
    }
    for (const share of ["answeredInNorm", "closedInNorm"] as const) {
      const [fairShare, flatteringShare] = [fair[share], flattering[share]];
      if (fairShare.state !== "exact" || flatteringShare.state !== "exact") throw new Error("no share");
      expect(flatteringShare.high).toBeLessThan(fairShare.low);
    }
    const [silentFair, silentFlattering] = [fair.silent, flattering.silent];
    if (silentFair.state !== "exact" || silentFlattering.state !== "exact") throw new Error("no share");
    expect(silentFlattering.low).toBeGreaterThan(silentFair.high);
    expect(length(fair.closing.median)).toBeCloseTo(24.6, 0);
  });

  it("would lead by a lower quartile, so none is published", () => {
    expect(Object.keys(flattering.closing).sort()).toEqual(["curve", "meanToHorizon", "median", "n", "ninetieth", "precision", "upperQuartile", "waiting"]);
  });

  it("does not win in any month either", () => {
    const months = (code: string) => subjects.find((one) => one.dimension === "agency" && one.code === code)!.months;
    months("a").forEach((month, i) => {
      const other = months("b")[i]!;
      if (month.medianClosing.state === "exact" && month.complete) expect(length(other.medianClosing)).toBeGreaterThan(length(month.medianClosing));
    });
  });
});
