import { appendFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appealAddress, bundleIn, citedAddress } from "../../src/model/appealBundle.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { runCommand } from "../build/oneProcess.ts";
import { csv, makeSmallPortal, rows } from "../build/smallPortal.ts";
import { loadAxe, objectionsTo } from "./axe.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";

/** A portal whose appeals had pages of their own and lie in bundles now, and the site it was before. */

const folder = mkdtempSync(join(tmpdir(), "otklik-bundles-"));
const data = join(folder, "data");
const bundles = 4;
let each: OpenPortal;
let bundled: OpenPortal;
let eachSite: string;
let bundledSite: string;
/** Public ids, spread over all. */
let ids: string[];

async function release(): Promise<string> {
  const { code, stderr } = await runCommand("release", ["--data", data, "--site", join(folder, "site")]);
  expect(code, stderr).toBe(0);
  return realpathSync(join(folder, "site"));
}

beforeAll(async () => {
  await makeSmallPortal(data, { "2026-10-31/register.csv": csv(rows(0, 60)) });
  eachSite = await release();
  // Addresses of the release before must go on answering, or this one would stop.
  appendFileSync(join(data, "portal.yaml"), `appealPages: bundled\nappealBundles: ${bundles}\n`);
  bundledSite = await release();
  ids = filesBelow(eachSite)
    .flatMap((file) => /^appeals\/([a-z2-9]{10,})\/index\.html$/.exec(file)?.[1] ?? [])
    .filter((_, at) => at % 6 === 0);
  [each, bundled] = [await openPortal(eachSite), await openPortal(bundledSite)];
});
afterAll(async () => {
  await each.close();
  await bundled.close();
  rmSync(folder, { recursive: true });
});

const shown = ({ page }: Visit) => page.locator("article.appeal:visible");
/** What a line of a list calls its appeal, and the day and the agency that its link tells beside the name. */
const toldBy = (link: Locator): Promise<{ name: string; day: string; agency: string }> =>
  link.evaluate((anchor) => {
    const facts = anchor.querySelector(".facts")!.textContent;
    const [day, agency] = facts.split(" · ");
    return { name: anchor.textContent.slice(0, -facts.length).trimEnd(), day: day!, agency: agency! };
  });
const addressOf = (id: string): string => appealAddress(id, bundles).slice(1);

test("ten addresses of each layout lead to their appeals in the other", async () => {
  expect(ids).toHaveLength(10);
  expect(filesBelow(bundledSite).filter((file) => bundleIn(file) !== null)).toHaveLength(bundles);
  const inEach = await each.visit("about/");
  const inBundles = await bundled.visit("about/");
  for (const id of ids) {
    await inBundles.page.goto(bundled.address + citedAddress(id).slice(1));
    await inBundles.page.waitForURL(`**/${addressOf(id)}`);
    expect(await shown(inBundles).count(), id).toBe(1);
    expect(await shown(inBundles).locator("code").first().textContent()).toBe(id);

    await inEach.page.goto(each.address + addressOf(id));
    await inEach.page.waitForURL(`**${citedAddress(id)}`);
    expect(await inEach.page.locator("article.appeal code").first().textContent()).toBe(id);
  }
  // From a link to a bundle that does not hold the appeal, as other numbers of bundles make them.
  await inBundles.page.goto(`${bundled.address}appeals/in/${bundleElsewhere(ids[0]!)}.html#${ids[0]!}`);
  await inBundles.page.waitForURL(`**/${addressOf(ids[0]!)}`);
  await inBundles.close();
  await inEach.close();
});

/** A bundle that an appeal does not lie in. */
const bundleElsewhere = (id: string): string =>
  filesBelow(bundledSite)
    .flatMap((file) => bundleIn(file) ?? [])
    .find((name) => !addressOf(id).includes(`/${name}.html`))!;

test("an appeal that is not there is looked for, and the page says so", async () => {
  for (const portal of [each, bundled]) {
    const visit = await portal.visit("appeals/aaaaaaaaaaaaa/");
    await visit.page.waitForLoadState("networkidle");
    expect(visit.page.url()).toBe(`${portal.address}appeals/aaaaaaaaaaaaa/`);
    expect(await visit.page.textContent("h1")).toBe("Такой страницы нет");
    await visit.close();
  }
});

test("without JavaScript and a rule of the server, a cited address says where appeals can be read", async () => {
  const visit = await bundled.visit(citedAddress(ids[0]!).slice(1), { javaScriptEnabled: false });
  expect(await visit.page.innerText("main")).toContain("JavaScript");
  await visit.page.click("main noscript a");
  expect(visit.page.url()).toBe(`${bundled.address}appeals/`);
  await visit.close();
});

