import fc from "fast-check";
import { expect, test } from "vitest";
import { measureAgencies, measureAll } from "../../../src/measure/measure.ts";
import { dayOfIsoDate } from "../../../src/model/moment.ts";
import { sampleColumns } from "../sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const days = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: undefined });
const appeal = fc.record({
  agency: fc.constantFrom("a", "b", "c"),
  topic: fc.constantFrom("roads", "yards"),
  channel: fc.constantFrom("social" as const, "letter" as const),
  outcome: fc.constantFrom("acted" as const, "explained" as const, "refused" as const),
  received: fc.integer({ min: exportDay - 800, max: exportDay }),
  reply: days(60),
  closing: days(90),
});

test("an edition is remembered by the figures of the year that it told, and nothing else is worked out", () => {
  fc.assert(
    fc.property(fc.array(appeal, { minLength: 1, maxLength: 60 }), (appeals) => {
      const columns = sampleColumns(appeals, exportDay);
      const context = { topics: [], minimumShown: 3, exportDay };
      const { subjects, year } = measureAgencies(columns, context);
      const all = measureAll(columns, context);
      expect(year).toEqual(all.periods.year);
      expect(subjects).toEqual(
        all.subjects
          .filter(({ dimension }) => dimension === "region" || dimension === "agency")
          .map(({ dimension, code, periods }) => ({ dimension, code, year: periods.year })),
      );
    }),
    { numRuns: 50 },
  );
});
