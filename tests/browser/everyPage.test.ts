import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadAxe, objectionsTo } from "./axe.ts";
import { movedBoxes, rememberBoxes } from "./boxes.ts";
import { statesJudge } from "./everyState.ts";
import { foldersIn, kindsOfPage, openPortal, type OpenPortal, type Visit } from "./portal.ts";

let portal: OpenPortal;
/** One visit that goes from page to page: what a browser has learnt of the scripts it keeps. */
let visit: Visit;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
  visit = await portal.visit("", { colorScheme: "light" });
});
afterAll(async () => {
  await visit.close();
  await portal.close();
});

const judge = statesJudge();
const [first = "", second = "", third = ""] = foldersIn(inject("demoSite"), "agencies");
const pages = [
  ...kindsOfPage(inject("demoSite")),
  "appeals/?q=яма&outcome=acted",
  `compare/?a=${first}&b=${second}&c=${third}`,
];

/** How many pixels of the page lie beyond its right edge. */
function runsOut({ page }: Visit): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * What links, buttons and folds are called that do different things under one name, as those hear who go through them in a row.
 * In a list and in a table the entry and the row say more of buttons and folds: those that sort a table are named by its columns.
 */
function namesOfMany({ page }: Visit): Promise<string[]> {
  return page.evaluate(() => {
    const does = new Map<string, Set<string>>();
    const all = document.querySelectorAll<HTMLElement | SVGAElement>(
      "main a[href], main :is(button, summary):not(:is(li, tr) *)",
    );
    for (const [at, element] of [...all].entries()) {
      // What is folded away is heard once its fold is open.
      const isFolded = element.localName === "a" && element.closest("details:not([open])") !== null;
      if (!isFolded && !element.checkVisibility()) continue;
      const name = (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim();
      const what = `${element.tagName} ${name}`;
      does.set(
        what,
        (does.get(what) ?? new Set()).add(
          element.localName === "a" ? new URL(element.getAttribute("href")!, document.baseURI).href : String(at),
        ),
      );
    }
    return [...does].filter(([, what]) => what.size > 1).map(([name]) => name);
  });
}

test.each(pages)(
  "/%s asks nobody else, has no fault and nothing that axe objects to, wide and narrow, light, dark and in forced colours, is laid out alike by day and by night, and nothing runs out of its side",
  async (path) => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    await visit.goTo(path);
    if (path.includes("?q=")) await page.waitForSelector('[aria-busy="false"]');
    if (path.startsWith("compare/?")) await page.waitForSelector("[data-compare-result]:not([hidden])");
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");
    if (path !== "no-such-page/") expect(visit.faults, "its own content policy among them").toEqual([]);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await namesOfMany(visit), "read one after the other they tell nothing apart").toEqual([]);
    await loadAxe(page);
    expect(await judge.whole(page), "light, wide").toEqual([]);
    expect(await runsOut(visit), "wide").toBeLessThanOrEqual(0);
    await rememberBoxes(page);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await movedBoxes(page), "by night, wide").toEqual([]);
    expect(await judge.coloured(page, "dark"), "dark, wide").toEqual([]);
    // Text alone at 200 % (1.4.4).
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await runsOut(visit), "text at 200 %").toBeLessThanOrEqual(0);
    await page.evaluate(() => document.documentElement.removeAttribute("style"));
    // 320 pixels are 1280 at 400 % zoom (WCAG 2.2, 1.4.10).
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await judge.coloured(page, "dark"), "dark, narrow").toEqual([]);
    await rememberBoxes(page);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await movedBoxes(page), "by day, narrow").toEqual([]);
    expect(await judge.narrower(page), "light, narrow").toEqual([]);
    expect(await runsOut(visit), "narrow").toBeLessThanOrEqual(0);
    // The distances of 1.4.12.
    await page.evaluate(() => (document.documentElement.dataset["spacing"] = "wide"));
    expect(await runsOut(visit), "wide spacing").toBeLessThanOrEqual(0);
    await page.evaluate(() => delete document.documentElement.dataset["spacing"]);
    await page.emulateMedia({ forcedColors: "active" });
    expect(await judge.coloured(page, "forced"), "forced colours").toEqual([]);
  },
);

