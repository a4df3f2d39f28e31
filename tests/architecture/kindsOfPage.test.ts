import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { kindsOfPage } from "../browser/portal.ts";

const site = mkdtempSync(join(tmpdir(), "otklik-kinds-"));
afterAll(() => rmSync(site, { recursive: true, force: true }));

function page(path: string): void {
  mkdirSync(join(site, path), { recursive: true });
  writeFileSync(join(site, path, "index.html"), "");
}

test("every page that stands by itself is looked at in a browser, and one of those below it, without being named anywhere", () => {
  for (const section of ["agencies", "topics", "places", "editions", "streets"]) {
    page(section);
    page(`${section}/a`);
    page(`${section}/b`);
  }
  for (const path of ["about", "en", "en/about", "appeals", "appeals/2026-10", "appeals/x1", "appeals/by/agency/a"])
    page(path);
  mkdirSync(join(site, "about", "pictures"));
  mkdirSync(join(site, "data"));
  const kinds = kindsOfPage(site);
  expect(kinds).toEqual(expect.arrayContaining(["streets/", "streets/a/", "about/", "appeals/", "editions/a/"]));
  expect(kinds.filter((path) => path.includes("//"))).toEqual([]);
  for (const path of ["data/", "en/", "about/pictures/", "streets/b/"]) expect(kinds).not.toContain(path);
  expect(new Set(kinds).size).toBe(kinds.length);
});
