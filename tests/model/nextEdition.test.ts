import { expect, test } from "vitest";
import { nextEditionAfter, nextEditionSchema } from "../../src/model/nextEdition.ts";

test.each([
  ["2026-10-24", "weekly", "2026-10-31"],
  ["2026-12-28", "weekly", "2027-01-04"],
  ["2026-10-15", "monthly", "2026-11-15"],
  // What comes at the end of a month comes at the end of the next, however long they are.
  ["2026-10-31", "monthly", "2026-11-30"],
  ["2026-02-28", "monthly", "2026-03-31"],
  ["2027-01-30", "monthly", "2027-02-28"],
  ["2026-11-30", "quarterly", "2027-02-28"],
  ["2026-10-31", "2026-12-05", "2026-12-05"],
] as const)("after %s, %s, the next edition comes on %s", (edition, promised, next) => {
  expect(nextEditionAfter(edition, promised)).toBe(next);
});

test("nothing is promised where nothing is said, nor where the day is over", () => {
  expect(nextEditionAfter("2026-10-31", undefined)).toBeNull();
  expect(nextEditionAfter("2026-10-31", "2026-10-31")).toBeNull();
});

test("a promise is a day that exists, or a rhythm", () => {
  for (const wrong of ["2026-02-30", "daily", ""]) expect(nextEditionSchema.safeParse(wrong).success).toBe(false);
});
