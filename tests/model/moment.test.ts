import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween, dayOfIsoDate, formatMoment, isoDateOfDay, parseMoment } from "../../src/model/moment.ts";
import { zoneOffsets } from "../../src/model/zoneOffset.ts";

describe("waiting time between two moments", () => {
  const noon = { day: 20_000, instant: 20_000 * 86_400_000 + 12 * 3_600_000 };

  test("is elapsed time where both hours are known", () => {
    expect(daysBetween(noon, { day: 20_001, instant: noon.instant + 18 * 3_600_000 })).toBe(0.75);
  });

  test("is a number of civil days as soon as one side is a bare date", () => {
    expect(daysBetween(noon, { day: 20_001, instant: null })).toBe(1);
    expect(daysBetween({ day: 20_000, instant: null }, { day: 20_000, instant: null })).toBe(0);
  });
});

describe("published moments", () => {
  test("a bare date stays a bare date", () => {
    expect(formatMoment({ day: dayOfIsoDate("2026-10-03"), instant: null }, 180)).toBe("2026-10-03");
  });

  test("an instant is local time with its offset, without seconds", () => {
    const instant = Date.parse("2026-10-03T14:05:59+03:00");
    expect(formatMoment({ day: dayOfIsoDate("2026-10-03"), instant }, 180)).toBe("2026-10-03T14:05+03:00");
    expect(formatMoment({ day: dayOfIsoDate("2026-10-03"), instant: Date.parse("2026-10-03T01:05:00Z") }, -210)).toBe(
      "2026-10-02T21:35-03:30",
    );
  });

  test("are read back as they were, to the minute", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: -14 * 4, max: 14 * 4 }),
        (day, minute, quarters) => {
          const offset = quarters * 15;
          const instant = day * 86_400_000 + minute * 60_000 - offset * 60_000;
          expect(parseMoment(formatMoment({ day, instant }, offset))).toEqual({ day, instant });
        },
      ),
    );
  });

  test("civil days and ISO dates are each other's inverse", () => {
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => dayOfIsoDate(isoDateOfDay(day)) === day));
  });
});

describe("offsets of a zone", () => {
  test("follow the change to summer time and the moves that Russian regions made", () => {
    const berlin = zoneOffsets("Europe/Berlin");
    expect(berlin(Date.parse("2026-03-29T00:59:00Z"))).toBe(60);
    expect(berlin(Date.parse("2026-03-29T01:00:00Z"))).toBe(120);
    const volgograd = zoneOffsets("Europe/Volgograd");
    expect(volgograd(Date.parse("2020-12-20T00:00:00Z"))).toBe(240);
    expect(volgograd(Date.parse("2021-01-19T00:00:00Z"))).toBe(180);
    expect(zoneOffsets("UTC")(0)).toBe(0);
    expect(zoneOffsets("Asia/Kolkata")(0)).toBe(330);
  });
});
