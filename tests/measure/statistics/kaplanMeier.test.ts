import { describe, expect, it } from "vitest";
import { kaplanMeier, survivalAt, type SurvivalInterval } from "../../../src/measure/statistics/kaplanMeier.ts";
import { expectClose, oracle } from "./oracle.ts";
import { columns } from "./survivalData.ts";

const data = Object.fromEntries(
  ["aml", "lung", "therneau_quantile_test1"].map((name) => [name, oracle(`km/${name}.csv`)]),
);

describe("the Kaplan–Meier curve", () => {
  const expected = Map.groupBy(oracle("km/km_expected.csv"), (row) =>
    ["dataset", "group", "conf_type"].map((column) => row.text(column)).join(" "),
  );
  expect(expected.size).toBe(21);
  it.each([...expected])("agrees with R's survfit: %s", (_, rows) => {
    const [first] = rows;
    const { durations, events } = columns(data[first!.text("dataset")]!, first!.text("group"));
    const interval = first!.text("conf_type") as SurvivalInterval;
    const curve = kaplanMeier(durations, events, { interval });
    expect(curve.time.length).toBe(rows.length);
    rows.forEach((row, i) => {
      const at = `t = ${row("time")}`;
      expect([curve.time[i], curve.atRisk[i], curve.events[i], curve.censored[i]], at).toEqual(
        ["time", "n_risk", "n_event", "n_censor"].map((column) => row(column)),
      );
      expectClose(curve.survival[i]!, row("surv"), 1e-12, `S at ${at}`);
      expectClose(curve.standardError[i]!, row("std_err"), 1e-12, `se at ${at}`);
      expectClose(curve.lower[i]!, row("lower"), 1e-9, `lower at ${at}`);
      expectClose(curve.upper[i]!, row("upper"), 1e-9, `upper at ${at}`);
    });
  });

  it("agrees with R where appeals come under observation late", () => {
    const rows = oracle("km/left_truncated.csv");
    const curve = kaplanMeier(
      Float64Array.from(rows, (row) => row("exit")),
      Uint8Array.from(rows, (row) => row("status")),
      { entries: Float64Array.from(rows, (row) => row("entry")) },
    );
    const expectedRows = oracle("km/left_truncated_expected.csv");
    expect([...curve.time]).toEqual(expectedRows.map((row) => row("time")));
    expectedRows.forEach((row, i) => {
      expect([curve.atRisk[i], curve.events[i]]).toEqual([row("n_risk"), row("n_event")]);
      expectClose(curve.survival[i]!, row("surv"), 1e-12, "S");
      expectClose(curve.standardError[i]!, row("std_err"), 1e-12, "se");
      expectClose(curve.lower[i]!, row("lower"), 1e-9, "lower");
      expectClose(curve.upper[i]!, row("upper"), 1e-9, "upper");
    });
  });

  it("counts answers given on the day of registration", () => {
    const curve = kaplanMeier(Float64Array.of(0, 0, -0, 3), Uint8Array.of(1, 1, 0, 1), {
      entries: Float64Array.of(0, 0, 0, 0),
    });
    expect([...curve.time]).toEqual([0, 3]);
    expect([...curve.atRisk]).toEqual([4, 1]);
    expect([...curve.survival]).toEqual([0.5, 0]);
  });

  it("widens the interval at 99.8 %", () => {
    const { durations, events } = columns(data["aml"]!);
    const usual = survivalAt(kaplanMeier(durations, events), 20)!;
    const wide = survivalAt(kaplanMeier(durations, events, { confidence: 0.998 }), 20)!;
    expect(wide.survival).toBe(usual.survival);
    expect(wide.lower).toBeLessThan(usual.lower);
    expect(wide.upper).toBeGreaterThan(usual.upper);
  });

  it.each([
    ["no appeals", [], [], {}],
    ["columns of different lengths", [1, 2], [1], {}],
    ["a negative duration", [-1], [1], {}],
    ["a duration that is not a number", [1, NaN], [1, 1], {}],
    ["an endless duration", [Infinity], [0], {}],
    ["a cause that is not a flag", [1], [2], {}],
    ["a negative weight", [1], [1], { weights: Float64Array.of(-1) }],
    ["an entry at the exit", [3], [1], { entries: Float64Array.of(3) }],
  ])("refuses %s", (_, durations, events, options) => {
    expect(() => kaplanMeier(Float64Array.from(durations), Uint8Array.from(events), options)).toThrow(RangeError);
  });
});

describe("the curve read at a moment", () => {
  it.each(oracle("km/km_at_horizon_loglog_expected.csv").map((row) => [row.text("dataset"), row("t"), row] as const))(
    "agrees with R's summary: %s at %d",
    (dataset, moment, row) => {
      const { durations, events } = columns(data[dataset]!);
      const estimate = survivalAt(kaplanMeier(durations, events), moment)!;
      expect(estimate.atRisk).toBe(row("n_risk"));
      expectClose(estimate.survival, row("surv"), 1e-12, "S");
      expectClose(estimate.standardError, row("se"), 1e-12, "se");
      expectClose(estimate.lower, row("lower"), 1e-9, "lower");
      expectClose(estimate.upper, row("upper"), 1e-9, "upper");
    },
  );

  it("is certain before the first observed time and unknown after the last", () => {
    const curve = kaplanMeier(Float64Array.of(2, 5), Uint8Array.of(1, 0));
    expect(survivalAt(curve, 1)).toEqual({ survival: 1, standardError: 0, lower: 1, upper: 1, atRisk: 2 });
    expect(survivalAt(curve, 5)?.survival).toBe(0.5);
    expect(survivalAt(curve, 5.5)).toBeNull();
  });

  it("stays at zero once everything is answered", () => {
    const curve = kaplanMeier(Float64Array.of(2, 5), Uint8Array.of(1, 1));
    expect(survivalAt(curve, 100)).toMatchObject({ survival: 0, atRisk: 0 });
  });

  it("refuses a negative moment", () => {
    const curve = kaplanMeier(Float64Array.of(2), Uint8Array.of(1));
    expect(() => survivalAt(curve, -1)).toThrow(RangeError);
    expect(() => survivalAt(curve, NaN)).toThrow(RangeError);
  });
});
