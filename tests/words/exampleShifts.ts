import { type Shift, type Shifts, shiftsSchema } from "../../src/model/shifts.ts";

/** A share of the tiny invented region of exampleFacts that fell beyond chance. */
export const exampleShift = (over: Partial<Shift> = {}): Shift => ({
  dimension: "agency",
  code: "fast",
  channel: "social",
  figure: "answeredInNorm",
  now: { part: 50, whole: 100 },
  before: { part: 80, whole: 100 },
  change: -0.3,
  low: -0.42,
  high: -0.17,
  scatter: 1,
  p: 0.00001,
  adjusted: 0.0001,
  found: true,
  ...over,
});

export const exampleShifts = (looked: readonly Shift[] = [exampleShift()]): Shifts =>
  shiftsSchema.parse({
    from: "2026-09-01",
    to: "2026-10-31",
    beforeFrom: "2025-09-01",
    beforeTo: "2025-10-31",
    falseShare: 0.05,
    level: 0.975,
    looked,
  });
