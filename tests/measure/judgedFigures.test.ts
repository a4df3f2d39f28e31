import { describe, expect, it } from "vitest";
import { seeded } from "../../scripts/bench/sampleAppeals.ts";
import { measureAll } from "../../src/measure/measure.ts";
import type { Slice } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const repeat = <T>(times: number, make: (i: number) => T): T[] => Array.from({ length: times }, (_, i) => make(i));

function slices(appeals: SampleAppeal[], more: object = {}) {
  const columns = { ...sampleColumns(appeals, exportDay), ...more };
  return measureAll(columns, { topics: [], minimumShown: 5, exportDay, closedOnly: [] }).subjects[0]!.periods;
}

function quality(appeals: SampleAppeal[], more: object = {}) {
  return slices(appeals, more).all.measures.quality!;
}

describe("what appeals have come to by a day", () => {
  it("is said up to the day for which twenty appeals were followed, in plain shares where nothing is censored before", () => {
    // Followed 40 days: at 7 and 15 and 30, not at 60. Ten acted on day 3, five refused on day 10, five open.
    const { outcomesByDay } = slices([
      ...repeat(10, () => ({ received: exportDay - 40, closing: 3, outcome: "acted" as const })),
      ...repeat(5, () => ({ received: exportDay - 40, closing: 10, outcome: "refused" as const })),
      ...repeat(5, () => ({ received: exportDay - 40 })),
    ]).all.measures;
    if (outcomesByDay === undefined || "state" in outcomesByDay) throw new Error("no outcomes");
    expect(
      outcomesByDay.map(({ days, open, outcomes }) => [
        days,
        open,
        ...outcomes.map(({ outcome, share }) => `${outcome} ${share}`),
      ]),
    ).toEqual([
      [7, 0.5, "acted 0.5"],
      [15, 0.25, "acted 0.5", "refused 0.25"],
      [30, 0.25, "acted 0.5", "refused 0.25"],
    ]);
  });

  it("is hidden where fewer than twenty were followed for a week", () => {
    expect(slices(repeat(19, () => ({ received: exportDay - 40, closing: 3 }))).all.measures.outcomesByDay).toEqual({
      state: "hidden",
      reason: "too-few",
    });
  });
});

describe("acted on within the norm", () => {
  it("counts open appeals and other outcomes against", () => {
    const appeals = (closing: number | undefined, outcome: "acted" | "explained" | "open"): SampleAppeal[] =>
      repeat(5, () => ({
        received: exportDay - 40,
        closingNorm: 30,
        outcome,
        ...(closing === undefined ? {} : { closing }),
      }));
    const { actedInNorm, closedInNorm } = slices([
      ...appeals(3, "acted"),
      ...appeals(35, "acted"),
      ...appeals(3, "explained"),
      ...appeals(undefined, "open"),
    ]).all.measures;
    expect(actedInNorm).toMatchObject({ part: 5, whole: 20 });
    expect(closedInNorm).toMatchObject({ part: 10, whole: 20 });
  });
});

describe("waiting past the norm", () => {
  it("counts neither those left by law nor those that their authors took back, and says how many there were", () => {
    const random = seeded(7);
    const appeals = repeat(3000, (): SampleAppeal => {
      const age = Math.floor(random() * 60);
      const after = random() * 60;
      const appeal = { received: exportDay - age, followed: age, replyNorm: 10 + Math.floor(random() * 20) };
      if (after > age) return appeal;
      const kind = random();
      if (kind < 0.3) return { ...appeal, reply: after };
      if (kind < 0.5) return { ...appeal, closing: after, outcome: "acted" };
      if (kind < 0.7) return { ...appeal, closing: after, outcome: "unanswered" };
      if (kind < 0.9) return { ...appeal, closing: after, outcome: "withdrawn" };
      return { ...appeal, reply: after / 2, closing: after, outcome: "withdrawn" };
    });
    const { silent, leftByLaw, withdrawnUnanswered, firstReply } = slices(appeals).all.measures;
    const number = (is: (one: SampleAppeal) => boolean) => appeals.filter(is).length;
    const isPast = ({ followed, replyNorm }: SampleAppeal) => followed! >= replyNorm!;
    const closedWithout = ({ reply, outcome }: SampleAppeal, why: string) => reply === undefined && outcome === why;
    const isWaiting = ({ reply, closing }: SampleAppeal) => reply === undefined && closing === undefined;
    const isOut = (one: SampleAppeal) => closedWithout(one, "unanswered") || closedWithout(one, "withdrawn");
    expect(silent).toMatchObject({
      part: number((one) => isPast(one) && isWaiting(one)),
      whole: number((one) => isPast(one) && !isOut(one)),
    });
    expect(leftByLaw).toEqual({ state: "exact", value: number((one) => closedWithout(one, "unanswered")) });
    expect(withdrawnUnanswered).toEqual({ state: "exact", value: number((one) => closedWithout(one, "withdrawn")) });
    expect(firstReply.never).toBe(number(isOut));
  });

  it.each([
    ["replies", { repliesRecorded: false }],
    ["how appeals end", { reply: 3, closing: 5, outcome: "unknown" as const }],
  ])("is missing where the source does not record %s", (_what, appeal) => {
    const { leftByLaw, withdrawnUnanswered } = slices(repeat(9, () => ({ received: exportDay - 40, ...appeal }))).all
      .measures;
    expect([leftByLaw, withdrawnUnanswered]).toEqual(repeat(2, () => ({ state: "missing", reason: "not-recorded" })));
  });
});

