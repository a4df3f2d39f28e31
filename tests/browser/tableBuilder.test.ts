import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readFacts } from "../../src/edition/readEdition.ts";
import { findSubject, subjectsOf } from "../../src/model/subjectsOfFacts.ts";
import { readWorkbook } from "../documents/readWorkbook.ts";
import { createTelling } from "../../src/words/telling.ts";
import { loadAxe, objectionsTo } from "./axe.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const facts = readFacts(inject("demoEdition"));
const { figureText } = createTelling(facts);
const agencies = subjectsOf(facts, "agency")
  .slice(0, 12)
  .map(({ code }) => code);
const cells = ({ page }: Visit): Promise<string[][]> =>
  page
    .locator("[data-table-result] tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.firstChild?.textContent ?? "")),
    );
const shown = async ({ page }: Visit): Promise<void> =>
  page.waitForSelector("[data-table-result]:not([hidden]) tbody tr").then(() => undefined);

test("an address is a table of the figures that the pages state, and its files hold them", async () => {
  const visit = await portal.visit(`data/table/?agency=${agencies.join(",")}&f=received,open,rating_mean`);
  await shown(visit);
  const told = new Map(
    agencies.map((code) => {
      const { received, open, rating } = findSubject(facts, "agency", code)!.periods.year.measures;
      return [
        code,
        [figureText.count(received), figureText.count(open), figureText.mean(rating)].map(({ text }) => text),
      ];
    }),
  );
  expect((await cells(visit)).sort()).toEqual([...told.values()].sort());
  for (const code of agencies.slice(0, 3))
    expect(readFileSync(join(inject("demoSite"), "agencies", code, "index.html"), "utf8")).toContain(
      told.get(code)![0],
    );
  const take = async (form: string): Promise<Buffer> => {
    const [file] = await Promise.all([visit.page.waitForEvent("download"), visit.page.click(`[data-take="${form}"]`)]);
    return readFileSync(await file.path());
  };
  const csv = Papa.parse<Record<string, string>>((await take("csv")).toString("utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
  for (const row of csv) {
    const { received } = findSubject(facts, "agency", row["code"]!)!.periods.year.measures;
    expect(Number(row["received"])).toBe(received.state === "exact" ? received.value : Number.NaN);
  }
  const [sheet] = readWorkbook(await take("xlsx"));
  expect(sheet!.rows).toHaveLength(csv.length + 1);
  expect(visit.faults).toEqual([]);
  expect(visit.page.url()).not.toContain("&e=");
  expect(await visit.page.getAttribute("[data-table-link]", "href")).toContain(`e=${facts.edition.date}`);
  await visit.close();
});

test("a table is made by keyboard alone, and the address that it gets shows it again", async () => {
  const visit = await portal.visit("data/table/", { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  const { page } = visit;
  await page.waitForSelector("[data-table-builder]:not([hidden])");
  await page.locator("[data-dimension='topic'] summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("отоп");
  await page.locator("[data-dimension='topic'] label:not([hidden]) input[type='checkbox']").first().focus();
  await page.keyboard.press("Space");
  await page.locator("input[value='months']").focus();
  await page.keyboard.press("Space");
  await shown(visit);
  const table = await cells(visit);
  expect(table).toHaveLength(12);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await page.locator("[data-table-result] th:not([scope])").count()).toBe(0);
  await loadAxe(page);
  expect(await objectionsTo(page)).toEqual([]);
  const again = await portal.visit(page.url().slice(portal.address.length));
  await shown(again);
  expect(await cells(again)).toEqual(table);
  await again.close();
  await visit.close();
});

test("an address of another edition says so, and shows no other numbers unasked", async () => {
  const old = "2026-09-30";
  const path = `data/table/?agency=${agencies[0]}&f=received&e=${old}`;
  const gone = await portal.visit(path);
  await gone.page.waitForSelector("[data-table-edition]:not([hidden])");
  expect(await gone.page.textContent("[data-table-edition]")).toContain("30\u00a0сентября");
  expect(await gone.page.locator("[data-table-result]").isVisible()).toBe(false);
  expect(await gone.page.getAttribute("[data-table-edition] a:last-child", "href")).toContain(`/editions/${old}/`);
  // Before anything that could be chosen, with the figures of that edition as they were.
  expect((await gone.page.locator("[data-table-edition]").boundingBox())?.y).toBeLessThan(
    (await gone.page.locator("form[data-table-form]").boundingBox())?.y ?? 0,
  );
  const figures = await gone.page.getAttribute("[data-table-edition] a[href$='figures.csv']", "href");
  expect(figures).toContain(`/data/editions/${old}/`);
  expect(existsSync(join(inject("demoSite"), new URL(figures!, portal.address).pathname))).toBe(true);
  expect(gone.faults).toEqual([]);
  await gone.page.click(`[data-table-edition] a[href*="e=${facts.edition.date}"]`);
  await shown(gone);
  expect(await gone.page.textContent("[data-table-cite]")).toContain(facts.edition.date.slice(0, 4));
  await gone.close();
  // What never was an edition is said to be none, and is forgotten once the reader chooses among what is there.
  for (const never of ["2026-13-77", "2999-01-31"]) {
    const lost = await portal.visit(path.replace(old, never));
    await lost.page.waitForSelector("[data-table-edition]:not([hidden])");
    expect(await lost.page.textContent("[data-table-edition]")).toContain("которого на портале не было");
    expect(await lost.page.locator("[data-table-edition] a").count()).toBe(1);
    await lost.page.click(".button[type=submit]:has-text('Показать таблицу')");
    await shown(lost);
    expect(await lost.page.locator("[data-table-edition]").isVisible()).toBe(false);
    expect(lost.faults).toEqual([]);
    await lost.close();
  }
  // As a site has it that took the edition before over: other numbers, under its own date.
  const site = inject("demoSite");
  const newest = facts.edition.date;
  const kept = await portal.visit("data/table/");
  await kept.context.route(`**/api/v1/table/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith("/editions.json")) return route.fulfill({ json: { editions: [old, newest] } });
    const file = readFileSync(join(site, pathname.replace(`/${old}/`, `/${newest}/`)), "utf8");
    const body = file.replaceAll(newest, old).replace(/"year":\d+,/gu, '"year":7654,');
    return route.fulfill({ contentType: "application/json", body: pathname.includes(old) ? body : file });
  });
  await kept.page.goto(portal.address + path);
  await shown(kept);
  expect(await cells(kept)).toEqual([["7\u00a0654"]]);
  expect(await kept.page.textContent("[data-table-edition]")).toContain("больше не\u00a0меняются");
  await kept.page.click("[data-table-edition] a");
  await shown(kept);
  expect(await cells(kept)).not.toEqual([["7\u00a0654"]]);
  await kept.close();
});

test("without JavaScript the ready tables are there", async () => {
  const visit = await portal.visit("data/table/", { javaScriptEnabled: false });
  expect(await visit.page.isVisible("noscript p")).toBe(true);
  expect(await visit.page.isVisible("[data-table-builder]")).toBe(false);
  expect(await visit.page.locator("#ready").count()).toBe(1);
  expect(await visit.page.locator("main a[download]").count()).toBeGreaterThan(8);
  await visit.close();
});
