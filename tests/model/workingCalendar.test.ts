import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { dayOfIsoDate, isoDateOfDay } from "../../src/model/moment.ts";
import { calendarRowSchema, workingCalendar, workingDeadline } from "../../src/model/workingCalendar.ts";

const folder = join(import.meta.dirname, "../../data/calendars");
const rows = readdirSync(folder)
  .filter((file) => file.startsWith("ru-"))
  .sort()
  .flatMap((file) =>
    Papa.parse(readFileSync(join(folder, file), "utf8"), { header: true, skipEmptyLines: true }).data.map((row) =>
      calendarRowSchema.parse(row),
    ),
  );
const calendar = workingCalendar(rows);

function workingDaysOf(year: number, of = calendar): number {
  let count = 0;
  for (let day = dayOfIsoDate(`${year}-01-01`); day <= dayOfIsoDate(`${year}-12-31`); day++)
    if (of.isWorking(day)) count++;
  return count;
}

describe("the Russian working calendar", () => {
  it("has as many working days as the official production calendars state", () => {
    expect([2024, 2025, 2026].map((year) => workingDaysOf(year))).toEqual([248, 247, 247]);
  });

  it.each([
    ["2024-04-27", true],
    ["2024-04-29", false],
    ["2024-11-02", true],
    ["2024-12-28", true],
    ["2025-05-08", false],
    ["2025-06-13", false],
    ["2025-11-01", true],
    ["2025-11-03", false],
    ["2026-01-09", false],
    ["2026-03-09", false],
    ["2026-05-11", false],
    ["2026-12-31", false],
    ["2026-11-05", true],
  ])("knows %s by its decree", (date, working) => {
    expect(calendar.isWorking(dayOfIsoDate(date))).toBe(working);
  });

  it("names its years without a decree provisional and knows their holidays from the law alone", () => {
    expect([2026, 2027].map((year) => calendar.isProvisional(year))).toEqual([false, true]);
    // In 2023, 4 November was a Saturday: the law itself moves it to Monday the 6th.
    const none = workingCalendar([]);
    expect(none.isWorking(dayOfIsoDate("2023-11-06"))).toBe(false);
    expect(none.isWorking(dayOfIsoDate("2023-11-07"))).toBe(true);
    // The decree for 2023 moved two days of January to 24 February and 8 May; the law alone knows nothing of it.
    expect(workingDaysOf(2023, none)).toBe(247 + 2);
  });
});

describe("a norm in working days", () => {
  it.each([
    // The day of receipt is not counted.
    ["2026-10-05", 3, "2026-10-08"],
    ["2026-10-09", 1, "2026-10-12"],
    // Over the holidays of January 2026: the 12th is the first working day.
    ["2025-12-30", 1, "2026-01-12"],
    // A working Saturday counts.
    ["2025-10-31", 2, "2025-11-05"],
  ])("received on %s, %i working days, runs out on %s", (received, amount, deadline) => {
    expect(isoDateOfDay(workingDeadline(dayOfIsoDate(received), amount, calendar))).toBe(deadline);
  });

  it("is a whole number of days", () => {
    expect(() => workingDeadline(0, 1.5, calendar)).toThrow(RangeError);
    expect(() => workingDeadline(0, 0, calendar)).toThrow(RangeError);
  });
});
