import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { citedInBundles } from "../../../src/publish/verify/citedPages.ts";
import { lostAddresses } from "../../../src/publish/verify/lostAddresses.ts";
import { isTooLarge } from "../../../src/publish/verify/sizeBudget.ts";

test("a page, a download and a feed are addresses for good", () => {
  const before = [
    "index.html",
    "overdue/index.html",
    "overdue/by/agency/roads/feed.atom",
    "places/north/index.html",
    "charts/curve.csv",
    "appeals/abc/index.html",
    "data/2026-09-30/agencies.csv",
    "feed.xml",
  ];
  expect(lostAddresses(before, new Set(["index.html"]))).toEqual([
    "appeals/abc/index.html",
    "charts/curve.csv",
    "data/2026-09-30/agencies.csv",
    "feed.xml",
    "overdue/by/agency/roads/feed.atom",
    "overdue/index.html",
    "places/north/index.html",
  ]);
});

test("what pages load or make, packed copies and the further pages of a list are none", () => {
  const before = [
    "_astro/Page.abc.css",
    "search/shard-1/files.json",
    "appeals/2026-10/2/index.html",
    "places/north/heating/index.html",
    "overdue/by/agency/roads/index.html",
    "overdue/all/3/index.html",
    "en/places/north/heating/index.html",
    "places/north/heating/feed.atom",
    "appeals/in/ab.html",
    "index.html.br",
    "SHA256SUMS.minisig",
    "minisign.pub",
    "data/parquet/appeals/year=2024/part-1.parquet",
    "api/v1/table/2026-09-30/all/received.json",
    "open311/v2/requests/2026-10-3.xml",
    "charts/curve.png",
    "en/agencies/north/charts/received.png",
  ];
  expect(lostAddresses(before, new Set())).toEqual([]);
});

test("a page may weigh four megabytes, a table what it likes", () => {
  expect(isTooLarge("index.html", 4_000_001)).toBe(true);
  expect(isTooLarge("index.html", 4_000_000)).toBe(false);
  expect(isTooLarge("data/appeals.csv", 1e9)).toBe(false);
});

test("what is cited of a bundle is each appeal in it, and its notices; of one that both sites have nothing can be lost", () => {
  const folder = mkdtempSync(join(tmpdir(), "otklik-cited-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [older, now] = [join(folder, "older"), join(folder, "now")];
  for (const site of [older, now]) mkdirSync(join(site, "appeals", "in"), { recursive: true });
  const bundle = (...ids: string[]) => ids.map((id) => `<article class="appeal" id="${id}"></article>`).join("\n");
  writeFileSync(join(older, "appeals/in/ab.html"), bundle("abcdefghjk", "abkmnpqrst"));
  writeFileSync(join(older, "appeals/in/ac.html"), bundle("acdefghjkm"));
  writeFileSync(join(now, "appeals/in/ab.html"), bundle("abcdefghjk"));
  linkSync(join(older, "appeals/in/ac.html"), join(now, "appeals/in/ac.html"));
  const files = ["appeals/in/ab.html", "appeals/in/ac.html", "index.html"];
  const cited = citedInBundles(older, files, now);
  expect(cited).toEqual(["appeals/abcdefghjk/index.html", "appeals/abkmnpqrst/index.html"]);
  const answered = new Set([...files, "appeals/abcdefghjk/index.html"]);
  expect(lostAddresses([...files, ...cited], answered)).toEqual(["appeals/abkmnpqrst/index.html"]);
});
