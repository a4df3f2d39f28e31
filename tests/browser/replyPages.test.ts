import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { oneTextAgency } from "../../demo/manner.ts";
import { appealAddress } from "../../src/model/appealBundle.ts";
import type { AnyFacts } from "../../src/model/facts.ts";
import type { Replies } from "../../src/model/replies.ts";
import { markedParagraphs } from "../../src/words/markup.ts";
import { loadAxe, objectionsTo } from "./axe.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";

const site = inject("demoSite");
const { groups } = JSON.parse(readFileSync(join(site, "data", "replies.json"), "utf8")) as Replies;
const largest = groups[0]!;
const { appealBundles } = (JSON.parse(readFileSync(join(site, "data", "facts.json"), "utf8")) as AnyFacts).portal;
/** Of an appeal, from the root of the site. */
const addressOf = (id: string): string => appealAddress(id, appealBundles).slice(1);

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(site);
});
afterAll(() => portal.close());

const phone = { viewport: { width: 360, height: 740 }, colorScheme: "dark" } as const;
const plain = (text: string | null): string => (text ?? "").replaceAll(/\s+/gu, " ").trim();

async function expectClean({ page, faults }: Visit): Promise<void> {
  await loadAxe(page);
  expect(await objectionsTo(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(faults).toEqual([]);
}

test("the page of replies lists agencies by name, and leads to each large group", async () => {
  const visit = await portal.visit("replies/", phone);
  const names = await visit.page.locator("section:has(#agencies) tbody th").allTextContents();
  expect(names.map(plain)).toEqual(names.map(plain).toSorted(new Intl.Collator("ru").compare));
  expect(await visit.page.locator("section:has(#groups) a").first().getAttribute("href")).toContain(largest.id);
  await expectClean(visit);
  await visit.close();
});

test("the front page, the page for the press and an agency's press kit lead to what replies contain", () => {
  const mainOf = (address: string): string =>
    /<main[\s\S]*<\/main>/u.exec(readFileSync(join(site, address, "index.html"), "utf8"))?.[0] ?? "";
  for (const address of ["", "press", "en"])
    expect(mainOf(address), address).toMatch(/href="?[^" >]*\/replies\/[" >]/u);
  expect(mainOf(`press/${oneTextAgency}`)).toContain(`/agencies/${oneTextAgency}/#replies`);
});

test("the page of a group has its sample, the agency's own words, and a link to every appeal", async () => {
  expect(largest.agency).toBe(oneTextAgency);
  const visit = await portal.visit(`replies/${largest.id}/`, phone);
  const { page } = visit;
  expect(plain(await page.locator("h1").textContent())).toContain(String(largest.appeals.length));
  expect(await page.locator("section:has(#statements) time").first().getAttribute("datetime")).toBe("2026-10-28");
  const linked = await page
    .locator("section:has(#appeals) a")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(linked.toSorted()).toEqual(largest.appeals.map((id) => portal.address + addressOf(id)).toSorted());
  await expectClean(visit);
  await visit.close();
  const english = await portal.visit(`en/replies/${largest.id}/`, { viewport: { width: 1280, height: 900 } });
  expect(await english.page.locator("blockquote").first().getAttribute("lang")).toBe("ru");
  await expectClean(english);
  await english.close();
});

test("the page of an agency tells its share, the one text that it sends, and what it says itself", async () => {
  const visit = await portal.visit(`agencies/${oneTextAgency}/`);
  const section = visit.page.locator("section:has(> .head > #replies)");
  expect(plain(await section.textContent())).toMatch(
    /Из \d+ ответов .* почти дословно .* Интервал 95 % — \d.* не обязательно плохой.* Долю повторов нельзя сравнить/u,
  );
  expect(await section.locator(`a[href*="${largest.id}"]`).count()).toBe(1);
  // Every text that the share counts has its link.
  const own = groups.filter(({ agency, isEventNotice }) => agency === oneTextAgency && !isEventNotice);
  expect(await section.locator('a[href*="/replies/"]:not([href$="/replies/"])').count()).toBe(own.length);
  expect(await visit.page.locator("#statements").count()).toBe(1);
  expect(await visit.page.locator("section:has(#reactions) tbody tr").count()).toBeGreaterThan(0);
  await visit.close();
});

test("a notice of one event stands apart from what repeats, and its page says what it is", async () => {
  const notice = groups.find(({ isEventNotice }) => isEventNotice)!;
  const visit = await portal.visit("replies/");
  expect(await visit.page.locator(`section:has(#events) a[href*="${notice.id}"]`).count()).toBe(1);
  expect(await visit.page.locator(`section:has(#groups) a[href*="${notice.id}"]`).count()).toBe(0);
  await visit.close();
  const own = await portal.visit(`replies/${notice.id}/`);
  expect(plain(await own.page.locator("section:has(#sample)").textContent())).toMatch(
    /может быть извещение об одном событии.* Было ли событие, портал не знает/u,
  );
  await own.close();
});

test("the page of an appeal highlights the words of a mark, and leads to the replies that repeat it", async () => {
  const lines = readFileSync(join(site, "data", "appeals.ndjson"), "utf8")
    .trim()
    .split("\n");
  const of = new Map(groups.flatMap(({ id, appeals }) => appeals.map((appeal) => [appeal, id] as const)));
  const appeal = lines
    .map((line) => JSON.parse(line) as { id: string; reply: string; replySpans?: [string, number, number][] })
    .find(({ id, replySpans }) => replySpans !== undefined && of.has(id))!;
  const visit = await portal.visit(addressOf(appeal.id), phone);
  // A page may hold other appeals as well.
  const own = visit.page.locator(appealBundles === undefined ? "article.appeal" : `article[id="${appeal.id}"]`);
  const marked = await own.locator(".appeal-text mark").allTextContents();
  // Words that made several marks are highlighted once.
  const highlighted = markedParagraphs(appeal.reply, appeal.replySpans!)
    .flat()
    .filter(({ names }) => names.length > 0);
  expect(marked).toEqual(highlighted.map(({ text }) => text));
  expect(await own.locator(".appeal-evidence mark").count()).toBeGreaterThan(0);
  expect(await own.locator(".appeal-evidence a").first().getAttribute("href")).toContain(of.get(appeal.id));
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("the search finds the appeals whose reply repeats, as many as the groups hold", async () => {
  const visit = await portal.visit("appeals/?replies=repeated");
  const all = groups
    .filter(({ isEventNotice }) => !isEventNotice)
    .reduce((sum, { appeals }) => sum + appeals.length, 0);
  const found = all.toLocaleString("ru").replaceAll(/\s/gu, " ");
  await visit.page.waitForFunction(
    (number) => document.body.textContent.replaceAll(/\s+/gu, " ").includes(`${number} обращен`),
    found,
  );
  expect(await visit.page.locator("[data-search-facet=replies] input:checked").getAttribute("value")).toBe("repeated");
  await visit.close();
});
