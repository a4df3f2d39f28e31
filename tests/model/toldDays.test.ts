import { expect, test } from "vitest";
import { toldDays } from "../../src/model/toldDays.ts";
import { daysFollowed } from "../../src/model/followed.ts";
import { parseMoment } from "../../src/model/moment.ts";

const told = (from: string, to: string): number => toldDays(daysFollowed(parseMoment(from), parseMoment(to)), from, to);

test("appeals of one day have waited the same number of days, whatever the hour", () => {
  const until = "2026-10-31T22:10+03:00";
  for (const hour of ["00:05", "09:30", "22:30", "23:59"]) expect(told(`2025-09-01T${hour}+03:00`, until)).toBe(425);
  expect(told("2025-09-02T00:01+03:00", until)).toBe(424);
  expect(told("2025-09-01", "2026-10-31")).toBe(425);
});

test("days are those of the calendar where clocks were put back in between", () => {
  expect(told("2026-10-10T10:00+02:00", "2026-11-10T09:00+01:00")).toBe(31);
});

test("a wait of less than ten days keeps its hours", () => {
  expect(told("2026-10-01T10:00+03:00", "2026-10-10T22:00+03:00")).toBe(9.5);
  expect(told("2026-10-01T22:00+03:00", "2026-10-11T22:00+03:00")).toBe(10);
});
