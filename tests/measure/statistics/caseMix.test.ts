import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseMix, type CaseMixCell } from "../../../src/measure/statistics/caseMix.ts";
import { poissonExact } from "../../../src/measure/statistics/poissonInterval.ts";
import { expectClose, oracle } from "./oracle.ts";

function table(path: string): { agencies: string[]; cells: CaseMixCell[][] } {
  const byAgency = Map.groupBy(oracle(path), (row) => row.text("agency"));
  return {
    agencies: [...byAgency.keys()],
    cells: [...byAgency.values()].map((rows) => rows.map((row) => ({ count: row("yes"), total: row("n") }))),
  };
}

const cell = fc
  .integer({ min: 0, max: 60 })
  .chain((total) => fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((topics) => fc.array(fc.array(cell, { minLength: topics, maxLength: topics }), { minLength: 1, maxLength: 6 }))
  .filter((rows) => rows.every((row) => row.some(({ total }) => total > 0)));

describe("the adjustment for case mix", () => {
  it("agrees with the hand calculation on admissions at Berkeley", () => {
    const { agencies, cells } = table("casemix/ucb_admissions.csv");
    const results = caseMix(cells);
    for (const row of oracle("casemix/ucb_expected.csv")) {
      const result = results[agencies.indexOf(row.text("agency"))]!;
      expect([result.observed, result.total]).toEqual([row("yes"), row("n")]);
      expectClose(result.expected, row("e"), 1e-9, "expected");
      expectClose(result.crude, row("crude"), 1e-12, "crude");
      expectClose(result.ratio!, row("oe"), 1e-12, "O/E");
      expectClose(result.indirect!, row("indirect_std"), 1e-12, "indirect");
      expectClose(result.direct!, row("direct_std"), 1e-12, "direct");
      expectClose(result.z!, row("z"), 1e-12, "z");
      expectClose(((result.observed - result.expected) / result.z!) ** 2, row("var_null"), 1e-8, "variance");
      expect(result.reversed).toBe(true);
    }
  });

  it("agrees with the hand calculation on kidney stones", () => {
    const { agencies, cells } = table("casemix/kidney_stones_charig1986.csv");
    const results = caseMix(cells);
    for (const row of oracle("casemix/kidney_expected.csv")) {
      const result = results[agencies.indexOf(row.text("agency"))]!;
      expect([result.observed, result.total]).toEqual([row("yes"), row("n")]);
      expectClose(result.expected, row("e"), 1e-9, "expected");
      expectClose(result.crude, row("crude"), 1e-12, "crude");
      expectClose(result.ratio!, row("oe"), 1e-12, "O/E");
      expectClose(result.indirect!, row("indirect"), 1e-12, "indirect");
      expectClose(result.direct!, row("direct"), 1e-12, "direct");
      expect(result.reversed).toBe(true);
    }
  });

  it("sees no paradox where crude and adjusted rates agree", () => {
    const better = [
      { count: 18, total: 20 },
      { count: 9, total: 20 },
    ];
    const worse = [
      { count: 12, total: 20 },
      { count: 3, total: 20 },
    ];
    expect(caseMix([better, worse]).map((result) => result.reversed)).toEqual([false, false]);
    expect(caseMix([better, better]).map((result) => result.reversed)).toEqual([false, false]);
  });

  it("does not weight up a topic with fewer than ten appeals", () => {
    const rich = [
      { count: 18, total: 20 },
      { count: 9, total: 10 },
    ];
    const poor = [
      { count: 12, total: 20 },
      { count: 9, total: 9 },
    ];
    expect(caseMix([rich, poor]).map((result) => result.direct === null)).toEqual([false, true]);
  });

  it("ignores a topic nobody wrote about", () => {
    const [result] = caseMix([
      [
        { count: 15, total: 20 },
        { count: 0, total: 0 },
      ],
    ]);
    expect(result).toMatchObject({ expected: 15, ratio: 1, direct: 0.75, indirect: 0.75 });
  });

  it("expects as much in all as was observed, whatever the table", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const results = caseMix(rows);
        const observed = results.reduce((sum, result) => sum + result.observed, 0);
        expectClose(
          results.reduce((sum, result) => sum + result.expected, 0),
          observed,
          1e-9,
          "expected",
        );
        for (const { ratio, ratioInterval, observed: count, expected, indirect } of results) {
          expect(ratio === null).toBe(expected === 0);
          if (ratio === null) continue;
          expectClose(ratioInterval!.lower * expected, poissonExact(count).lower, 1e-9, "lower");
          expect(ratioInterval!.lower).toBeLessThanOrEqual(ratio);
          expect(ratioInterval!.upper).toBeGreaterThanOrEqual(ratio);
          expect(indirect).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("changes nothing with a single topic", () => {
    fc.assert(
      fc.property(
        tables
          .map((rows) => rows.map((row) => [row[0]!]).filter(([only]) => only!.total >= 10))
          .filter((rows) => rows.length > 0),
        (rows) => {
          for (const result of caseMix(rows)) {
            expectClose(result.direct!, result.crude, 1e-12, "direct");
            if (result.indirect !== null) expectClose(result.indirect, result.crude, 1e-12, "indirect");
            expect(result.reversed).toBe(false);
          }
        },
      ),
    );
  });

  it.each([
    ["rows of different lengths", [[{ count: 1, total: 2 }], []]],
    ["more successes than trials", [[{ count: 3, total: 2 }]]],
    ["an agency without appeals", [[{ count: 0, total: 0 }]]],
    ["a fraction of an appeal", [[{ count: 0.5, total: 2 }]]],
  ])("refuses %s", (_, rows) => {
    expect(() => caseMix(rows)).toThrow(RangeError);
  });
});
