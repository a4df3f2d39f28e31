import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOfIsoDate, isoDateOfDay } from "../../../src/model/moment.ts";
import { planShards } from "../../../src/search/write/shardPlan.ts";

const day = (date: string): number => dayOfIsoDate(date);
const counts = fc.dictionary(
  fc.integer({ min: day("2012-01-01"), max: day("2027-12-31") }).map(String),
  fc.integer({ min: 1, max: 40 }),
  { maxKeys: 60 },
);
const asMap = (days: Record<string, number>): Map<number, number> =>
  new Map(Object.entries(days).map(([at, count]) => [Number(at), count]));

test("every appeal is in exactly one shard, in order, and no shard is too big", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 10, max: 100 }), (days, most) => {
      const plan = planShards(asMap(days), most);
      expect(plan.reduce((sum, { count }) => sum + count, 0)).toBe(
        Object.values(days).reduce((sum, count) => sum + count, 0),
      );
      for (const [at, { firstDay, lastDay, part, count }] of plan.entries()) {
        expect(count).toBeLessThanOrEqual(most);
        expect(firstDay).toBeLessThanOrEqual(lastDay);
        const next = plan[at + 1];
        if (next === undefined) continue;
        if (part !== null && next.firstDay === firstDay) expect(next.part?.from).toBe(part.to);
        else expect(next.firstDay).toBeGreaterThan(lastDay);
      }
    }),
  );
});

test("few appeals are one shard", () => {
  const [only, ...others] = planShards(
    new Map([
      [day("1995-05-05"), 3],
      [day("2026-10-31"), 4],
    ]),
    10,
  );
  expect(only).toEqual({ firstDay: day("1995-05-05"), lastDay: day("2026-10-31"), part: null, count: 7 });
  expect(others).toEqual([]);
});

test("appeals that are added at the end change only the last shard", () => {
  // A hundred a month since 2015.
  const months = Array.from({ length: 142 }, (_, month) =>
    day(`${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`),
  );
  const before = new Map(months.slice(0, -1).map((at) => [at, 100]));
  const [plan, next] = [planShards(before, 2000), planShards(new Map([...before, [months.at(-1) ?? 0, 100]]), 2000)];
  expect(plan.length).toBeGreaterThan(5);
  expect(next.slice(0, -1)).toEqual(plan.slice(0, -1));
});

test("what one year gains does not move the borders of the others", () => {
  const days = new Map(Array.from({ length: 365 * 6 }, (_, at) => [day("2019-01-01") + at, 10]));
  const borders = (plan: ReturnType<typeof planShards>): string[] =>
    plan.map(({ firstDay, lastDay }) => `${isoDateOfDay(firstDay)} ${isoDateOfDay(lastDay)}`);
  const before = borders(planShards(days, 1000));
  const after = borders(planShards(new Map([...days, [day("2020-03-05"), 300]]), 1000));
  expect(after).not.toEqual(before);
  expect(after.filter((border) => !border.startsWith("2020"))).toEqual(
    before.filter((border) => !border.startsWith("2020")),
  );
});

test("a single day that is too big is divided by position", () => {
  expect(planShards(new Map([[10, 25]]), 10).map(({ part }) => part)).toEqual([
    { from: 0, to: 8 },
    { from: 8, to: 16 },
    { from: 16, to: 25 },
  ]);
});