test("what only one state has is objected to, although pages like it were judged before", async () => {
  const { page } = visit;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await visit.goTo("about/");
  await page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync(`
      @media (prefers-color-scheme: dark) { .faint { color: #444; width: 5em } }
      @media (forced-colors: active) { .forced { forced-color-adjust: none; background: white; color: #eee } }
      @media (min-width: 400px) { .nameless { display: none } }
      @media (max-width: 400px) { .lines { height: 1em; overflow: auto } }`);
    document.adoptedStyleSheets = [style];
    document
      .querySelector("main")!
      .insertAdjacentHTML(
        "beforeend",
        '<p class="faint">Faint</p><p class="forced">Forced</p><p><input class="nameless"></p>' +
          '<p class="lines">One<br>Two<br>Three</p>',
      );
  });
  await loadAxe(page);
  const rules = (objections: readonly { id: string }[]): string[] => objections.map(({ id }) => id);
  expect(await judge.whole(page)).toEqual([]);
  await rememberBoxes(page);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await movedBoxes(page), "what is laid out otherwise by night").toEqual(["p.faint"]);
  expect(rules(await judge.coloured(page, "dark"))).toEqual(["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  expect(rules(await judge.coloured(page, "forced"))).toEqual(["color-contrast"]);
  await page.emulateMedia({ forcedColors: "none" });
  await page.setViewportSize({ width: 320, height: 900 });
  expect(rules(await judge.narrower(page)), "what shows now").toEqual(["label", "scrollable-region-focusable"]);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await judge.whole(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(rules(await judge.narrower(page)), "the same showed before").toEqual(["scrollable-region-focusable"]);
});

test("a text on what keeps its own colour in forced ones is objected to, although texts like it were judged before", async () => {
  const { page } = visit;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  const judgedWith = async (style: string): Promise<string[]> => {
    await visit.goTo("about/");
    await page.evaluate((given) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`.around, .above { position: relative } .behind { position: absolute; inset: 0; ${given} }`);
      document.adoptedStyleSheets = [sheet];
      document
        .querySelector("main")!
        .insertAdjacentHTML(
          "beforeend",
          '<div class="around"><div class="behind"></div><p class="above">Above</p></div>',
        );
    }, style);
    await loadAxe(page);
    return (await judge.coloured(page, "forced")).map(({ id }) => id);
  };
  expect(await judgedWith("background: #333"), "the system's colour").toEqual([]);
  expect(await judgedWith("background: #333; forced-color-adjust: none"), "its own").toEqual(["color-contrast"]);
});

test("a link that its colour hardly tells from the text around it is objected to, unless it has a line", async () => {
  const { page } = visit;
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await visit.goTo("about/");
  await page.evaluate(() =>
    document
      .querySelector("main")!
      .insertAdjacentHTML(
        "beforeend",
        '<p style="color: #111">Text stands before <span>and <a href="#faint" style="color: #222">a link</a></span> and after it</p>',
      ),
  );
  await loadAxe(page);
  const decorated = async (line: string): Promise<string[]> => {
    await page.locator("[href='#faint']").evaluate((link, given) => (link.style.textDecoration = given), line);
    return (await objectionsTo(page)).map(({ id }) => id);
  };
  expect(await decorated("underline")).toEqual([]);
  expect(await decorated("none")).toEqual(["link-in-text-block"]);
});

describe("with JavaScript off", () => {
  let plain: Visit;
  beforeAll(async () => {
    plain = await portal.visit("", { javaScriptEnabled: false });
  });
  afterAll(() => plain.close());

  test.each(pages.filter((path) => !path.includes("?")))(
    "/%s shows its heading, and the same text as with it",
    async (path) => {
      await plain.page.goto(portal.address + path);
      expect((await plain.page.textContent("h1"))?.trim()).toBeTruthy();
      const html = path === "no-such-page/" ? "404.html" : join(path, "index.html");
      const written = readFileSync(join(inject("demoSite"), html), "utf8");
      expect(await plain.page.locator("table tbody tr").count()).toBe(
        (written.match(/<tbody[\s\S]*?<\/tbody>/g) ?? []).join("").split("<tr").length - 1,
      );
    },
  );

  test("appeals can be read by agency, topic and place, from the search page and from the subject's own", async () => {
    const visit = await portal.visit("appeals/", { javaScriptEnabled: false });
    const { page } = visit;
    const lists = page.locator("nav[aria-labelledby=months] details");
    expect(await lists.count()).toBe(3);
    await lists.first().locator("summary").click();
    await lists.first().locator("a").first().click();
    const { pathname } = new URL(page.url());
    expect(pathname).toMatch(/\/appeals\/by\/agency\/[^/]+\/$/);
    const days = await page
      .locator(".appeal-list a")
      .evaluateAll((links) => links.map((link) => link.closest("li")?.querySelector(".facts")?.textContent ?? ""));
    expect(days.length).toBeGreaterThan(20);
    expect(days.length).toBeLessThanOrEqual(200);
    await page.locator(`main a[href*="/agencies/"]`).click();
    await page.locator(`a[href$="${pathname}"]`).click();
    expect(new URL(page.url()).pathname).toBe(pathname);
    await visit.close();
  });

  test("appeals can be read month by month, and the page says why the search needs a script", async () => {
    const visit = await portal.visit("appeals/", { javaScriptEnabled: false });
    const { page } = visit;
    expect(await page.isVisible("[data-search-form]")).toBe(false);
    expect(await page.textContent("main")).toContain("нужен JavaScript");
    expect(await page.locator("[data-search-list] > li").count()).toBe(20);
    await page.locator("nav[aria-labelledby=months] a").first().click();
    const listed = await page.locator(".appeal-list > li").count();
    expect(listed).toBeGreaterThan(20);
    await page.locator(".appeal-list a").first().click();
    expect(await page.textContent("article.appeal h1")).toBeTruthy();
    await visit.close();
  });
});
