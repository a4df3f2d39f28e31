import { expect, test } from "vitest";
import { createVoice } from "../../src/words/language.ts";
import { countLevel, levelMoved } from "../../src/words/levelMoved.ts";

const value = (one: number): number => one;

test("a level that fell is split where it fell, and told by the range of both parts", () => {
  expect(levelMoved([60, 55, 70, 50, 62, 40, 37, 46, 41], value)).toEqual({
    before: { low: 50, high: 70, mean: 59.4 },
    after: { low: 37, high: 46, mean: 41 },
    way: "less",
    first: 60,
    until: 62,
    from: 40,
    to: 41,
  });
});

test("one that rose is told so, and neither part is shorter than three months", () => {
  expect(levelMoved([1, 1, 1, 1, 9, 9], value)).toMatchObject({
    way: "more",
    before: { low: 1, high: 1 },
    after: { low: 1, high: 9 },
  });
});

test("counts are told by their means: single months of both levels may overlap", () => {
  const { before, after } = levelMoved([70, 104, 80, 90, 60, 59, 98, 61, 63], value)!;
  expect([before, after].map((level) => countLevel(createVoice("ru"))(level).replaceAll("\u00a0", " "))).toEqual([
    "в среднем 86",
    "в среднем 68",
  ]);
});

test("of too few months, and of equal ones, no level is told", () => {
  expect(levelMoved([1, 9, 9, 9, 9], value)).toBeNull();
  expect(levelMoved([5, 5, 5, 5, 5, 5], value)).toBeNull();
});