describe.each([360, 1280])("at %i pixels", (width) => {
  const viewport = { width, height: 800 };

  test("a hit of the search leads to its appeal alone, and back to the hits", async () => {
    const visit = await bundled.visit("appeals/?q=фонарь", { viewport });
    const { page } = visit;
    await page.waitForSelector('[data-search-results][aria-busy="false"]');
    const hit = page.locator("[data-search-list] > li").nth(2);
    const told = await toldBy(hit.locator("a"));
    const address = page.url();
    await hit.locator("a").click();
    await page.waitForURL(/\/appeals\/in\/[a-z2-9]+\.html#[a-z2-9]{10,}$/);
    expect(await shown(visit).count()).toBe(1);
    expect(await shown(visit).locator("h2").textContent()).toBe(told.name);
    expect(await shown(visit).locator("header").textContent()).toContain(told.day);
    expect(await shown(visit).locator(".appeal-facts").textContent()).toContain(told.agency);
    expect(await shown(visit).textContent()).toContain("фонарь");
    await expect.poll(() => page.title()).toBe(`${told.name} — Отклик`);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await page.goBack();
    await page.waitForSelector('[data-search-results][aria-busy="false"]');
    expect(page.url()).toBe(address);
    expect(await toldBy(page.locator("[data-search-list] > li").nth(2).locator("a"))).toEqual(told);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test("without JavaScript a list leads to its appeal alone, and the whole page can be read", async () => {
    const visit = await bundled.visit("appeals/2026-10/", { viewport, javaScriptEnabled: false });
    const { page } = visit;
    const link = page.locator("main .appeal-list a").nth(4);
    const told = await toldBy(link);
    await link.click();
    expect(await shown(visit).count()).toBe(1);
    expect(await shown(visit).locator("h2").textContent()).toBe(told.name);
    expect(await shown(visit).locator("header").textContent()).toContain(told.day);
    expect(await shown(visit).locator(".appeal-facts").textContent()).toContain(told.agency);
    await page.click(".bundle-show a");
    expect(await shown(visit).count()).toBe(await page.locator("article.appeal").count());
    expect(await shown(visit).count()).toBeGreaterThan(10);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test("is read in order, from what the page is to what is told of the appeal, and nobody objects", async () => {
    const visit = await bundled.visit(addressOf(ids[0]!), { viewport });
    const { page } = visit;
    const headings = await page
      .locator("main")
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) =>
        all.flatMap((one) =>
          (one as HTMLElement).checkVisibility() ? [`${one.tagName} ${one.textContent.replaceAll("\u00a0", " ")}`] : [],
        ),
      );
    expect(headings.slice(0, 5)).toEqual([
      expect.stringMatching(/^H1 Обращения с номерами/),
      expect.stringMatching(/^H2 /),
      "H3 Что написали",
      "H3 Что ответили",
      "H3 Об обращении",
    ]);
    expect(headings.slice(5).every((heading) => heading.startsWith("H4 "))).toBe(true);
    await loadAxe(page);
    expect(await objectionsTo(page)).toEqual([]);
    await page.click(".bundle-show a");
    expect(await objectionsTo(page)).toEqual([]);
    await visit.close();
  });
});

test("one appeal is printed by itself, with the address by which it is cited", async () => {
  const visit = await bundled.visit(addressOf(ids[3]!));
  await visit.page.emulateMedia({ media: "print" });
  expect(await shown(visit).count()).toBe(1);
  expect(await shown(visit).innerText()).toContain(`https://otklik.example${citedAddress(ids[3]!)}`);
  expect(await visit.page.isVisible(".bundle-show")).toBe(false);
  const sheets = (await visit.page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(sheets?.length).toBeLessThanOrEqual(2);
  await visit.close();
});

test("a map of the site, a feed and a table know each appeal by an address that works, and a bundle once", () => {
  const read = (file: string): string => readFileSync(join(bundledSite, file), "utf8");
  const listed = [...read("sitemap-1.xml").matchAll(/<loc>https:\/\/otklik\.example\/(appeals\/in\/[^<]+)<\/loc>/g)];
  expect(listed.map(([, page]) => page)).toEqual(filesBelow(bundledSite).filter((file) => bundleIn(file) !== null));
  const agency = readdirSync(join(bundledSite, "agencies"))[0]!;
  const [feed, before] = [bundledSite, eachSite].map((site) =>
    readFileSync(join(site, `agencies/${agency}/feed.atom`), "utf8"),
  );
  const entries = (text: string) =>
    [...text.matchAll(/<id>tag:[^<]+\/appeals\/([a-z2-9]+)\/<\/id>/g)].map(([, id]) => id!);
  expect(entries(feed!)).toEqual(entries(before!));
  expect(entries(feed!).length).toBeGreaterThan(5);
  for (const id of entries(feed!)) expect(feed).toContain(`href="https://otklik.example/${addressOf(id)}"`);
  expect(read("data/appeals.csv")).toContain(`https://otklik.example${citedAddress(ids[0]!)}`);
});
