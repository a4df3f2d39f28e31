import { expect, test } from "vitest";
import { type MeasuredSize, numbersTable } from "../../scripts/bench/build/numbersTable.ts";

const size = (appeals: number, seconds: number, more: Partial<MeasuredSize> = {}): MeasuredSize => ({
  appeals,
  isOneLanguage: false,
  full: { seconds, processors: 2 * seconds },
  verify: { seconds: seconds / 10, processors: seconds / 4 },
  again: {},
  peak: null,
  files: 1,
  onDisk: 1,
  ...more,
});

test("what was measured is held against its floor and its goal, by the clock and by the processors", () => {
  const again = { lately: { seconds: 14, processors: 70 }, anywhere: { seconds: 45, processors: 60 } };
  expect(
    numbersTable([size(100_000, 100, { again })])
      .slice(1)
      .map((line) => line.split(/ {2,}/u)),
  ).toEqual([
    ["100000 appeals, two languages: full", "100 s", "200 s", "120 s", "75 s", "floor / MISSED"],
    [
      "100000 appeals, two languages: verify, of the full build",
      "10.0 %",
      "12.5 %",
      "15.0 %",
      "8.0 %",
      "floor / floor",
    ],
    [
      "100000 appeals, two languages: after 1 % changed lately, of the full build",
      "14.0 %",
      "35 %",
      "30 %",
      "15.0 %",
      "goal / MISSED",
    ],
    [
      "100000 appeals, two languages: after 1 % changed anywhere, of the full build",
      "45 %",
      "30 %",
      "40 %",
      "25 %",
      "MISSED / floor",
    ],
  ]);
});

test("a million is held against its files and memory, and growth against the tenth of it", () => {
  const large = size(1_000_000, 1200, { isOneLanguage: true, peak: 2_800, files: 70_000, onDisk: 4e9 });
  const lines = numbersTable([size(100_000, 100, { isOneLanguage: true }), size(10_000, 20), large]);
  expect(
    lines.filter((line) => /files|largest|growth/u.test(line)).map((line) => line.split(/ {2,}/u).slice(1)),
  ).toEqual([
    ["2800 MB", "–", "3000 MB", "2500 MB", "floor / –"],
    ["70000", "–", "60000", "60000", "MISSED / –"],
    ["12.0 ×", "12.0 ×", "11.0 ×", "10.0 ×", "MISSED / MISSED"],
  ]);
});

test("where the system tells no seconds of processors, the clock alone is held", () => {
  const unknown = { seconds: 100, processors: NaN };
  expect(numbersTable([size(100_000, 100, { full: unknown, verify: unknown })])[1]).toMatch(
    /100 s +– +120 s +75 s +floor \/ –$/u,
  );
});
