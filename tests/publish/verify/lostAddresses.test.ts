import { expect, test } from "vitest";
import { lostAddresses } from "../../../src/publish/verify/lostAddresses.ts";
import { isTooLarge } from "../../../src/publish/verify/sizeBudget.ts";

test("a page, a download and a feed are addresses for good", () => {
  const before = ["index.html", "appeals/abc/index.html", "data/2026-09-30/agencies.csv", "feed.xml"];
  expect(lostAddresses(before, new Set(["index.html"]))).toEqual([
    "appeals/abc/index.html",
    "data/2026-09-30/agencies.csv",
    "feed.xml",
  ]);
});

test("what pages load, packed copies and the further pages of a list are none", () => {
  const before = [
    "_astro/Page.abc.css",
    "search/shard-1/files.json",
    "appeals/2026-10/2/index.html",
    "index.html.br",
    "SHA256SUMS.minisig",
    "minisign.pub",
    "data/parquet/appeals/year=2024/part-1.parquet",
  ];
  expect(lostAddresses(before, new Set())).toEqual([]);
});

test("a page may weigh four megabytes, a table what it likes", () => {
  expect(isTooLarge("index.html", 4_000_001)).toBe(true);
  expect(isTooLarge("index.html", 4_000_000)).toBe(false);
  expect(isTooLarge("data/appeals.csv", 1e9)).toBe(false);
});
