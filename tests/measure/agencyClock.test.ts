import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureAll } from "../../src/measure/measure.ts";
import { kaplanMeier } from "../../src/measure/statistics/kaplanMeier.ts";
import { survivalQuantile } from "../../src/measure/statistics/survivalQuantile.ts";
import type { Measures } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const repeat = <T>(times: number, make: (i: number) => T): T[] => Array.from({ length: times }, (_, i) => make(i));
const region = (appeals: SampleAppeal[]): Measures =>
  measureAll(sampleColumns(appeals, exportDay), { topics: [], minimumShown: 5, exportDay, closedOnly: [] }).subjects[0]!
    .periods.all.measures;

function clockOf(appeals: SampleAppeal[]) {
  const { agencyClock } = region(appeals);
  if ("state" in agencyClock) throw new Error("no clock");
  return agencyClock;
}

describe("the clock of the agency", () => {
  it("starts at registration there and leaves the author's clock alone", () => {
    const appeals = repeat(20, () => ({
      received: exportDay - 100,
      registered: 6,
      handedOver: true,
      reply: 10,
      closing: 12,
    }));
    expect(clockOf(appeals)).toMatchObject({
      firstReply: { n: 20, waiting: 0, median: { days: 4 } },
      closing: { median: { days: 6 } },
    });
    expect(region(appeals).firstReply.median).toMatchObject({ days: 10 });
  });

  it("counts from receipt what has no date of registration, and leaves out what was handed over nobody knows when", () => {
    const dated = repeat(5, () => ({ received: exportDay - 100, registered: 1, reply: 3 }));
    const undated = repeat(5, () => ({ received: exportDay - 100, reply: 9 }));
    const handed = repeat(5, () => ({ received: exportDay - 100, handedOver: true, reply: 50 }));
    expect(clockOf([...dated, ...undated, ...handed]).firstReply).toMatchObject({ n: 10, upperQuartile: { days: 9 } });
  });

  it("counts those still waiting, and no reply that another agency gave before", () => {
    const waiting = repeat(12, () => ({ received: exportDay - 40, registered: 10 }));
    const early = repeat(7, () => ({ received: exportDay - 40, registered: 10, reply: 2 }));
    expect(
      clockOf([...waiting, ...early, ...repeat(3, () => ({ received: exportDay - 40, registered: 10, reply: 15 }))])
        .firstReply,
    ).toMatchObject({
      n: 15,
      waiting: 12,
      median: { state: "not-reached", beyond: 30 },
    });
  });

  it("is missing where no export tells registrations, and in channels that do not", () => {
    const plain = repeat(20, () => ({ received: exportDay - 40, reply: 3 }));
    expect(region(plain).agencyClock).toEqual({ state: "missing", reason: "not-recorded" });
    const columns = sampleColumns(
      [
        ...plain,
        ...repeat(20, () => ({ channel: "letter" as const, received: exportDay - 40, registered: 1, reply: 3 })),
      ],
      exportDay,
    );
    const { byChannel, measures } = measureAll(columns, { topics: [], minimumShown: 5, exportDay }).subjects[0]!.periods
      .all;
    expect(byChannel.social!.agencyClock).toEqual({ state: "missing", reason: "not-recorded" });
    expect(measures.agencyClock).toMatchObject({ firstReply: { n: 20 } });
  });

  it("gives the quantiles of Kaplan and Meier", () => {
    const one = fc.record({
      received: fc.integer({ min: exportDay - 300, max: exportDay - 20 }),
      registered: fc.integer({ min: 0, max: 15 }),
      closing: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 20, maxLength: 80 }), (drawn) => {
        const appeals = drawn.map((appeal) =>
          appeal.closing === undefined ||
          (appeal.closing >= appeal.registered && appeal.received + appeal.closing <= exportDay)
            ? appeal
            : { ...appeal, closing: undefined },
        ) as (SampleAppeal & { registered: number })[];
        const curve = kaplanMeier(
          Float64Array.from(appeals, (a) => (a.closing ?? exportDay - a.received) - a.registered),
          Uint8Array.from(appeals, (a) => (a.closing === undefined ? 0 : 1)),
        );
        const expected = survivalQuantile(curve, 0.5);
        const { median } = clockOf(appeals).closing;
        if (median.state === "not-reached") expect(expected.reached).toBe(false);
        else expect(median).toMatchObject({ days: expected.reached && expected.value });
      }),
    );
  });
});

describe("returns after a closing", () => {
  const judged = (appeals: SampleAppeal[]) => region(appeals).reopenedWithin30Days;

  it("count as soon up to the thirtieth day, among appeals seen for thirty days after their closing", () => {
    const closed = (received: number, reopening?: number): SampleAppeal => ({
      received: exportDay - received,
      closing: 10,
      ...(reopening === undefined ? {} : { reopening }),
    });
    const appeals = [
      ...repeat(3, () => closed(100)),
      closed(100, 40),
      closed(100, 41),
      closed(40),
      closed(39),
      closed(39, 15),
    ];
    expect(judged(appeals)).toMatchObject({ part: 1, whole: 6 });
    expect(region(appeals).reopened).toMatchObject({ part: 3, whole: 8 });
  });

  it("count although the appeal is open again, or closed anew, where the return was within thirty days of the receipt", () => {
    const appeals: SampleAppeal[] = [
      ...repeat(4, () => ({ received: exportDay - 100, closing: 10 })),
      { received: exportDay - 100, reopening: 20 },
      { received: exportDay - 100, reopening: 20, closing: 60 },
      // After a first closing that nobody knows the date of: soon or not, nobody knows.
      { received: exportDay - 100, reopening: 50 },
    ];
    expect(judged(appeals)).toMatchObject({ part: 2, whole: 6 });
    expect(region(appeals).reopened).toMatchObject({ part: 3, whole: 7 });
  });
});
