import { expect, test } from "vitest";
import { sitemap } from "../../../src/publish/share/sitemap.ts";

const root = "https://example.org/otklik/";
const addresses = (count: number): string[] => Array.from({ length: count }, (_, at) => `${root}appeals/${at}/`);
const locations = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);

test("the index names the files, the files name every page once, each with the day of the edition", () => {
  const files = sitemap(addresses(7), "2026-10-31", root, 3);
  expect(Object.keys(files)).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
  expect(locations(files["sitemap.xml"]!)).toEqual([1, 2, 3].map((part) => `${root}sitemap-${part}.xml`));
  expect([1, 2, 3].flatMap((part) => locations(files[`sitemap-${part}.xml`]!))).toEqual(addresses(7));
  for (const xml of Object.values(files))
    expect(xml.match(/<lastmod>2026-10-31<\/lastmod>/g)).toHaveLength(locations(xml).length);
});

test("no file holds more than 50,000 addresses", () => {
  const files = sitemap(addresses(50_001), "2026-10-31", root);
  expect(Object.values(files).map((xml) => locations(xml).length)).toEqual([2, 50_000, 1]);
});

test("an address is written as XML wants it", () => {
  expect(sitemap([`${root}?a&b`], "2026-10-31", root)["sitemap-1.xml"]).toContain("?a&amp;b");
});
