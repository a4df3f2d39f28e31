import { expect, test } from "vitest";
import { measureAll } from "../../../src/measure/measure.ts";
import { dayOfIsoDate } from "../../../src/model/moment.ts";
import { sampleColumns, type SampleAppeal } from "../sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const twoYears = Array.from({ length: 760 }, (_, day) => exportDay - day);

test("both years are judged by what was old enough on the same day of the year, and add up from their months", () => {
  const appeals = twoYears.map((received): SampleAppeal => ({
    agency: "roads",
    topic: "holes",
    received,
    // Answered in time in the newer year alone.
    reply: exportDay - received < 365 ? 3 : 12,
    replyNorm: 10,
  }));
  const { shifts, subjects } = measureAll(sampleColumns(appeals, exportDay), {
    topics: [],
    minimumShown: 5,
    exportDay,
  });
  expect(shifts?.days).toEqual({
    from: "2025-11-01",
    to: "2026-10-31",
    beforeFrom: "2024-11-01",
    beforeTo: "2025-10-31",
  });
  const shiftCells = shifts?.cells ?? [];
  expect(shiftCells.map(({ dimension, code, figure }) => [dimension, code, figure])).toEqual([
    ["agency", "roads", "answeredInNorm"],
    ["topic", "holes", "answeredInNorm"],
  ]);
  const [cell] = shiftCells;
  // Of the last ten days nobody knows yet, in either year.
  expect(cell?.now).toEqual({ part: 355, whole: 355 });
  expect(cell?.before).toEqual({ part: 0, whole: 355 });
  expect(cell?.months.reduce((sum, { before }) => sum + (before?.whole ?? 0), 0)).toBe(355);
  const { measures } = subjects.find(({ dimension }) => dimension === "agency")!.periods.year;
  expect(measures.answeredInNorm).toMatchObject(cell!.now);
  expect(measures.yearBefore?.answeredInNorm).toMatchObject(cell!.before);
});

test("of fourteen months the two are set side by side that are there twice, of less nothing", () => {
  const some = (days: number) =>
    measureAll(
      sampleColumns(
        twoYears
          .slice(0, days)
          .map((received): SampleAppeal => ({ agency: "roads", received, reply: 3, replyNorm: 10 })),
        exportDay,
      ),
      { topics: [], minimumShown: 5, exportDay },
    ).shifts;
  expect(some(365 + 61)?.days).toEqual({
    from: "2026-09-01",
    to: "2026-10-31",
    beforeFrom: "2025-09-01",
    beforeTo: "2025-10-31",
  });
  expect(some(365)).toBe(null);
});
