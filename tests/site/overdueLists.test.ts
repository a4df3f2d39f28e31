import { expect, test } from "vitest";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { overdueAppeals } from "../../src/site/overdue.ts";
import { overdueAges } from "../../src/site/overdueAges.ts";
import { overdueAddress, overdueDimensions, overdueParts } from "../../src/site/overdueLists.ts";
import { appeal, names } from "../search/write/sampleAppeals.ts";

const appeals = Array.from({ length: 230 }, (_, at) =>
  listedAppeal(
    appeal({
      id: `a${String(at)}`,
      received: "2026-01-01",
      firstReplyNorm: 1 + (at % 50),
      topic: at % 3 === 0 ? "holes" : at % 3 === 1 ? "lamps" : null,
      place: at % 2 === 0 ? "kitezh" : "zarechye",
      channel: at % 5 === 0 ? "letter" : "social",
      agency: at % 7 === 0 ? null : "roads",
    }),
  ),
);
const overdue = overdueAppeals(appeals, "2026-10-31");
const parts = overdueParts(overdue, {
  agencies: [],
  topics: names.topics,
  places: names.places,
  channels: [],
} as never);
const idsOf = (address: string): string[] =>
  parts
    .filter(({ of }) => overdueAddress(of) === address)
    .flatMap(({ rows }) => rows.map(({ appeal: { id } }) => id))
    .sort();

test("every overdue appeal stands in the whole list and in each list that it belongs to, once", () => {
  expect(overdue).toHaveLength(appeals.length);
  expect(idsOf("/overdue/all/")).toEqual(appeals.map(({ id }) => id).sort());
  for (const dimension of overdueDimensions)
    for (const code of new Set(appeals.flatMap((one) => one[dimension] ?? [])))
      expect(idsOf(overdueAddress({ dimension, code }))).toEqual(
        appeals
          .filter((one) => one[dimension] === code)
          .map(({ id }) => id)
          .sort(),
      );
});

test("the lists by age hold each appeal once, by how long its norm has run out", () => {
  const byAge = overdueAges.map(({ code, from, to }) => {
    const rows = parts.filter(({ of }) => of?.dimension === "age" && of.code === code).flatMap((part) => part.rows);
    expect(rows.every(({ late }) => late >= from && (to === null || late <= to))).toBe(true);
    return rows.length;
  });
  expect(byAge.reduce((sum, count) => sum + count, 0)).toBe(overdue.length);
  expect(idsOf("/overdue/by/age/year/")).not.toEqual([]);
});

test("a topic has what is below it", () => {
  expect(idsOf("/overdue/by/topic/streets/")).toEqual(
    appeals
      .filter(({ topic }) => topic !== null)
      .map(({ id }) => id)
      .sort(),
  );
});

test("pages of a list follow each other in age, and no two have one address", () => {
  const whole = parts.filter(({ of }) => of === null);
  expect(whole.map(({ page, pages, rows }) => [page, pages, rows.length])).toEqual([
    [1, 3, 100],
    [2, 3, 100],
    [3, 3, 30],
  ]);
  const late = whole.flatMap(({ rows }) => rows.map((row) => row.late));
  expect(late).toEqual(late.toSorted((a, b) => b - a));
  const addresses = parts.map(({ of, page }) => overdueAddress(of, page));
  expect(new Set(addresses).size).toBe(addresses.length);
});
