import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { CompareCard } from "../../src/site/compare/compareCard.ts";
import { foldersIn, openPortal, type OpenPortal, type Visit } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const codes = foldersIn(inject("demoSite"), "agencies");
const cardOf = (code: string) =>
  JSON.parse(readFileSync(join(inject("demoSite"), "compare", `${code}.json`), "utf8")) as CompareCard;
const cells = ({ page }: Visit) => page.locator("[data-compare-result] > table td b").allTextContents();
const shown = ({ page }: Visit) => page.locator("[data-compare-result] > table thead a").allTextContents();

test("an address sets its agencies side by side, with the figures of their files", async () => {
  const four = [codes[0]!, codes[5]!, codes[11]!, codes[30]!];
  const visit = await portal.visit(`compare/?${four.map((code, index) => `${"abcd"[index]}=${code}`).join("&")}`);
  await visit.page.waitForSelector("[data-compare-result]:not([hidden])");
  const cards = four.map(cardOf);
  expect(await shown(visit)).toEqual(cards.map(({ name }) => name));
  expect((await cells(visit)).slice(0, 4)).toEqual(cards.map(({ groups }) => groups[0]!.rows[0]!.text));
  await visit.page.waitForSelector("[data-compare-result] canvas");
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("by keyboard alone two agencies are chosen, the address can be shared, and back undoes the choice", async () => {
  const visit = await portal.visit("compare/");
  const { page } = visit;
  expect(await page.isVisible("[data-compare-result]")).toBe(false);
  await page.locator("select").first().focus();
  const names = (await page.locator("select").first().locator("option").allTextContents()).slice(1);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector("[data-compare-status]")?.textContent !== "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelectorAll("[data-compare-result] > table thead a").length === 2);
  expect(await shown(visit)).toEqual([names[0], names[1]]);
  expect(await page.title()).toContain(names[0]);
  const address = page.url();
  const other = await portal.visit(address.slice(portal.address.length));
  await other.page.waitForSelector("[data-compare-result]:not([hidden])");
  expect(await cells(other)).toEqual(await cells(visit));
  await other.close();
  await page.goBack();
  expect(page.url()).not.toBe(address);
  await visit.close();
});

test("a choice of nobody known, and a file that cannot be had, are told", async () => {
  const unknown = await portal.visit("compare/?a=%3Cimg%20src=x%3E&b=nobody");
  expect(await unknown.page.isVisible("[data-compare-result]")).toBe(false);
  expect(await unknown.page.locator("main img").count()).toBe(0);
  expect(unknown.faults).toEqual([]);
  await unknown.close();
  const visit = await portal.visit("compare/");
  await visit.context.route("**/compare/*.json", (route) => route.fulfill({ status: 404 }));
  await visit.page.locator("select").first().selectOption(codes[0]!);
  await visit.page.locator("select").nth(1).selectOption(codes[1]!);
  await visit.page.waitForFunction(() =>
    document.querySelector("[data-compare-status]")?.textContent?.includes("Не\u00a0удалось"),
  );
  await visit.close();
});

test("with JavaScript off the page says so and shows every agency", async () => {
  const visit = await portal.visit(`compare/?a=${codes[0]}&b=${codes[1]}`, { javaScriptEnabled: false });
  expect(await visit.page.locator("#all").count()).toBe(1);
  expect(await visit.page.locator("section tbody tr").count()).toBe(codes.length);
  // Each row says by which channel and deadline its shares are, and words in place of figures have their reason.
  const all = (await visit.page.innerText("section[aria-labelledby=all]")).replace(/\u00a0|\u202f/gu, " ");
  expect(all).toMatch(/Социальные сети, срок: 24 часа[^]*Письма, срок: 30 дней/u);
  expect(all).toMatch(/Вместо чисел: «скрыто» — меньше 5 обращений/u);
  expect(await visit.page.textContent("noscript")).toBeTruthy();
  await visit.close();
});
