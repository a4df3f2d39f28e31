import { describe, expect, it } from "vitest";
import { seeded } from "../../scripts/bench/sampleAppeals.ts";
import { definitions } from "../../src/measure/definitions.ts";
import { measureAll } from "../../src/measure/measure.ts";
import type { Measures } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");

/** Days with A, which answers everything, lognormal with median 24.6; with B, which answers 40 % fast and the rest hardly ever. */
type Manner = "everything" | "the easy ones";

function appealsOf(agency: string, manner: Manner, perDay: number, seed: number): SampleAppeal[] {
  const random = seeded(seed);
  const lognormal = (median: number, sigma: number): number =>
    median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  return Array.from({ length: 730 * perDay }, (_, i) => {
    const received = exportDay - Math.floor(i / perDay);
    const wait =
      manner === "everything" ? lognormal(24.6, 0.6) : random() < 0.4 ? lognormal(9, 0.5) : lognormal(1200, 0.4);
    const happened = wait <= exportDay - received ? { reply: wait, closing: wait, outcome: "acted" as const } : {};
    return { agency, received, replyNorm: 30, closingNorm: 30, dayPrecision: false, ...happened };
  });
}

const a = appealsOf("a", "everything", 20, 1);
const b = appealsOf("b", "the easy ones", 20, 2);
// A comparison needs five agencies: four more like A.
const others = ["c", "d", "e", "f"].flatMap((code, i) => appealsOf(code, "everything", 4, i + 3));
const { subjects, comparisons } = measureAll(sampleColumns([...a, ...b, ...others], exportDay), {
  topics: [],
  minimumShown: 5,
  exportDay,
});
const subjectOf = (code: string) => subjects.find((one) => one.dimension === "agency" && one.code === code)!;

/** Leaves of the facts that stand for a figure: a count, a share, a wait, a mean, a change. */
interface Leaf {
  path: string;
  /** What is compared: a value, or infinity where a wait is not reached. */
  value: number;
}

function leavesOf(node: unknown, path: string): Leaf[] {
  if (typeof node !== "object" || node === null) return [];
  const figure = node as { state?: string; value?: number; days?: number | number[] };
  if (figure.state === "not-reached") return [{ path, value: Infinity }];
  if (figure.state === "exact") return [{ path, value: figure.value ?? (figure.days as number) }];
  if (figure.state !== undefined) return [];
  const nameOf = (child: unknown, at: string): string => (child as { outcome?: string } | null)?.outcome ?? at;
  return Object.entries(node).flatMap(([name, child]) =>
    leavesOf(child, `${path}.${Array.isArray(node) ? nameOf(child, name) : name}`),
  );
}

/** How a reader compares two agencies by a figure; null: it is no measure of how well they do. */
type Verdict = "less is better" | "more is better" | null;

/** A verdict for every field of the figures: a new field without one makes this test fail. */
const verdicts: Record<keyof Measures, Verdict> = {
  channels: null,
  received: null,
  answered: "more is better",
  closed: "more is better",
  open: "less is better",
  openLate: "less is better",
  // Whether an agency may leave an appeal, and whether its author takes it back, says nothing of how well it answers.
  leftByLaw: null,
  withdrawnUnanswered: null,
  firstReply: "less is better",
  closing: "less is better",
  inSubstance: "less is better",
  agencyClock: "less is better",
  norms: null,
  answeredInNorm: "more is better",
  closedInNorm: "more is better",
  silent: "less is better",
  actedInNorm: "more is better",
  outcomesAbsent: null,
  // Every outcome that ends an appeal is more, "open" is less.
  outcomes: "more is better",
  // Shares at days: a test of their own.
  outcomesByDay: null,
  resolvedStrict: "more is better",
  resolvedGenerous: "more is better",
  reopened: null,
  reopenedWithin30Days: null,
  // A share of what was acted on, as reopened: it says nothing of the appeals that were not.
  confirmed: null,
  handedOver: null,
  rating: null,
  rated: null,
  marks: null,
  openByAge: null,
  oldestOpen: null,
  oldestOpenToWeek: null,
  yearBefore: null,
  quality: null,
};

const verdictOn = (path: string): Verdict =>
  path.includes(".open.") ? "less is better" : verdicts[path.split(".")[1] as keyof Measures];
const beats = (verdict: Verdict, one: number, other: number): boolean =>
  verdict !== null && (verdict === "less is better" ? one < other : one > other);

/** Paths of figures by which B would be called better than A. */
function wins(measuresOfB: Measures, measuresOfA: Measures): string[] {
  const fair = new Map(leavesOf(measuresOfA, "").map(({ path, value }) => [path, value]));
  return leavesOf(measuresOfB, "").flatMap(({ path, value }) =>
    beats(verdictOn(path), value, fair.get(path) ?? NaN) ? [path] : [],
  );
}

