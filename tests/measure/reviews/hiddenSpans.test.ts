import "../../propertyRuns.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenSpans, type MonthSpan } from "../../../src/measure/reviews/hiddenSpans.ts";

const shown = 5;
const span = (first: number, last: number): MonthSpan => ({ first, last });

test("a quarter with one hidden month is hidden, since its other months are public", () => {
  const quarter = span(0, 3);
  expect(hiddenSpans([40, 3, 40], shown, [], [quarter])).toEqual(new Set([quarter]));
});

test("a quarter with several hidden months is shown where enough people stand in all of them together", () => {
  expect(hiddenSpans([40, 3, 4], shown, [], [span(0, 3)])).toEqual(new Set());
});

test("a half-year that a quarter and the year would be subtracted from is hidden", () => {
  const [year, half, quarter] = [span(0, 6), span(0, 4), span(4, 6)];
  // In the year 8 stand in hidden months, in the half 5, so in what is left of the year 3.
  expect(hiddenSpans([3, 2, 9, 9, 3, 9], shown, [], [year, half, quarter])).toEqual(new Set([half, quarter]));
});

test("nothing is hidden where no month is", () => {
  expect(hiddenSpans([40, 50, 0], shown, [], [span(0, 3), span(0, 2)])).toEqual(new Set());
});

test("what overlaps what is published anyway is hidden too", () => {
  const quarter = span(1, 4);
  expect(hiddenSpans([3, 4, 4, 9], shown, [span(0, 4)], [quarter])).toEqual(new Set([quarter]));
});

/** Whether a row can be made of others, by elimination in exact fractions of small whole numbers. */
function isMadeOf(rows: readonly (readonly number[])[], wanted: readonly number[]): boolean {
  const basis: number[][] = [];
  const reduce = (row: readonly number[]): number[] => {
    const rest = [...row];
    for (const base of basis) {
      const pivot = base.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = rest[pivot]! / base[pivot]!;
      base.forEach((value, at) => (rest[at]! -= factor * value));
    }
    return rest;
  };
  for (const row of rows) {
    const rest = reduce(row);
    if (rest.some((value) => Math.abs(value) > 1e-9)) basis.push(rest);
  }
  return reduce(wanted).every((value) => Math.abs(value) < 1e-9);
}

test("no adding and subtracting of what is shown tells of fewer people than are shown anywhere", () => {
  const months = 8;
  const spans = fc
    .tuple(fc.nat({ max: months - 1 }), fc.integer({ min: 1, max: months }))
    .filter(([first, last]) => first < last)
    .map(([first, last]) => span(first, last));
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 7 }), { minLength: months, maxLength: months }),
      fc.array(spans, { minLength: 1, maxLength: 8 }),
      (received, wanted) => {
        const hidden = hiddenSpans(received, shown, [], wanted);
        const unit = (at: number): number[] => received.map((_, month) => (month === at ? 1 : 0));
        const known = [
          ...received.flatMap((count, month) => (count === 0 || count >= shown ? [unit(month)] : [])),
          ...wanted
            .filter((one) => !hidden.has(one))
            .map(({ first, last }) => received.map((_, month) => (month >= first && month < last ? 1 : 0))),
        ];
        const small = received.flatMap((count, month) => (count > 0 && count < shown ? [month] : []));
        for (let set = 1; set < 1 << small.length; set++) {
          const group = small.filter((_, bit) => (set >> bit) & 1);
          const people = group.reduce((sum, month) => sum + received[month]!, 0);
          if (people >= shown) continue;
          expect(
            isMadeOf(
              known,
              received.map((_, month) => (group.includes(month) ? 1 : 0)),
            ),
            JSON.stringify({ received, wanted, group }),
          ).toBe(false);
        }
      },
    ),
  );
});
