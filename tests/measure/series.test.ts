import { describe, expect, it } from "vitest";
import { firstDayOfMonth, isoMonth, lastDayOfMonth, monthOfDay } from "../../src/measure/civilMonth.ts";
import { longestSeries, seriesOf } from "../../src/measure/series.ts";
import { dayOfIsoDate, isoDateOfDay } from "../../src/model/moment.ts";
import { sampleColumns } from "./sampleColumns.ts";

describe("a civil month", () => {
  it("has its first and last day, in leap years too", () => {
    const february = monthOfDay(dayOfIsoDate("2028-02-10"));
    expect([
      isoMonth(february),
      isoDateOfDay(firstDayOfMonth(february)),
      isoDateOfDay(lastDayOfMonth(february)),
    ]).toEqual(["2028-02", "2028-02-01", "2028-02-29"]);
    expect(isoMonth(monthOfDay(dayOfIsoDate("2025-12-31")) + 1)).toBe("2026-01");
    expect(isoMonth(monthOfDay(dayOfIsoDate("1969-12-31")))).toBe("1969-12");
  });
});

describe("the series of months", () => {
  const exportDay = dayOfIsoDate("2026-10-31");

  it("is cut to twenty years, and an appeal outside it keeps a place of its own", () => {
    const series = seriesOf(
      sampleColumns(
        [{ received: dayOfIsoDate("1926-01-01") }, { received: exportDay }, { received: exportDay + 1 }],
        exportDay,
      ),
      exportDay,
    );
    expect(series.length).toBe(longestSeries);
    expect([...series.slot]).toEqual([0, longestSeries, longestSeries + 1]);
  });

  it("marks a month in which one channel's data begin, for that channel only", () => {
    const days = Array.from({ length: 91 }, (_, i) => dayOfIsoDate("2026-08-01") + i);
    const letters = days.map((received) => ({ received, channel: "letter" as const }));
    const social = days.slice(45).map((received) => ({ received, channel: "social" as const }));
    const columns = sampleColumns([...letters, ...social], exportDay);
    const series = seriesOf(columns, exportDay);
    expect(series.complete).toEqual([true, true, true]);
    expect(columns.lists.channels).toEqual(["letter", "social"]);
    expect(series.completeByChannel).toEqual([
      [true, true, true],
      [false, false, true],
    ]);
  });
});
