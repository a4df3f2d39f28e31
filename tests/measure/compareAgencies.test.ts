import { describe, expect, it } from "vitest";
import { seeded } from "../../scripts/bench/sampleAppeals.ts";
import { compareCells } from "../../src/measure/compareAgencies.ts";
import { measureAll } from "../../src/measure/measure.ts";
import { type Comparison, comparisonSchema } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const codes = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `agency-${String(i).padStart(2, "0")}`);
const cell = (count: number, total: number) => ({ count, total });

describe("a comparison of agencies", () => {
  /** Months of forty agencies that answer alike, each with a hundred appeals of two topics: what chance alone makes of them. */
  const monthsOfAlike = (months: number, seed: number): Comparison[] => {
    const random = seeded(seed);
    const answered = (of: number, chance: number): number => {
      let count = 0;
      for (let i = 0; i < of; i++) if (random() < chance) count++;
      return count;
    };
    return Array.from({ length: months }, () => {
      const compared = compareCells(
        codes(40),
        codes(40).map(() => [cell(answered(50, 0.75), 50), cell(answered(50, 0.85), 50)]),
        30,
        0,
      )!;
      return { period: "year", channel: null, figure: "answeredInNorm", ...compared };
    });
  };

  it("of forty alike flags fewer than 0.1 a month on average, in three hundred months", () => {
    const months = monthsOfAlike(300, 7);
    const flagged = (by: "position" | "adjustedPosition" | "level"): number =>
      months.flatMap(({ agencies }) => agencies).filter((agency) => agency[by] !== "at").length / months.length;
    expect(flagged("position")).toBeLessThan(0.1);
    expect(flagged("adjustedPosition")).toBeLessThan(0.1);
    expect(flagged("level")).toBeLessThan(0.1);
    // The limits are no wall either: by those of 95 % more than one of forty alike would be flagged a month.
    const at95 =
      months.flatMap(({ agencies }) => agencies).filter(({ value, low95, high95 }) => value < low95 || value > high95)
        .length / months.length;
    expect(at95).toBeGreaterThan(1);
  });

  it("of forty alike names hardly any that could not have nearly every place", () => {
    const random = seeded(11);
    const cells = codes(40).map(() => [
      cell(Array.from({ length: 100 }, random).filter((chance) => chance < 0.8).length, 100),
    ]);
    const places = compareCells(codes(40), cells, 30)!.agencies.map(({ places }) => places!);
    expect(places.filter(({ best, worst }) => worst - best >= 30).length).toBeGreaterThanOrEqual(38);
    expect(places.every(({ best, worst }) => best >= 1 && best <= worst && worst <= 40)).toBe(true);
  });

  it("tells the place of one that is far ahead of the others", () => {
    const cells = codes(10).map((_, i) => [cell(i === 4 ? 480 : 300 + i, 500)]);
    const found = compareCells(codes(10), cells, 30)!.agencies;
    expect(found[4]!.places).toEqual({ best: 1, worst: 1 });
    expect(found[0]!.places).toEqual({ best: 2, worst: 10 });
  });

  it("flags the one that is far off, not its neighbours", () => {
    const cells = codes(20).map((_, i) => [cell(i === 3 ? 80 : 160 + (i % 5), 200)]);
    const { agencies, target } = compareCells(codes(20), cells, 30)!;
    expect(agencies.filter(({ level }) => level !== "at").map(({ agency, level }) => [agency, level])).toEqual([
      ["agency-03", "below"],
    ]);
    expect(target).toBeCloseTo(agencies.reduce((sum, { part }) => sum + part, 0) / 4000, 12);
  });

  it("does not blame an agency for the topics it is asked about, and says so", () => {
    // Easy cases: nine in ten by anybody, hard ones: three in ten; agency 0 does a little better on both and has the hard ones.
    const cells = codes(10).map((_, i) => (i === 0 ? [cell(37, 40), cell(150, 460)] : [cell(414, 460), cell(12, 40)]));
    const first = compareCells(codes(10), cells, 30)!.agencies[0]!;
    expect(first).toMatchObject({ position: "below", adjustedPosition: "at", reversed: true, level: "at" });
    expect(first.ratio).toBeGreaterThan(1);
    expect(first.expected).toBeLessThan(first.value);
  });

  it("lists agencies with few appeals and does not place them", () => {
    const cells = codes(7).map((_, i) => [cell(i < 2 ? 1 : 80, i < 2 ? 29 * (i + 0) : 100)]);
    cells[0] = [cell(0, 0)];
    const { agencies, listed } = compareCells(codes(7), cells, 30)!;
    expect(listed).toEqual([{ agency: "agency-01", whole: 29 }]);
    expect(agencies).toHaveLength(5);
  });

  it("is refused where there are fewer than five to place", () => {
    expect(
      compareCells(
        codes(4),
        codes(4).map(() => [cell(80, 100)]),
        30,
      ),
    ).toBeNull();
  });

  it("never gives a share above 1 or limits outside 0 and 1", () => {
    const cells = codes(6).map((_, i) => [cell(i === 0 ? 100 : 70, 100), cell(0, 100)]);
    const comparison = { period: "year", channel: null, figure: "actedInNorm", ...compareCells(codes(6), cells, 30)! };
    expect(comparisonSchema.safeParse(comparison).error).toBeUndefined();
  });
});

