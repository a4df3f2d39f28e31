import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { civilTimeOf } from "../../src/intake/civilTime.ts";
import { dayOfIsoDate, daysBetween, isoDateOfDay, millisecondsPerDay } from "../../src/model/moment.ts";

const local = (zone: string, text: string) => {
  const [date = "", clock = ""] = text.split("T");
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return civilTimeOf(zone).fromLocal(dayOfIsoDate(date), (hour * 60 + minute) * 60_000);
};

// Thirty days later by the clock on the wall, and what that is in elapsed time.
test.each([
  ["Europe/Berlin", "2026-03-20T15:00", "2026-04-19T15:00", 719 * 3_600_000],
  ["Europe/Volgograd", "2020-12-20T12:00", "2021-01-19T12:00", 2_595_600_000],
  ["Europe/Moscow", "2014-10-20T12:00", "2014-11-19T12:00", 30.041666666666668 * millisecondsPerDay],
])("%s: thirty days over a change of the clocks", (zone, start, end, elapsed) => {
  expect(daysBetween(local(zone, start), local(zone, end)) * millisecondsPerDay).toBeCloseTo(elapsed, 3);
});

test("an instant belongs to the civil day of the portal's zone (tz_vectors.csv: midnight_vladivostok)", () => {
  const { day } = civilTimeOf("Asia/Vladivostok").fromInstant(Date.parse("2026-06-30T23:30+03:00"));
  expect(isoDateOfDay(day)).toBe("2026-07-01");
});

test("a time that was skipped moves on, one that came twice is the first", () => {
  expect(new Date(local("Europe/Berlin", "2026-03-29T02:30").instant!).toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(new Date(local("Europe/Berlin", "2026-10-25T02:30").instant!).toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test("the remembered offsets agree with the library on any time of any year", () => {
  const zones = [
    "Europe/Moscow",
    "Europe/Volgograd",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Africa/Casablanca",
  ];
  const clocks = new Map(zones.map((zone) => [zone, civilTimeOf(zone)]));
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: dayOfIsoDate("1990-01-01"), max: dayOfIsoDate("2035-12-31") }),
      fc.integer({ min: 0, max: millisecondsPerDay - 1 }),
      (zone, day, time) => {
        const clock = clocks.get(zone)!;
        const text = new Date(day * millisecondsPerDay + time).toISOString().slice(0, -1);
        const expected = Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
        expect(clock.fromLocal(day, time)).toEqual({ day, instant: expected });
        const zoned = Temporal.Instant.fromEpochMilliseconds(expected).toZonedDateTimeISO(zone);
        expect(clock.fromInstant(expected)).toEqual({
          day: dayOfIsoDate(zoned.toPlainDate().toString()),
          instant: expected,
        });
      },
    ),
    { numRuns: 2000 },
  );
});
