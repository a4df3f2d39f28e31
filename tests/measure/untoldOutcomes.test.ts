import { describe, expect, it } from "vitest";
import { measureAll } from "../../src/measure/measure.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = 20_000;
const closedAs = (outcome: Outcome, count: number, changes: Partial<SampleAppeal> = {}): SampleAppeal[] =>
  Array.from({ length: count }, (_, i) => ({
    outcome,
    received: exportDay - 100 - i,
    closing: 5,
    closingNorm: 30,
    agency: "a",
    ...changes,
  }));
const regionOf = (appeals: SampleAppeal[]) =>
  measureAll(sampleColumns(appeals, exportDay), { topics: [], minimumShown: 5, exportDay, closedOnly: [] }).subjects[0]!
    .periods.all.measures;
const notRecorded = { state: "missing", reason: "not-recorded" };

describe("where exports do not say what closed appeals came to", () => {
  it("nothing is said of outcomes, and no share resolved is zero", () => {
    const figures = regionOf(closedAs("unknown", 40));
    expect([figures.resolvedStrict, figures.resolvedGenerous, figures.actedInNorm, figures.outcomesByDay]).toEqual(
      Array(4).fill(notRecorded),
    );
    expect(figures.outcomes).toEqual([]);
    expect(figures.closedInNorm).toMatchObject({ part: 40, whole: 40 });
  });

  it("refusals alone are shown, but give no share resolved", () => {
    const figures = regionOf([...closedAs("unknown", 30), ...closedAs("refused", 10)]);
    expect(figures.resolvedStrict).toEqual(notRecorded);
    expect(figures.outcomes.map(({ outcome, percent }) => [outcome, percent])).toEqual([
      ["refused", 25],
      ["unknown", 75],
    ]);
  });

  it("some unknown outcomes among known ones count against, as before", () => {
    expect(regionOf([...closedAs("unknown", 30), ...closedAs("acted", 10)]).resolvedStrict).toMatchObject({
      part: 10,
      whole: 40,
    });
  });

  it("where nothing is closed yet, or all is refused, nought resolved is true", () => {
    expect(regionOf(Array.from({ length: 10 }, () => ({ received: exportDay - 9 }))).resolvedStrict).toMatchObject({
      part: 0,
      whole: 10,
    });
    expect(regionOf(closedAs("refused", 10)).resolvedStrict).toMatchObject({ part: 0, whole: 10 });
  });

  it("a channel that tells is judged by its own appeals alone", () => {
    const figures = regionOf([...closedAs("unknown", 90), ...closedAs("acted", 10, { channel: "letter" })]);
    expect(figures.resolvedStrict).toMatchObject({ part: 10, whole: 10 });
    expect(figures.actedInNorm).toMatchObject({ part: 10, whole: 10 });
    expect(figures.received).toEqual({ state: "exact", value: 100 });
  });
});

describe("where exports say how appeals ended and not when", () => {
  it("what was acted upon is the same figure alone and in the list of outcomes, and what is open is known", () => {
    const undated = { closing: NaN, closingsRecorded: false };
    const figures = regionOf([
      ...closedAs("acted", 69, undated),
      ...closedAs("refused", 31, undated),
      ...closedAs("open", 25, { closingsRecorded: false, closing: undefined }),
    ]);
    const listed = Object.fromEntries(figures.outcomes.map(({ outcome, share, count }) => [outcome, { share, count }]));
    expect(figures.resolvedStrict).toEqual(listed["acted"]!.share);
    expect(figures.resolvedStrict).toMatchObject({ part: 69, whole: 125 });
    expect([figures.closed, figures.open]).toEqual([{ state: "exact", value: 100 }, listed["open"]!.count]);
    expect(figures.closing.median).toEqual(notRecorded);
  });
});
