import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Route } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readAllAppeals, readFacts } from "../../src/edition/readEdition.ts";
import { buildSearchIndex } from "../../src/search/write/buildSearchIndex.ts";
import { openBuilt } from "../../src/search/read/openBuilt.ts";
import { searchNames } from "../../src/search/write/searchNames.ts";
import { byReceipt } from "../../src/search/write/shardRecords.ts";
import { noFilters } from "../../src/search/read/filters.ts";
import type { Manifest } from "../../src/search/format/manifest.ts";
import type { SearchAnswer } from "../../src/search/read/searchAnswer.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";

/** The demonstration portal with a tenth of its appeals in an index of a dozen shards, as portals of many years have it. */

const folder = mkdtempSync(join(tmpdir(), "otklik-many-"));
let portal: OpenPortal;
let manifest: Manifest;

beforeAll(async () => {
  const facts = readFacts(inject("demoEdition"));
  const appeals = readAllAppeals(inject("demoEdition"))
    .filter((_, at) => at % 10 === 0)
    .toSorted(byReceipt);
  const edition = {
    names: searchNames(facts),
    language: facts.portal.language,
    edition: facts.edition.date,
    outDir: folder,
  };
  manifest = await buildSearchIndex({ ...edition, appeals, shardSize: 120 });
  portal = await openPortal(inject("demoSite"));
});
afterAll(async () => {
  await portal.close();
  rmSync(folder, { recursive: true });
});

/** A phrase that the newest shards have often enough, and all others too: it is looked up in their indexes. */
const common = "«добрый день»";

/** The answer of the search itself, run here. */
function truth(typed: string, limit: number, scope: "first" | "all"): Promise<SearchAnswer> {
  return openBuilt(folder).search.run({ typed, filters: noFilters, order: "newest", limit, scope });
}

/** Opens the page with that index. @param hold is given every file of the oldest shard before it is answered */
async function visitMany(address: string, hold: (route: Route) => Promise<"answer" | "done">): Promise<Visit> {
  const visit = await portal.visit("method/");
  const oldest = manifest.shards[0]?.folder ?? "";
  await visit.context.route("**/search/**", async (route) => {
    const path = new URL(route.request().url()).pathname.split("/search/")[1] ?? "";
    if (path.startsWith(oldest) && (await hold(route)) === "done") return;
    await route.fulfill({
      body: readFileSync(join(folder, path)),
      contentType: path.endsWith(".js") ? "text/javascript" : "application/octet-stream",
    });
  });
  await visit.page.goto(portal.address + address);
  return visit;
}

const textOf = async ({ page }: Visit, selector: string): Promise<string> =>
  ((await page.textContent(selector)) ?? "").replaceAll("\u00a0", " ").trim();
const poll = (what: () => Promise<string>) => expect.poll(what);
const status = "[data-search-status]";
const items = "[data-search-list] > li";
const countsShown = ({ page }: Visit): Promise<number> =>
  page.locator("[data-search-count]").evaluateAll((all) => all.filter(({ textContent }) => textContent !== "").length);

/** How many hits to show so that some shards are left to count, but few enough that they are counted unasked. */
async function shownWithFewLeft(typed: string): Promise<number> {
  for (let shown = 20; shown < 200; shown += 20) {
    const { remaining, complete } = await truth(typed, shown, "first");
    if (!complete && remaining > 0 && remaining <= 8) return shown;
  }
  throw new Error("The word is too rare or too frequent for this test");
}

