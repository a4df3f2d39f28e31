import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localTime } from "../../src/model/localTime.ts";
import { dayOfIsoDate, isoDateOfDay, type Moment } from "../../src/model/moment.ts";
import { normFinder, type NormedAppeal } from "../../src/model/normOfAppeal.ts";
import { normsSchema, type Norm } from "../../src/model/norm.ts";
import { workingCalendar } from "../../src/model/workingCalendar.ts";

const calendar = workingCalendar([
  ...["2026-01-01", "2026-01-02", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09"].map((date) => ({
    date,
    day: "off" as const,
    basis: "указ",
  })),
  { date: "2026-11-07", day: "working" as const, basis: "указ" },
]);
const rule: Norm = { event: "closing", amount: 30, unit: "days", basis: "правило" };
const minute = (text: string): Moment => ({ day: dayOfIsoDate(text.slice(0, 10)), instant: Date.parse(text) });
const date = (text: string): Moment => ({ day: dayOfIsoDate(text), instant: null });

function finderOf(norms: Partial<Norm>[], more: { timeZone?: string; workingHours?: string[] } = {}) {
  const portal = {
    norms: normsSchema.parse(norms.map((norm) => ({ ...rule, ...norm }))),
    timeZone: "Europe/Moscow",
    workingHours: ["09:00-18:00"],
    ...more,
  };
  const topics = [
    { code: "utilities", parent: null },
    { code: "heating", parent: "utilities" },
    { code: "roads", parent: null },
  ];
  return normFinder(portal, topics, [{ name: "register", regime: "59-ФЗ" }, { name: "incidents" }], calendar);
}
const appeal = (changes: Partial<NormedAppeal> = {}): NormedAppeal => ({
  source: "register",
  channel: "letter",
  topic: "heating",
  received: date("2026-10-05"),
  registered: null,
  planned: null,
  ...changes,
});

/** The last moment in time, on the clocks of the zone. */
function lastMoment(
  norm: Partial<Norm>,
  changes: Partial<NormedAppeal>,
  more: { timeZone?: string; workingHours?: string[] } = {},
): string {
  const found = finderOf([norm], more).of(appeal(changes), "closing")!;
  const { day, instant } = changes.received ?? date("2026-10-05");
  if (instant === null) return isoDateOfDay(day + found.days);
  const zone = new Intl.DateTimeFormat("sv-SE", {
    timeZone: more.timeZone ?? "Europe/Moscow",
    dateStyle: "short",
    timeStyle: "medium",
  });
  return zone.format(Math.round((instant + found.days * 86_400_000) / 1000) * 1000);
}

