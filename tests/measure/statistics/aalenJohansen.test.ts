import { describe, expect, it } from "vitest";
import { aalenJohansen, outcomesAt } from "../../../src/measure/statistics/aalenJohansen.ts";
import { kaplanMeier, survivalAt } from "../../../src/measure/statistics/kaplanMeier.ts";
import { expectClose, oracle } from "./oracle.ts";

function outcomesOf(path: string, time: string, variance?: "greenwood" | "aalen") {
  const rows = oracle(path);
  const durations = Float64Array.from(rows, (row) => row(time));
  const causes = Uint8Array.from(rows, (row) => row("cause"));
  return { durations, causes, outcomes: aalenJohansen(durations, causes, 2, { variance }) };
}

describe("the cumulative incidence of competing outcomes", () => {
  it("gives the probabilities worked out by hand", () => {
    const { outcomes } = outcomesOf("cr/therneau_testci.csv", "time");
    const expected = oracle("cr/therneau_testci_expected.csv");
    expect([...outcomes.time]).toEqual(expected.map((row) => row("time")));
    expected.forEach((row, i) => {
      expect(outcomes.atRisk[i]).toBe(row("n_risk"));
      expectClose(outcomes.survival[i]!, row("p0"), 1e-14, "still open");
      [1, 2].forEach((k) => {
        expectClose(outcomes.causes[k - 1]!.incidence[i]!, row(`cif${k}`), 1e-14, `incidence ${k}`);
        expectClose(outcomes.causes[k - 1]!.standardError[i]!, row(`se${k}`), 1e-12, `se ${k}`);
      });
    });
    expect(outcomesAt(outcomes, 3)).toMatchObject({
      open: expect.closeTo(18 / 35, 14),
      causes: [{ incidence: expect.closeTo(1 / 7, 14) }, { incidence: expect.closeTo(12 / 35, 14) }],
    });
  });

  it.each(oracle("cr/mgus2_expected_survfit.csv").map((row) => [row("time"), row] as const))(
    "agrees with R's survfit at month %d",
    (moment, row) => {
      const { open, causes } = outcomesAt(outcomesOf("cr/mgus2.csv", "etime").outcomes, moment)!;
      expectClose(open, row("p0"), 1e-12, "still open");
      expectClose(causes[0]!.incidence, row("cif_pcm"), 1e-12, "progression");
      expectClose(causes[1]!.incidence, row("cif_death"), 1e-12, "death");
      expectClose(causes[0]!.standardError, row("se_pcm"), 1e-12, "se of progression");
      expectClose(causes[1]!.standardError, row("se_death"), 1e-12, "se of death");
    },
  );

  it.each(oracle("cr/mgus2_expected_cmprsk_cuminc.csv").map((row) => [row("time"), row] as const))(
    "agrees with R's cuminc at month %d, with Aalen's variance",
    (moment, row) => {
      const { causes } = outcomesAt(outcomesOf("cr/mgus2.csv", "etime", "aalen").outcomes, moment)!;
      expectClose(causes[0]!.incidence, row("cif_pcm"), 1e-8, "progression");
      expectClose(causes[1]!.incidence, row("cif_death"), 1e-8, "death");
      expectClose(causes[0]!.standardError ** 2, row("var_pcm"), 1e-8 * row("var_pcm"), "variance of progression");
      expectClose(causes[1]!.standardError ** 2, row("var_death"), 1e-8 * row("var_death"), "variance of death");
    },
  );

  it("is not one minus the curve that takes the other outcomes for censorings", () => {
    const { durations, causes, outcomes } = outcomesOf("cr/mgus2.csv", "etime");
    const naive = kaplanMeier(
      durations,
      causes.map((cause) => (cause === 1 ? 1 : 0)),
    );
    for (const row of oracle("cr/mgus2_naive_1minusKM.csv")) {
      expectClose(1 - survivalAt(naive, row("time"))!.survival, row("naive_1_minus_km_pcm"), 1e-12, "the wrong answer");
    }
    expect(outcomesAt(outcomes, 360)!.causes[0]!.incidence.toFixed(3)).toBe("0.134");
  });

  it("is unknown after the last observed time", () => {
    const outcomes = aalenJohansen(Float64Array.of(2, 5), Uint8Array.of(1, 0), 2);
    expect(outcomesAt(outcomes, 1)?.open).toBe(1);
    expect(outcomesAt(outcomes, 5)?.open).toBe(0.5);
    expect(outcomesAt(outcomes, 6)).toBeNull();
    expect(() => outcomesAt(outcomes, -1)).toThrow(RangeError);
  });

  it("refuses a cause that is not counted", () => {
    expect(() => aalenJohansen(Float64Array.of(2), Uint8Array.of(3), 2)).toThrow(RangeError);
  });
});