test("of many shards only the newest are searched unasked; all are counted when the reader asks for it", async () => {
  const [first, all] = [await truth(common, 20, "first"), await truth(common, 20, "all")];
  expect(first.remaining).toBeGreaterThan(8);
  expect(first.total).toBeLessThan(all.total);
  const asked = { oldest: 0 };
  const visit = await visitMany(`appeals/?q=${common}`, () => Promise.resolve(((asked.oldest += 1), "answer")));
  await visit.page.waitForSelector('[data-search-results][aria-busy="false"]');
  expect(await visit.page.locator(items).count()).toBe(20);
  expect(await textOf(visit, status)).toMatch(/^Показаны самые новые\. Сколько их всего, не подсчитано\. Подсчитать$/);
  expect(await textOf(visit, "[data-search-more]")).toBe("Показать ещё");
  // A part of the counts would be read as the whole.
  expect(await countsShown(visit)).toBe(0);
  for (const part of ["[data-search-months]", "[data-search-take]"])
    expect(await visit.page.isVisible(part)).toBe(false);
  expect(asked.oldest).toBe(0);

  await visit.page.click(`${status} button`);
  await poll(() => textOf(visit, status)).toMatch(/^По словам нашлось /);
  expect(Number(/\d[\d ]*/.exec(await textOf(visit, status))?.[0].replaceAll(" ", ""))).toBe(all.total);
  expect(asked.oldest).toBeGreaterThan(0);
  expect(await textOf(visit, "[data-search-progress]")).toBe("");
  expect(await countsShown(visit)).toBeGreaterThan(0);
  for (const part of ["[data-search-months]", "[data-search-take]"])
    expect(await visit.page.isVisible(part)).toBe(true);

  // What has been counted is not asked about again.
  const { requests } = visit;
  const before = requests.length;
  await visit.page.click("#facet-agency");
  await visit.page.locator("[name=agency]").first().check();
  await poll(() => textOf(visit, "[data-search-chips]")).not.toBe("");
  expect(await textOf(visit, status)).not.toMatch(/Показаны самые новые/);
  expect(requests.slice(before).filter((address) => address.endsWith(".pf_index"))).toEqual([]);
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("how many appeals have a word is said at once, though only the newest are looked at", async () => {
  const all = await truth("улица", 20, "all");
  const visit = await visitMany("appeals/?q=улица", () => Promise.resolve("answer"));
  await visit.page.waitForSelector('[data-search-results][aria-busy="false"]');
  expect(Number(/\d[\d ]*/.exec(await textOf(visit, status))?.[0].replaceAll(" ", ""))).toBe(all.total);
  expect(visit.requests.filter((address) => address.endsWith(".pf_index"))).toEqual([]);
  expect(await countsShown(visit)).toBe(0);
  await visit.close();
});

test("first hits can be read while the rest is counted; the count is said once, when it is exact", async () => {
  const shown = await shownWithFewLeft(common);
  const all = await truth(common, shown, "all");
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const visit = await visitMany(`appeals/?q=${common}&show=${shown}`, () => held.then(() => "answer" as const));
  await visit.page.waitForSelector('[data-search-results][aria-busy="false"]');
  expect(await visit.page.locator(items).count()).toBe(shown);
  expect(await textOf(visit, status)).toBe("");
  await poll(() => textOf(visit, "[data-search-progress]")).toMatch(/^Считаем, сколько нашлось всего/);
  expect(await visit.page.getAttribute("[data-search-progress]", "role")).toBeNull();
  expect(await countsShown(visit)).toBe(0);
  await visit.page.evaluate(
    ({ status, items }) => {
      const heard: string[] = [];
      const place = document.querySelector(status) as HTMLElement;
      new MutationObserver(() => heard.push(place.textContent)).observe(place, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      const first = document.querySelector(items) as HTMLElement;
      Object.assign(globalThis, { watched: { heard, first, top: first.getBoundingClientRect().top } });
    },
    { status, items },
  );
  release();
  await poll(() => textOf(visit, status)).toMatch(/^По словам нашлось /);
  const kept = await visit.page.evaluate((items) => {
    const { heard, first, top } = (
      globalThis as unknown as { watched: { heard: string[]; first: HTMLElement; top: number } }
    ).watched;
    return {
      heard,
      same: document.querySelector(items) === first,
      moved: Math.abs(first.getBoundingClientRect().top - top),
    };
  }, items);
  expect(kept).toMatchObject({ same: true, moved: 0 });
  expect(kept.heard.map((words) => Number(/\d[\d\s]*/.exec(words)?.[0].replace(/\s/g, "")))).toEqual([all.total]);
  expect(await textOf(visit, "[data-search-progress]")).toBe("");
  await visit.close();
});

test("where counting fails the hits stay, nothing is counted, and it can be tried again", async () => {
  const shown = await shownWithFewLeft(common);
  let isDown = true;
  const visit = await visitMany(`appeals/?q=${common}&show=${shown}`, async (route) => {
    if (isDown) await route.abort();
    return isDown ? "done" : "answer";
  });
  await poll(() => textOf(visit, status)).toMatch(/нет связи/);
  expect(await visit.page.locator(items).count()).toBe(shown);
  expect(await countsShown(visit)).toBe(0);
  isDown = false;
  await visit.page.click(`${status} button`);
  await poll(() => textOf(visit, status)).toMatch(/^По словам нашлось /);
  await visit.close();
});
