import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { factsSchema } from "../../src/model/facts.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";
import { takeFrame, writeAppealPages } from "../../src/appeals/appealPages.ts";
import { buildSearchIndex } from "../../src/search/write/buildSearchIndex.ts";
import { searchNames } from "../../src/search/write/searchNames.ts";
import { slot } from "../../src/appeals/stamp.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { hostileTexts } from "../appeals/hostileTexts.ts";
import { foldersIn, openPortal, type OpenPortal, type Visit } from "./portal.ts";

let folder: string;
let portal: OpenPortal;
/** One visit to all pages, on a phone: what a page does is seen on it, whichever was open before. */
let visit: Visit;

const appeals = hostileTexts.map((text, at) =>
  appeal({
    id: `hostile-${at}`,
    received: `2026-01-${String(at + 1).padStart(2, "0")}`,
    text: `${text} метка`,
    reply: text,
    topic: null,
    place: null,
    agency: null,
  }),
);

// The demonstration's own pages, with hostile appeals in the place of its own.
beforeAll(async () => {
  const site = inject("demoSite");
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  for (const part of ["_astro", "index.html", "favicon.svg", "display.js"])
    cpSync(join(site, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, "appeals", "page"), { recursive: true });
  cpSync(join(site, "appeals", "index.html"), join(folder, "appeals", "index.html"));
  const any = foldersIn(site, "appeals").find((name) => !/^\d{4}-\d{2}$/.test(name)) ?? "";
  const frame = readFileSync(join(site, "appeals", any, "index.html"), "utf8")
    .replace(/<title>.*?<\/title>/s, `<title>${slot("title")}</title>`)
    .replace(/(<meta name="description" content=)"[^"]*"/, `$1"${slot("description")}"`)
    .replace(
      /(<main[^>]*>).*(<\/main>)/s,
      `$1${slot("body")}<p>${slot("id")} ${slot("month")} ${slot("monthAddress")}</p>$2`,
    );
  writeFileSync(join(folder, "appeals", "page", "index.html"), frame);
  const facts = withRepeats(
    factsSchema.parse(JSON.parse(readFileSync(join(inject("demoEdition"), "facts.json"), "utf8"))),
  );
  await writeAppealPages(() => [appeals], {
    facts,
    siteDir: folder,
    frame: await takeFrame(folder),
    before: null,
    histories: new Map(),
  });
  await buildSearchIndex({
    appeals,
    names: searchNames(facts),
    language: "ru",
    edition: facts.edition.date,
    outDir: join(folder, "search"),
  });
  portal = await openPortal(folder);
  visit = await portal.visit(`appeals/${appeals[0]!.id}/`, { viewport: { width: 360, height: 800 } });
});
afterAll(async () => {
  await visit.close();
  await portal.close();
  rmSync(folder, { recursive: true });
});

test.each(appeals.map(({ id }) => id))("the page of %s shows its text and nothing else happens", async (id) => {
  const { page, faults, goTo } = visit;
  await goTo(`appeals/${id}/`);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(await page.locator("main :is(script, img, iframe, style, svg[onload])").count()).toBe(0);
  expect(await page.textContent("article.appeal")).toContain("метка");
  expect(await page.isVisible("article.appeal h1")).toBe(true);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
});

test("the search shows them all as text", async () => {
  const { page, close } = await portal.visit("appeals/?q=метка", { viewport: { width: 360, height: 800 } });
  await page.waitForSelector('[data-search-results][aria-busy="false"]');
  expect(await page.locator("[data-search-list] > li").count()).toBe(appeals.length);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(await page.locator("[data-search-list] :is(script, img, iframe, style, svg)").count()).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  await close();
});

test.each(['<img src=x onerror="window.hacked=1">', '"><script>window.hacked=1</script>', "{{body}}", "%"])(
  "a hostile query stays a query: %#",
  async (typed) => {
    const { page, close } = await portal.visit(
      `appeals/?${new URLSearchParams({ q: typed, agency: typed, from: typed, show: typed })}`,
    );
    await page.waitForSelector('[data-search-results][aria-busy="false"]');
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator("[data-search] :is(img, iframe)").count()).toBe(0);
    await close();
  },
);

test("a pasted letter of 10,000 characters is searched by its beginning, and its address can be loaded again", async () => {
  const { page, close } = await portal.visit("appeals/");
  await page.fill("#search-q", "метка слово ".repeat(900));
  await page.press("#search-q", "Enter");
  await page.waitForSelector('[data-search-results][aria-busy="false"]');
  expect(await page.textContent("[data-search-status]")).toMatch(/искали\sпо\sего\sначалу/);
  expect(page.url().length).toBeLessThan(8000);
  expect((await page.reload())?.status()).toBe(200);
  await close();
});