describe("the norm of an appeal", () => {
  it("is that of the first rule that fits its channel, regime, topic and day of receipt", () => {
    const finder = finderOf([
      { topic: "heating", from: "2026-10-01", until: "2027-04-30", amount: 3 },
      { topic: "utilities", amount: 8 },
      { regime: "59-ФЗ", amount: 30 },
      { channel: "social", amount: 9 },
    ]);
    const rules = (changes: Partial<NormedAppeal>) => finder.of(appeal(changes), "closing")?.rule ?? null;
    expect(rules({})).toBe(0);
    expect(rules({ received: date("2026-09-30") })).toBe(1);
    expect(rules({ received: date("2027-05-01") })).toBe(1);
    expect(rules({ topic: "roads" })).toBe(2);
    expect(rules({ topic: "", source: "incidents", channel: "social" })).toBe(3);
    expect(rules({ topic: "roads", source: "incidents" })).toBeNull();
    expect(finder.of(appeal(), "first-reply")).toBeNull();
    expect(rules({ received: date("1900-01-01") })).toBeNull();
  });

  it("in days lasts to the end of its last day, whatever the hour of receipt and the clocks of the zone", () => {
    expect(lastMoment({}, {})).toBe("2026-11-04");
    expect(lastMoment({}, { received: minute("2026-10-05T10:00+03:00") })).toBe("2026-11-04 23:59:59");
    expect(lastMoment({}, { received: minute("2026-10-05T23:59+03:00") })).toBe("2026-11-04 23:59:59");
    // Volgograd turned its clocks back an hour on 27 December 2020, Berlin forward on 29 March 2026.
    expect(lastMoment({}, { received: minute("2020-12-20T10:00+04:00") }, { timeZone: "Europe/Volgograd" })).toBe(
      "2021-01-19 23:59:59",
    );
    expect(lastMoment({}, { received: minute("2026-03-10T10:00+01:00") }, { timeZone: "Europe/Berlin" })).toBe(
      "2026-04-09 23:59:59",
    );
  });

  it("in hours is elapsed time", () => {
    expect(lastMoment({ amount: 24, unit: "hours" }, { received: minute("2026-10-05T10:15+03:00") })).toBe(
      "2026-10-06 10:15:00",
    );
    expect(finderOf([{ amount: 24, unit: "hours" }]).of(appeal(), "closing")!.days).toBe(1);
  });

  it("in working days leaves out days off, the day of receipt and no working Saturday", () => {
    expect(lastMoment({ amount: 1, unit: "working-days" }, { received: date("2025-12-31") })).toBe("2026-01-12");
    expect(lastMoment({ amount: 3, unit: "working-days" }, { received: minute("2026-11-05T17:00+03:00") })).toBe(
      "2026-11-09 23:59:59",
    );
  });

  it("in working hours runs while offices are open", () => {
    const hours = (amount: number, received: string, workingHours?: string[]) =>
      lastMoment({ amount, unit: "working-hours" }, { received: minute(received) }, workingHours && { workingHours });
    expect(hours(4, "2026-10-05T10:00+03:00")).toBe("2026-10-05 14:00:00");
    expect(hours(4, "2026-10-05T16:30+03:00")).toBe("2026-10-06 11:30:00");
    expect(hours(4, "2026-10-09T22:00+03:00")).toBe("2026-10-12 13:00:00");
    expect(hours(4, "2026-10-05T11:00+03:00", ["09:00-13:00", "14:00-18:00"])).toBe("2026-10-05 16:00:00");
    // Without the hour of receipt: as many whole working days as hold them.
    expect(lastMoment({ amount: 10, unit: "working-hours" }, { received: date("2026-10-09") })).toBe("2026-10-13");
  });

  it("counts working hours as a clock that is looked at every minute would", () => {
    const time = localTime("Europe/Moscow");
    const first = dayOfIsoDate("2025-12-20");
    const isOpen = (instant: number): boolean => {
      const day = time.dayOf(instant);
      const minutes = (instant - time.instantOf(day, 0)) / 60_000;
      return calendar.isWorking(day) && ((minutes >= 540 && minutes < 780) || (minutes >= 840 && minutes < 1080));
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 1440 }), fc.integer({ min: 1, max: 20 }), (since, amount) => {
        const received = { day: first + Math.floor(since / 1440), instant: time.instantOf(first, since) };
        const found = finderOf([{ amount, unit: "working-hours" }], {
          workingHours: ["09:00-13:00", "14:00-18:00"],
        }).of(appeal({ received }), "closing")!;
        let left = amount * 60;
        let at = received.instant;
        for (; left > 0; at += 60_000) if (isOpen(at)) left--;
        expect(Math.round(found.days * 1440)).toBe((at - received.instant) / 60_000);
      }),
      { numRuns: 40 },
    );
  });

  it("may be counted from registration, and from receipt where none is known", () => {
    expect(lastMoment({ start: "registered" }, { registered: date("2026-10-07") })).toBe("2026-11-06");
    expect(lastMoment({ start: "registered" }, { registered: null })).toBe("2026-11-04");
    expect(
      lastMoment(
        { start: "registered" },
        { received: minute("2026-10-05T10:00+03:00"), registered: minute("2026-10-07T12:00+03:00") },
      ),
    ).toBe("2026-11-06 23:59:59");
  });

  it("is extended to the deadline that the source tells, and no further than the rule allows", () => {
    expect(lastMoment({ extension: 30 }, { planned: date("2026-11-20") })).toBe("2026-11-20");
    expect(lastMoment({ extension: 30 }, { planned: date("2027-11-20") })).toBe("2026-12-04");
    expect(lastMoment({ extension: 30 }, { planned: date("2026-10-20") })).toBe("2026-11-04");
    expect(lastMoment({ extension: 30 }, { planned: null })).toBe("2026-11-04");
    expect(lastMoment({}, { planned: date("2026-11-20") })).toBe("2026-11-04");
  });

  it("names the years of the calendar that it rests on, and none for calendar days", () => {
    const finder = finderOf([{ amount: 3, unit: "working-days", channel: "letter" }, {}]);
    finder.of(appeal({ channel: "social", received: date("2019-05-01") }), "closing");
    finder.of(appeal({ received: date("2026-12-30") }), "closing");
    expect(finder.calendarYears()).toEqual([2026, 2027]);
  });
});
