import fc from "fast-check";
import { expect, test } from "vitest";
import { isNarrowed, onlyOf, readState, writeState, type SearchState } from "../../../src/search/read/addressState.ts";
import { noFilters } from "../../../src/search/read/filters.ts";

const code = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6})?$/);
const codes = fc.uniqueArray(code, { maxLength: 3 });
const date = fc.option(
  fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
);
const state: fc.Arbitrary<SearchState> = fc.record({
  typed: fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => text.trim()),
  filters: fc.record({
    agency: codes,
    topic: codes,
    place: codes,
    channel: codes,
    outcome: codes,
    wait: codes,
    rating: codes,
    replies: codes,
    from: date,
    to: date,
  }),
  order: fc.constantFrom("newest", "relevance"),
  shown: fc.integer({ min: 1, max: 50 }).map((pages) => pages * 20),
});

test("a state survives its address", () => {
  fc.assert(
    fc.property(state, (written) => {
      expect(readState(new URLSearchParams(writeState(written).toString()))).toEqual(written);
    }),
  );
});

test("an address of any content is read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
      const { shown, filters } = readState(
        new URLSearchParams({ q: text, agency: text, from: text, show: text, sort: text, year: text }),
      );
      expect(shown).toBeGreaterThanOrEqual(20);
      expect(filters.from === null || !Number.isNaN(Date.parse(filters.from))).toBe(true);
    }),
  );
});

test("a year is short for its first and last day", () => {
  expect(readState(new URLSearchParams("year=2026")).filters).toEqual({
    ...noFilters,
    from: "2026-01-01",
    to: "2026-12-31",
  });
});

test("an address without a question asks for nothing", () => {
  expect(writeState(readState(new URLSearchParams(""))).toString()).toBe("");
  expect(isNarrowed(readState(new URLSearchParams("show=40&sort=relevance")))).toBe(false);
  expect(isNarrowed(readState(new URLSearchParams("q=яма")))).toBe(true);
});

test("only where one agency is chosen and nothing else does its feed hold what is shown", () => {
  const only = (address: string) => onlyOf("agency", readState(new URLSearchParams(address)));
  expect(["agency=gzhi", "agency=gzhi&sort=relevance&show=60"].map(only)).toEqual(["gzhi", "gzhi"]);
  for (const address of [
    "",
    "topic=roads",
    "agency=gzhi&agency=minobr",
    "agency=gzhi&q=яма",
    "agency=gzhi&outcome=acted",
    "agency=gzhi&wait=late",
    "agency=gzhi&from=2026-01-01",
  ])
    expect(only(address), address).toBeNull();
});