describe("an agency that is fast on what it answers and silent on the rest", () => {
  it("would win by the median of closed appeals alone", () => {
    const medianOfClosed = (appeals: SampleAppeal[]): number => {
      const closed = appeals.flatMap(({ closing }) => (closing === undefined ? [] : [closing])).sort((x, y) => x - y);
      return closed[Math.floor(closed.length / 2)]!;
    };
    expect(medianOfClosed(b)).toBeLessThan(medianOfClosed(a) / 2);
  });

  it("does not win by any published figure of any period and channel", () => {
    let compared = 0;
    for (const period of ["year", "all"] as const) {
      const [fair, flattering] = [subjectOf("a").periods[period], subjectOf("b").periods[period]];
      for (const [ofB, ofA] of [
        [flattering.measures, fair.measures],
        [flattering.byChannel.social!, fair.byChannel.social!],
      ] as const) {
        expect(wins(ofB, ofA)).toEqual([]);
        compared += leavesOf(ofB, "").filter(({ path }) => verdictOn(path) !== null).length;
      }
    }
    // The walk has seen the figures: medians, quantiles and means of two events, shares and outcomes, four times.
    expect(compared).toBeGreaterThan(60);
  });

  it("has figures that differ by more than chance where they matter", () => {
    const [fair, flattering] = [subjectOf("a").periods.year.measures, subjectOf("b").periods.year.measures];
    for (const share of ["answeredInNorm", "closedInNorm", "actedInNorm", "resolvedStrict"] as const) {
      const [one, other] = [fair[share], flattering[share]];
      if (one.state !== "exact" || other.state !== "exact") throw new Error("no share");
      expect(other.high).toBeLessThan(one.low);
    }
    expect(fair.closing.median).toMatchObject({ state: "exact", days: expect.closeTo(24.6, 0) as number });
    expect(flattering.closing.median.state).toBe("not-reached");
    const [mean, other] = [fair.closing.meanToHorizon, flattering.closing.meanToHorizon];
    if (mean.state !== "exact" || other.state !== "exact") throw new Error("no mean");
    expect(other.low).toBeGreaterThan(mean.high);
  });

  it("leads by shares at days before its 40 % are used up, and at no day from the norm on", () => {
    const [fair, flattering] = ["a", "b"].map((code) => subjectOf(code).periods.year.measures);
    const [curve, other] = [fair!.closing.curve, flattering!.closing.curve];
    if (!("days" in curve) || !("days" in other)) throw new Error("no curve");
    const ahead = other.days.filter(
      (day, i) => other.share[i]! > (curve.share[curve.days.indexOf(day)] ?? curve.share.at(-1)!),
    );
    expect(ahead.length).toBeGreaterThan(0);
    expect(Math.max(...ahead)).toBeLessThan(30);
    // They are shown as curves and tables of days, and nothing sorts or compares by them.
    const byDay = (measures: Measures): number[] =>
      Array.isArray(measures.outcomesByDay)
        ? measures.outcomesByDay.filter(({ days }) => days >= 30).map(({ open }) => open)
        : [];
    byDay(flattering!).forEach((open, i) => expect(open).toBeGreaterThan(byDay(fair!)[i]!));
    expect(byDay(fair!)).toHaveLength(2);
  });

  it("is placed below in every comparison, and A never below it, plainly, adjusted, and by the places it may have", () => {
    expect(new Set(comparisons.map(({ figure }) => figure))).toEqual(new Set(["answeredInNorm", "actedInNorm"]));
    for (const { period, agencies } of comparisons) {
      const [fair, flattering] = ["a", "b"].map((code) => agencies.find(({ agency }) => agency === code)!);
      const height = { below: 0, at: 1, above: 2 };
      for (const by of ["position", "adjustedPosition", "level"] as const)
        expect(height[flattering![by]]).toBeLessThanOrEqual(height[fair![by]]);
      expect(flattering!.value).toBeLessThan(fair!.value);
      expect(flattering!.ratioHigh).toBeLessThan(fair!.ratioLow!);
      expect(flattering!.adjusted).toBeLessThan(fair!.adjusted!);
      if (period === "all") continue;
      expect(flattering!.places!.best).toBe(6);
      expect(fair!.places!.worst).toBeLessThan(6);
    }
  });

  it("would lead by a lower quartile, so none is published", () => {
    const quantiles = definitions().flatMap((one) => (one.kind === "wait" ? [one.probability] : []));
    expect(Math.min(...quantiles)).toBe(0.5);
    const quartile = (code: string): number => {
      const { curve } = subjectOf(code).periods.year.measures.closing;
      return "days" in curve ? curve.days[curve.share.findIndex((share) => share >= 0.25)]! : NaN;
    };
    expect(quartile("b")).toBeLessThan(quartile("a"));
    expect(Object.keys(subjectOf("b").periods.year.measures.closing).sort()).toEqual([
      "curve",
      "meanToHorizon",
      "median",
      "n",
      "ninetieth",
      "precision",
      "upperQuartile",
      "waiting",
    ]);
  });

  it("would lead by a mean cut at thirty days, so it is cut at sixty", () => {
    const meanTo = (code: string, horizon: number): number => {
      const { curve } = subjectOf(code).periods.year.measures.closing;
      if (!("days" in curve)) throw new Error("no curve");
      return curve.days
        .slice(1)
        .reduce(
          (area, day, i) => area + (1 - curve.share[i]!) * (Math.min(day, horizon) - Math.min(curve.days[i]!, horizon)),
          0,
        );
    };
    expect(meanTo("b", 30)).toBeLessThan(meanTo("a", 30));
    expect(meanTo("b", 60)).toBeGreaterThan(meanTo("a", 60));
  });

  it("does not win in any whole month either", () => {
    let compared = 0;
    subjectOf("a").months.forEach((month, i) => {
      const other = subjectOf("b").months[i]!;
      if (!month.complete) return;
      for (const figure of ["medianClosing", "medianFirstReply", "answeredInNorm"] as const) {
        const [[one], [two]] = [leavesOf(month[figure], ""), leavesOf(other[figure], "")];
        if (one === undefined || two === undefined) continue;
        expect(
          beats(figure === "answeredInNorm" ? "more is better" : "less is better", two.value, one.value),
          `${month.month} ${figure}`,
        ).toBe(false);
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(60);
  });
});