describe("open past the deadline", () => {
  const open = (age: number, weekPrecision: boolean, norm = 8): SampleAppeal => ({
    received: exportDay - age,
    followed: age,
    ...(weekPrecision && { weekPrecision }),
    closingNorm: weekPrecision && norm < 14 ? NaN : norm,
    closingNormSet: norm,
  });
  const told = (...appeals: SampleAppeal[]) =>
    slices([...appeals, ...repeat(9, () => ({ ...open(1, false), closing: 1, outcome: "acted" as const }))]).all
      .measures;

  it("counts whoever has surely waited longer, also where dates are told by the week", () => {
    const { open: all, openLate } = told(
      open(8, false),
      open(9, false),
      open(14, true),
      open(15, true),
      open(40, true),
    );
    expect(all).toEqual({ state: "exact", value: 5 });
    expect(openLate).toEqual({ state: "exact", value: 3 });
    expect(told(open(36, true, 30), open(37, true, 30)).openLate).toEqual({ state: "exact", value: 1 });
  });

  it("is missing where no deadline is set, and hidden where few stand behind it", () => {
    const plain = repeat(9, (): SampleAppeal => ({ received: exportDay - 40 }));
    expect(slices(plain).all.measures.openLate).toEqual({ state: "missing", reason: "no-norm" });
    expect(slices(repeat(2, () => open(40, false))).all.measures.openLate).toEqual({
      state: "hidden",
      reason: "too-few",
    });
  });
});

describe("the year before", () => {
  const daily = (from: string, to: string, share: number): SampleAppeal[] =>
    repeat(dayOfIsoDate(to) - dayOfIsoDate(from) + 1, (i) => i)
      .flatMap((day) =>
        repeat(10, (i) => ({
          received: dayOfIsoDate(from) + day,
          replyNorm: 10,
          ...(i < share * 10 ? { reply: 5 } : {}),
        })),
      )
      .filter(({ received, reply }) => reply === undefined || received + reply <= exportDay);

  it("is judged as it stood on the same date, so that both years are equally old", () => {
    const { month, year, all } = slices([
      ...daily("2024-11-01", "2025-10-31", 0.8),
      ...daily("2025-11-01", "2026-10-31", 0.5),
    ]);
    const { answeredInNorm, yearBefore } = month!.measures;
    // By 31 October the appeals of 1 to 21 October were ten days old, this year and last.
    expect(answeredInNorm).toMatchObject({ part: 105, whole: 210 });
    expect(yearBefore!.answeredInNorm).toMatchObject({ part: 168, whole: 210 });
    expect(yearBefore!.received).toEqual({ state: "exact", value: 310 });
    // Newcombe's method 10 on 105 of 210 and 168 of 210: Wilson's limits are .4330–.5670 and .7407–.8484.
    const [down, up] = [Math.hypot(0.5 - 0.433, 0.8484 - 0.8), Math.hypot(0.567 - 0.5, 0.8 - 0.7407)];
    expect(yearBefore!.answeredInNormChange).toEqual({
      state: "exact",
      value: -0.3,
      low: expect.closeTo(-0.3 - down, 3) as number,
      high: expect.closeTo(-0.3 + up, 3) as number,
    });
    expect(yearBefore!.closedInNormChange).toEqual({ state: "missing", reason: "none-eligible" });
    expect(year.measures.yearBefore!.answeredInNorm).toMatchObject({ whole: 3550 });
    expect(all.measures.yearBefore).toBeNull();
  });

  it("is not given where the data do not cover it whole", () => {
    const { month, year } = slices(daily("2025-10-12", "2026-10-31", 0.5));
    expect([month!.measures.yearBefore, year.measures.yearBefore]).toEqual([null, null]);
  });
});

