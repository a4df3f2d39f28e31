import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankSets } from "../../../src/measure/statistics/rankSets.ts";
import { oracle } from "./oracle.ts";

const studies = fc.array(
  fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true })),
  { minLength: 1, maxLength: 7 },
);

describe("the sets of ranks", () => {
  it("agree with csranks on PISA 2018 within one rank", () => {
    const rows = oracle("ranks/pisa2018_math_csranks.csv");
    const { rank, marginal, simultaneous } = rankSets(
      rows.map((row) => row("est")),
      rows.map((row) => row("se")),
      { draws: 20_000 },
    );
    rows.forEach((row, i) => {
      const name = row.text("name");
      expect(rank[i], name).toBe(row("rank"));
      expect(Math.abs(marginal[i]!.best - row("marg_L")), name).toBeLessThanOrEqual(1);
      // Austria and Norway lie 3.045 and 3.046 standard errors below Slovenia, both within simulation error
      // of the critical value 3.03, so they fall to the one side or the other together.
      expect(Math.abs(marginal[i]!.worst - row("marg_U")), name).toBeLessThanOrEqual(name === "Slovenia" ? 2 : 1);
      expect(Math.abs(simultaneous[i]!.best - row("simul_L")), name).toBeLessThanOrEqual(1);
      expect(Math.abs(simultaneous[i]!.worst - row("simul_U")), name).toBeLessThanOrEqual(1);
    });
  });

  it("contain the rank, and the simultaneous set contains the marginal one", () => {
    fc.assert(
      fc.property(studies, (rows) => {
        const { rank, marginal, simultaneous } = rankSets(
          rows.map(([value]) => value),
          rows.map(([, error]) => error),
          { draws: 300 },
        );
        rank.forEach((place, i) => {
          expect(marginal[i]!.best).toBeLessThanOrEqual(place);
          expect(marginal[i]!.worst).toBeGreaterThanOrEqual(place);
        });
        expect(simultaneous).toHaveLength(rows.length);
        for (const { best, worst } of [...marginal, ...simultaneous]) {
          expect(1 <= best && best <= worst && worst <= rows.length).toBe(true);
        }
      }),
    );
  });

  it("are single ranks where nothing is uncertain, and everything where all is", () => {
    const sure = rankSets([3, 1, 2], [0, 0, 0]);
    expect(sure.simultaneous).toEqual([
      { best: 1, worst: 1 },
      { best: 3, worst: 3 },
      { best: 2, worst: 2 },
    ]);
    const unsure = rankSets([3, 1, 2], [100, 100, 100]);
    expect(unsure.marginal).toEqual(new Array(3).fill({ best: 1, worst: 3 }));
    expect(rankSets([2, 2], [0, 0]).marginal).toEqual(new Array(2).fill({ best: 1, worst: 2 }));
  });

  it("come out the same again", () => {
    const once = rankSets([1, 1.5, 2, 4], [0.3, 0.4, 0.3, 0.9]);
    expect(rankSets([1, 1.5, 2, 4], [0.3, 0.4, 0.3, 0.9])).toEqual(once);
  });

  it("name a single best of forty identical agencies almost never", () => {
    let named = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const estimates = Array.from({ length: 40 }, (_, i) => Math.sin(i * 12.9898 + seed * 78.233) * 0.05);
      const { simultaneous } = rankSets(estimates, new Array<number>(40).fill(0.05), { draws: 300, seed });
      named += simultaneous.filter(({ best, worst }) => best === worst).length;
    }
    expect(named).toBe(0);
  });

  it.each([
    ["columns of different lengths", [1, 2], [1], {}],
    ["an estimate that is not a number", [NaN], [1], {}],
    ["a negative standard error", [1], [-1], {}],
    ["full coverage", [1], [1], { coverage: 1 }],
  ])("refuse %s", (_, estimates, errors, options) => {
    expect(() => rankSets(estimates, errors, options)).toThrow(RangeError);
  });
});
