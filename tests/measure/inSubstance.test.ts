import "../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureAll } from "../../src/measure/measure.ts";
import type { Measures } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const repeat = <T>(times: number, make: (at: number) => T): T[] => Array.from({ length: times }, (_, at) => make(at));

function measured(appeals: SampleAppeal[]): Measures {
  return measureAll(sampleColumns(appeals, exportDay), { topics: [], minimumShown: 5, exportDay, closedOnly: [] })
    .subjects[0]!.periods.all.measures;
}

const closed = (at: number): SampleAppeal => ({ received: exportDay - 90, reply: 1, closing: 3 + at });
const open: SampleAppeal = { received: exportDay - 40 };

describe("the time to an answer in substance", () => {
  it("is that of whatever the same waits are, with those who wait and those who never got one counted in", () => {
    // Nobody is left without a closing for good, so the two agree where none of the answers is "never".
    const appeals = [
      ...repeat(20, (at) => ({ ...closed(at), inSubstance: 3 + at })),
      ...repeat(9, (): SampleAppeal => ({ ...open, inSubstance: "waiting" })),
    ];
    const { inSubstance, closing, firstReply } = measured(appeals);
    expect(inSubstance).toEqual(closing);
    expect(inSubstance.median).not.toEqual(firstReply.median);
    const never = measured([...appeals, ...repeat(9, (): SampleAppeal => ({ ...closed(2), inSubstance: "never" }))]);
    expect(never.inSubstance).toMatchObject({ n: 38, waiting: 18, never: 9 });
    expect(never.inSubstance.median).toMatchObject({ state: "exact" });
    expect(never.closing.median).not.toEqual(never.inSubstance.median);
  });

  it("is never shorter than that to the first reply of any kind", () => {
    const appeal = fc
      .tuple(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom("done", "never", "waiting"),
      )
      .map(([reply, later, how]): SampleAppeal => ({
        received: exportDay - 100,
        reply,
        ...(how === "waiting" ? {} : { closing: reply + later }),
        inSubstance: how === "done" ? reply + later : how === "never" ? "never" : "waiting",
      }));
    fc.assert(
      fc.property(fc.array(appeal, { minLength: 25, maxLength: 60 }), (appeals) => {
        const { inSubstance, firstReply } = measured(appeals);
        expect(inSubstance.n).toBe(firstReply.n);
        for (const quantile of ["median", "upperQuartile", "ninetieth"] as const) {
          const [second, first] = [inSubstance[quantile], firstReply[quantile]];
          if (second.state === "exact" && first.state === "exact")
            expect(second.days).toBeGreaterThanOrEqual(first.days);
          if (first.state === "not-reached") expect(second.state).toBe("not-reached");
        }
      }),
    );
  });

  it("is missing, with the reason, where no text was read, or where most texts are not there", () => {
    const absent = { state: "missing", reason: "no-reply-texts" };
    const answered = repeat(20, closed);
    expect(measured(answered).inSubstance.median).toEqual(absent);
    expect(measured(answered).firstReply.median).toMatchObject({ state: "exact" });
    const some = (read: number): SampleAppeal[] =>
      answered.map((one, at) => ({ ...one, inSubstance: at < read ? one.closing! : "untold" }));
    expect(measured(some(9)).inSubstance.median).toEqual(absent);
    expect(measured(some(10)).inSubstance).toMatchObject({ n: 10 });
  });

  it("is missing where nobody knows when most of the answers were given", () => {
    const undated = repeat(20, (at): SampleAppeal => ({ ...closed(at), inSubstance: at < 11 ? "undated" : 3 + at }));
    expect(measured(undated).inSubstance.median).toEqual({ state: "missing", reason: "mostly-undated" });
  });
});
