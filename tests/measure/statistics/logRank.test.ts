import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logRank } from "../../../src/measure/statistics/logRank.ts";
import { expectClose, oracle } from "./oracle.ts";
import { columns } from "./survivalData.ts";

function test(dataset: string) {
  const rows = oracle(`km/${dataset}.csv`);
  const names = [...new Set(rows.map((row) => row.text("group")))].sort();
  const { durations, events } = columns(rows);
  return logRank(
    durations,
    events,
    Uint8Array.from(rows, (row) => names.indexOf(row.text("group"))),
    names.length,
  );
}

const studies = fc.array(fc.tuple(fc.nat(12), fc.nat(1), fc.nat(3)), { minLength: 8, maxLength: 60 });

describe("the log-rank test", () => {
  it.each(oracle("km/logrank_expected.csv").map((row) => [row.text("dataset"), row] as const))(
    "agrees with R's survdiff: %s",
    (dataset, row) => {
      const result = test(dataset);
      expect(result.degrees).toBe(row("df"));
      expectClose(result.chiSquare, row("chisq"), 1e-9, "chi-square");
      expectClose(result.p, row("p"), 1e-12, "p");
      expect(result.observed).toEqual([row("obs1"), row("obs2")]);
      expectClose(result.expected[0]!, row("exp1"), 1e-9, "expected in the first group");
      expectClose(result.expected[1]!, row("exp2"), 1e-9, "expected in the second group");
    },
  );

  it("gives the published value of Gehan's trial", () => {
    expect(test("gehan").chiSquare.toFixed(3)).toBe("16.793");
  });

  it("gives what a hand calculation gives where everything is answered", () => {
    // O - E = 2 - (1/2 + 1/3 + 1/2), V = 1/4 + 2/9 + 1/4: chi-square 8/13.
    const { chiSquare, observed } = logRank(
      Float64Array.of(1, 2, 3, 4),
      new Uint8Array(4).fill(1),
      Uint8Array.of(0, 1, 0, 1),
      2,
    );
    expect(observed).toEqual([2, 2]);
    expectClose(chiSquare, 8 / 13, 1e-14, "chi-square");
  });

  it("does not depend on how the groups are numbered", () => {
    fc.assert(
      fc.property(studies, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (rows, names) => {
        const durations = Float64Array.from(rows, ([time]) => time);
        const events = Uint8Array.from(rows, ([, event]) => event);
        const one = logRank(
          durations,
          events,
          Uint8Array.from(rows, ([, , group]) => group),
          4,
        );
        const other = logRank(
          durations,
          events,
          Uint8Array.from(rows, ([, , group]) => names[group]!),
          4,
        );
        expect(other.degrees).toBe(one.degrees);
        expectClose(other.chiSquare, one.chiSquare, 1e-8 * (1 + one.chiSquare), "chi-square");
      }),
    );
  });

  it("expects as many events as there are", () => {
    fc.assert(
      fc.property(studies, (rows) => {
        const { observed, expected, p } = logRank(
          Float64Array.from(rows, ([time]) => time),
          Uint8Array.from(rows, ([, event]) => event),
          Uint8Array.from(rows, ([, , group]) => group),
          4,
        );
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b);
        expectClose(sum(expected), sum(observed), 1e-9, "sum");
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("sees no difference where there is none to see", () => {
    expect(logRank(Float64Array.of(1, 2), Uint8Array.of(1, 1), Uint8Array.of(0, 0), 2)).toMatchObject({
      chiSquare: 0,
      degrees: 0,
      p: 1,
    });
  });

  it.each([
    ["a group above the number of groups", [1, 2], [1, 1], [0, 2], 2],
    ["a single group", [1, 2], [1, 1], [0, 0], 1],
    ["columns of different lengths", [1, 2], [1, 1], [0], 2],
    ["a flag that is not 0 or 1", [1, 2], [1, 2], [0, 1], 2],
  ])("refuses %s", (_, times, events, groups, count) => {
    expect(() => logRank(Float64Array.from(times), Uint8Array.from(events), Uint8Array.from(groups), count)).toThrow(
      RangeError,
    );
  });
});