describe("the last month", () => {
  const received = (slice: Slice | undefined): unknown => slice?.measures.received;

  it("is the last one over on the day of the export", () => {
    const appeals = [
      ...repeat(3, () => ({ received: dayOfIsoDate("2026-09-30") })),
      { received: dayOfIsoDate("2026-10-01") },
    ];
    const measured = (to: string) =>
      measureAll(sampleColumns(appeals, dayOfIsoDate(to)), {
        topics: [],
        minimumShown: 1,
        exportDay: dayOfIsoDate(to),
      });
    expect(received(measured("2026-10-30").subjects[0]!.periods.month)).toEqual({ state: "exact", value: 3 });
    expect(received(measured("2026-10-31").subjects[0]!.periods.month)).toEqual({ state: "exact", value: 1 });
    expect(measured("2026-10-30").periods.month).toEqual({ from: "2026-09-01", to: "2026-09-30" });
  });

  it("is left out where the data do not cover it", () => {
    const october = repeat(100, (i) => ({ received: dayOfIsoDate("2026-10-11") + Math.floor(i / 5) }));
    expect(slices(october).month).toBeUndefined();
  });
});

describe("how a register is kept", () => {
  it("shows in closings on the last day of a long norm", () => {
    const closings = [29.5, 30, 30.1, 29, 12, 3].map((closing) => ({
      received: exportDay - 60,
      closing,
      closingNorm: 30,
      dayPrecision: false,
    }));
    expect(quality(closings).closedOnLastDay).toMatchObject({ part: 2, whole: 6 });
    expect(quality(closings.map((appeal) => ({ ...appeal, closingNorm: 2 }))).closedOnLastDay).toEqual({
      state: "missing",
      reason: "none-eligible",
    });
  });

  it("shows in closings by the dozen on one day", () => {
    const usual = repeat(40, (i) => ({ agency: "a", received: exportDay - 100, closing: i }));
    const bulk = repeat(25, () => ({ agency: "a", received: exportDay - 100, closing: 60 }));
    const busy = repeat(19, () => ({ agency: "b", received: exportDay - 100, closing: 60 }));
    expect(quality([...usual, ...bulk, ...busy]).massClosings).toMatchObject({ part: 25, whole: 84 });
  });

  it("does not take an agency that closes everything once a week for one that closes in bulk", () => {
    const weekly = repeat(300, (i) => ({ agency: "a", received: exportDay - 100, closing: 7 * (i % 10) }));
    expect(quality(weekly).massClosings).toMatchObject({ part: 0, whole: 300 });
  });

  it("shows in closings just before the export, at once, without a date, without a reply", () => {
    const appeals = [
      ...repeat(3, () => ({ received: exportDay - 10, closing: 8.5, dayPrecision: false })),
      ...repeat(2, () => ({ received: exportDay - 20, closing: 0, dayPrecision: false })),
      { received: exportDay - 20, closing: NaN },
      { received: exportDay - 20, closing: 3, outcome: "withdrawn" as const },
    ];
    const found = quality(appeals, { hasReplyText: Uint8Array.from([1, 1, 0, 1, 0, 0, 0]) });
    expect(found.closedAtExport).toMatchObject({ part: 3, whole: 6 });
    expect(found.closedAtOnce).toMatchObject({ part: 2, whole: 5 });
    expect(found.undatedClosings).toMatchObject({ part: 1, whole: 7 });
    expect(found.closedWithoutReply).toMatchObject({ part: 3, whole: 6 });
    expect(quality(appeals).closedWithoutReply).toEqual({ state: "missing", reason: "not-recorded" });
  });
});