describe("comparisons of an edition", () => {
  const exportDay = dayOfIsoDate("2026-10-31");
  const random = seeded(3);
  const appeals: SampleAppeal[] = codes(6).flatMap((agency) =>
    Array.from({ length: 120 }, (_, i) => {
      const done = random() < 0.7;
      return {
        agency,
        topic: i % 3 === 0 ? "roads" : "housing",
        channel: i % 2 === 0 ? ("social" as const) : ("letter" as const),
        received: exportDay - 60 - i,
        replyNorm: 10,
        closingNorm: 30,
        ...(done ? { reply: 3, closing: 20, outcome: i % 4 === 0 ? ("explained" as const) : ("acted" as const) } : {}),
      };
    }),
  );
  const { comparisons, subjects } = measureAll(sampleColumns(appeals, exportDay), {
    topics: [],
    minimumShown: 5,
    minimumCompared: 30,
    exportDay,
  });

  it("cover both figures, both periods, every channel and all of them together", () => {
    expect(comparisons.map(({ period, channel, figure }) => `${period} ${figure} ${channel}`)).toEqual(
      ["year", "all"].flatMap((period) =>
        ["answeredInNorm", "actedInNorm"].flatMap((figure) =>
          [null, "social", "letter"].map((channel) => `${period} ${figure} ${channel}`),
        ),
      ),
    );
  });

  it("state the same shares as the agencies' own pages", () => {
    for (const { period, channel, figure, agencies } of comparisons) {
      for (const { agency, part, whole } of agencies) {
        const slice = subjects.find((subject) => subject.dimension === "agency" && subject.code === agency)!.periods[
          period
        ];
        expect((channel === null ? slice.measures : slice.byChannel[channel]!)[figure]).toMatchObject({ part, whole });
      }
    }
  });

  it("expect as much of all agencies together as they have done", () => {
    for (const { agencies } of comparisons) {
      const total = agencies.reduce((sum, { expected, whole }) => sum + expected * whole, 0);
      expect(total).toBeCloseTo(
        agencies.reduce((sum, { part }) => sum + part, 0),
        2,
      );
    }
  });

  const context = { topics: [], minimumShown: 5, minimumCompared: 30, exportDay };

  it("do not change by a byte when the rows are shuffled", () => {
    const order = seeded(5);
    const shuffled = appeals
      .map((appeal) => ({ appeal, at: order() }))
      .sort((a, b) => a.at - b.at)
      .map(({ appeal }) => appeal);
    expect(JSON.stringify(measureAll(sampleColumns(shuffled, exportDay), context))).toBe(
      JSON.stringify(measureAll(sampleColumns(appeals, exportDay), context)),
    );
  });

  it("have the same shares, expectations and ratios where two identical halves are merged", () => {
    const twice = measureAll(sampleColumns([...appeals, ...appeals], exportDay), context).comparisons;
    const rates = (found: readonly Comparison[]): unknown =>
      found.map(({ target, agencies }) => [
        target,
        agencies.map(({ agency, value, expected, ratio, adjusted, reversed }) => [
          agency,
          value,
          expected,
          ratio,
          adjusted,
          reversed,
        ]),
      ]);
    expect(rates(twice)).toEqual(rates(comparisons));
  });

  it("leave a channel out whose export holds closed appeals only, also of all channels together", () => {
    const { comparisons: found } = measureAll(sampleColumns(appeals, exportDay), {
      ...context,
      closedOnly: ["letter"],
    });
    expect(new Set(found.map(({ channel }) => channel))).toEqual(new Set([null, "social"]));
    const of = (channel: string | null): unknown =>
      found
        .filter((one) => one.channel === channel)
        .map(({ agencies }) => agencies.map(({ agency, part, whole }) => [agency, part, whole]));
    expect(of(null)).toEqual(of("social"));
    expect(
      measureAll(sampleColumns(appeals, exportDay), { ...context, closedOnly: ["letter", "social"] }).comparisons,
    ).toEqual([]);
  });
});
