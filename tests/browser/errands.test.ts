import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { foldersIn, kindsOfPage, openPortal, type OpenPortal, type Visit } from "./portal.ts";
import { nameOrder } from "../../src/words/nameOrder.ts";
import { csvRows } from "./publishedRows.ts";

/** What people come for, with the keyboard alone, on phones and wide screens, by day and at night. */

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };
type Screens = readonly { viewport: typeof phone; colorScheme: "light" | "dark" }[];
const phoneByNight = [
  { viewport: phone, colorScheme: "dark" },
  { viewport: desk, colorScheme: "light" },
] as const satisfies Screens;
const phoneByDay = [
  { viewport: phone, colorScheme: "light" },
  { viewport: desk, colorScheme: "dark" },
] as const satisfies Screens;

/**
 * Does an errand on a phone and on a wide screen, by night on the one and by day on the other, in one visit that changes its
 * screen: what was fetched once is not fetched again. That every page is laid out alike by night and by day, on either, and can
 * be read, is looked at in everyPage.test.ts.
 */
async function on(screens: Screens, errand: (visit: Visit, screen: Screens[number]) => Promise<void>): Promise<void> {
  const visit = await portal.visit("404.html", { viewport: phone });
  visit.faults.length = 0;
  for (const screen of screens) {
    await visit.page.setViewportSize(screen.viewport);
    await visit.page.emulateMedia({ colorScheme: screen.colorScheme });
    await errand(visit, screen);
    expect({ screen, fits: await fits(visit) }).toEqual({ screen, fits: true });
  }
  expect(visit.faults).toEqual([]);
  await visit.close();
}

/** Keys that are on their way at once: each is a key of the keyboard, and none is waited for by itself. */
const keysAtOnce = 12;

/** Goes on with Tab until something of the page has the focus, where it stays however many keys come after. */
async function tabTo({ page }: Visit, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const state = document.body.dataset;
    const isFirst = state["tabTo"] === undefined;
    [state["tabTo"], state["moved"]] = [wanted, ""];
    if (!isFirst) return;
    const stay = (event: KeyboardEvent): void => {
      // The focus has to move once: what is looked for may be what one stands on.
      const isThere = state["moved"] === "1" && document.activeElement?.matches(state["tabTo"] ?? "") === true;
      if (event.key === "Tab" && isThere) event.preventDefault();
      state["moved"] = "1";
    };
    addEventListener("keydown", stay, true);
  }, selector);
  for (let step = 0; step < 500; step += keysAtOnce) {
    await Promise.all(Array.from({ length: keysAtOnce }, () => page.keyboard.press("Tab")));
    const isThere = await page.evaluate((wanted) => {
      const found = document.activeElement?.matches(wanted) === true;
      // From here on the keyboard is the reader's again.
      if (found) document.body.dataset["tabTo"] = ":not(*)";
      return found;
    }, selector);
    if (isThere) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** The search has answered what the page was opened with: before that, what it offers is drawn again, and the focus lost. */
async function answered({ page }: Visit): Promise<void> {
  await page.waitForSelector('[data-search-results][aria-busy="false"]');
}

const plain = (text: string): string => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
const fits = ({ page }: Visit): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test("somebody looks for heating in their town, misspelt, from the first screen of the overview", async () => {
  const expected = await csvRows(
    join(inject("demoSite"), "data/appeals.csv"),
    "topic = 'heating' AND place = 'belostruysk'",
  );
  await on(phoneByNight, async (visit, { viewport }) => {
    const { page } = visit;
    await page.goto(portal.address);
    const field = await page.locator("#site-search").boundingBox();
    expect((field?.y ?? Infinity) + (field?.height ?? 0)).toBeLessThan(viewport.height);
    await tabTo(visit, "#site-search");
    await page.keyboard.type("отопленее Белострйск");
    await page.keyboard.press("Enter");
    await answered(visit);
    const offer = page.locator("[data-search-named] a[href^='?']").first();
    expect(plain(await offer.innerText())).toBe(`${String(expected.length)} обращений — показать все`);
    // The page that tells how long it takes stands before the list, and names what was asked for.
    const first = page.locator("[data-search-named] a").first();
    expect(plain(await first.innerText())).toBe(
      "Отопление и горячая вода · город Белоструйск: сколько ждут и чем кончается",
    );
    expect(await first.getAttribute("href")).toMatch(/\/places\/belostruysk\/heating\/$/);
    const box = await first.boundingBox();
    expect((box?.y ?? Infinity) + 24).toBeLessThan(viewport.height);
    await tabTo(visit, "[data-search-named] a[href^='?']");
    await page.keyboard.press("Enter");
    // The words have become filters, and what is said of the hits stands before the filters do.
    await page.waitForFunction(() => document.querySelectorAll("[data-search-chips] li").length === 2);
    expect(plain(await page.innerText("[data-search-status]"))).toBe(`Нашлось ${String(expected.length)} обращений.`);
    // Without words nothing suits better than another, and the citation names no missing words.
    expect(await page.locator("#search-sort").isVisible()).toBe(false);
    expect(await page.textContent("[data-take-citation]")).toContain("Белоструйск");
    expect(await page.textContent("[data-take-citation]")).not.toMatch(/слов/i);
    // No two hits are called the same in a list of links.
    const names = await page.locator("[data-search-list] h3 a").allInnerTexts();
    expect(names.length).toBe(20);
    expect(new Set(names).size).toBeGreaterThan(15);
  });
});

test("somebody asks the search in a whole question how long to wait for heating", async () => {
  await on(phoneByDay, async (visit) => {
    const { page } = visit;
    await page.goto(`${portal.address}topics/`);
    await tabTo(visit, "#site-search");
    await page.keyboard.type("сколько мне ждать ответа про отопление в Белоструйске?");
    await page.keyboard.press("Enter");
    await answered(visit);
    await page.waitForFunction(() =>
      document.querySelector("[data-search-status]")?.textContent.startsWith("Всех этих слов вместе"),
    );
    // Whoever hears the page is told its title first.
    expect(plain(await page.title())).toMatch(/^По словам нашлось 0 обращений\. Обращения — Отклик$/u);
    await tabTo(visit, "[data-search-named] a");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/places/belostruysk/heating/");
  });
});

test("somebody has the number of an appeal", async () => {
  const number = foldersIn(inject("demoSite"), "appeals").findLast((name) => name !== "by") ?? "";
  await on(phoneByNight, async (visit) => {
    const { page } = visit;
    await page.goto(`${portal.address}agencies/gzhi/`);
    await tabTo(visit, "#site-search");
    await page.keyboard.type(`№ ${number}`);
    await page.keyboard.press("Enter");
    await answered(visit);
    await tabTo(visit, "[data-search-named] a");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/appeals/${number}/`);
  });
});

test("somebody pastes the address of an appeal", async () => {
  const number = foldersIn(inject("demoSite"), "appeals").findLast((name) => name !== "by") ?? "";
  await on(phoneByDay, async (visit) => {
    const { page } = visit;
    await page.goto(`${portal.address}appeals/`);
    await tabTo(visit, "#search-q");
    await page.keyboard.insertText(`https://example.org/appeals/${number}/`);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/appeals/${number}/`);
  });
});

test("somebody reads what neighbours wrote on heating, who answered, how long it took, and looks for their street", async () => {
  await on(phoneByNight, async (visit, { viewport }) => {
    const { page } = visit;
    await page.goto(`${portal.address}places/`);
    // By the letter of the name, before the map.
    const names = await page.locator("main nav a").allInnerTexts();
    expect(names.map(plain)).toContain("Белоструйск, город");
    expect(names).toEqual(names.toSorted(nameOrder("ru")));
    await tabTo(visit, "main nav a[href$='/places/belostruysk/']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/places/belostruysk/");
    expect(await page.locator(".headline a[href='#crossings']").count()).toBe(1);
    // Whichever link of the topic comes first, it leads to the topic in this place.
    await tabTo(visit, "main a[href$='/heating/']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/places/belostruysk/heating/");
    // The first screen says how long it takes by every channel, and what to do if nobody answers.
    const head = page.locator(".headline");
    expect(plain(await head.innerText())).toMatch(
      /Первый ответ половина получает: .*в социальных сетях — за .*в письмах — за .*через сайты и приложения — за /u,
    );
    // Who has waited three days reads the answer there, of every channel.
    expect(plain(await head.innerText())).toMatch(
      /Ждёте уже 3 дня\? В Китежском крае в социальных сетях .+; через сайты и приложения .+; в письмах .+\. Другие сроки/u,
    );
    for (const link of ["/overdue/#help-social", "#your-street", "/topics/heating/#remaining"]) {
      const box = await head.locator(`a[href$='${link}']`).boundingBox();
      expect(box?.y ?? Infinity).toBeLessThan(viewport.height);
    }
    for (const id of ["outcomes", "agencies", "latest"])
      expect({ id, count: await page.locator(`#${id}`).count() }).toEqual({ id, count: 1 });
    expect(await page.locator(".headline .sentence").count()).toBe(1);
    for (const beside of ["topics/heating/", "places/belostruysk/"])
      expect(await page.locator(`main a[href$='/${beside}']`).count()).toBeGreaterThan(0);
    // The link goes on to the field, which the next Tab reaches.
    await page.locator(".headline a[href='#your-street']").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("street");
    await page.keyboard.type("улица Садовая");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/appeals/?q=*topic=heating&place=belostruysk");
    // The appeals of the street itself, not those with its words somewhere; from them the way to what to do.
    await expect.poll(() => statusOf(visit)).toMatch(/^Ищем улицу: «улица Садовая»\. Нашлось \d+ обращени/u);
    const found = Number(/\d+/u.exec(await statusOf(visit))?.[0]);
    for (const text of await page.locator("[data-search-list] .excerpt").allInnerTexts())
      expect(text).toMatch(/(?:ул\.|улиц[аеыу]) Садов|Садов\S+ ул/u);
    expect(await page.locator("[data-search-results] a[href$='/overdue/#help']").count()).toBe(1);
    // The house as on an envelope is the same search, and what is offered is what is found.
    await page.goto(`${portal.address}appeals/?q=${encodeURIComponent("ул. Верхняя, д. 34, кв. 5")}`);
    await expect.poll(() => statusOf(visit)).toMatch(/^Ищем улицу: «улица Верхняя» 34\. Нашлось 4 обращения/u);
    await page.goto(`${portal.address}appeals/?q=${encodeURIComponent("верхняя отопление белоструйск")}`);
    await expect.poll(() => statusOf(visit)).toMatch(/^Ищем улицу: «улица Верхняя»\. Нашлось 12 обращений/u);
    await page.goto(
      `${portal.address}appeals/?q=${encodeURIComponent("улица Садовая")}&topic=heating&place=belostruysk`,
    );
    await expect.poll(() => statusOf(visit)).toMatch(/^Ищем улицу: «улица Садовая»/u);
    // Whoever wants the words anyway finds as many at least.
    await tabTo(visit, "[data-search-named] li:last-child a");
    await page.keyboard.press("Enter");
    await expect.poll(() => statusOf(visit)).toMatch(/^По словам нашлось/u);
    expect(Number(/\d+/u.exec(await statusOf(visit))?.[0])).toBeGreaterThanOrEqual(found);
  });
});

const statusOf = async ({ page }: Visit): Promise<string> => plain(await page.innerText("[data-search-status]"));

test("a journalist goes from what got worse to a table with its source", async () => {
  const table = readFileSync(join(inject("demoSite"), "data/shifts.csv"), "utf8");
  // Beyond chance, and the two shares.
  const found = table.split("\n").filter((line) => /,yes,[\d.]+,[\d.]+$/u.test(line.trim())).length;
  expect(found).toBeGreaterThan(0);
  await on(phoneByDay, async (visit, { viewport }) => {
    const { page } = visit;
    await page.goto(portal.address);
    const door = await page.locator("main a[href$='/shifts/']").first().boundingBox();
    expect((door?.y ?? Infinity) + (door?.height ?? 0)).toBeLessThan(viewport.height);
    await tabTo(visit, "main a[href$='/shifts/']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/shifts/");
    expect(await page.locator("main tbody tr").count()).toBe(found);
    expect(plain(await page.innerText("main"))).toContain("Как сослаться: Что стало хуже, что стало лучше");
    // What is counted, by which deadline, of which months and edition: the rows and captions say so, the source stands above them.
    const [source, caption] = [
      await page.locator(".cite").boundingBox(),
      await page.locator("main caption").first().boundingBox(),
    ];
    expect(source?.y ?? Infinity).toBeLessThan(caption?.y ?? 0);
    expect(plain(await page.locator("main caption").first().innerText())).toMatch(
      /с \d.+ по \d.+ годом раньше\. Выпуск \d/u,
    );
    expect(plain(await page.locator("main tbody td").first().innerText())).toMatch(/; срок: .*\d/u);
    await tabTo(visit, "main a[href='#counted']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/shifts/#counted");
    // Saved, the file is told from that of another edition; what its shares are shares of stands below the tables.
    expect(await page.locator("main a[href$='/data/shifts.csv']").getAttribute("download")).toMatch(
      /^shifts-\d{4}-\d{2}-\d{2}\.csv$/u,
    );
    expect(await page.locator("main a[href$='/data/shifts-excel.csv']").count()).toBe(1);
    expect(plain(await page.innerText("main"))).toMatch(/«Ответ в срок» — доля .* Срок: в социальных сетях — 24 часа/u);
    expect(plain(await page.innerText("main"))).toContain("Строки пересекаются");
    // Whoever cites the page is told where these numbers stay.
    const stays = await page.locator(".stays a").getAttribute("href");
    expect(stays).toMatch(/\/data\/editions\/\d{4}-\d{2}-\d{2}\/shifts\.csv$/);
    expect(readFileSync(join(inject("demoSite"), new URL(stays!, portal.address).pathname), "utf8")).toBe(table);
  });
});

test("somebody filters the overdue by age, with the keyboard", async () => {
  await on(phoneByNight, async (visit) => {
    const { page } = visit;
    await page.goto(`${portal.address}overdue/`);
    await tabTo(visit, "details:has(a[href*='/by/age/']) > summary");
    await page.keyboard.press("Enter");
    await tabTo(visit, "a[href$='/overdue/by/age/year/']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/overdue/by/age/year/");
    expect(await page.locator("main tbody tr").count()).toBeGreaterThan(5);
  });
});

test("somebody who hears the page comes from the overview to one appeal", async () => {
  await on(phoneByDay, async (visit) => {
    const { page } = visit;
    await page.goto(portal.address);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#content");
    await tabTo(visit, "nav a[href$='/appeals/']");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-search-list] a");
    await tabTo(visit, "[data-search-list] a");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/appeals/*/");
    expect(await page.locator("main h1").count()).toBe(1);
    expect(await page.locator("main").getAttribute("id")).toBe("content");
    // What to do stands beside every appeal, and whoever goes back goes on where that one was opened.
    expect(await page.locator("main a[href*='/overdue/#help']").or(page.locator(".appeal-advice")).count()).toBe(1);
    const opened = page.url();
    await page.goBack();
    await page.waitForSelector("[data-search-list] a");
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe(opened);
  });
});

test("without a script an agency stands beside those of similar load", async () => {
  const visit = await portal.visit("agencies/gzhi/", { ...phoneByNight[0], javaScriptEnabled: false });
  const { page } = visit;
  await page.click("main a[href$='/compare/gzhi/']");
  await page.waitForURL("**/compare/gzhi/");
  expect(await page.locator("main thead th").count()).toBe(4);
  expect(await page.locator("main tbody").last().locator("tr").count()).toBe(14);
  // Beside shares of one channel it is said that what was received came by all of them; and no two links are called the same.
  await page.goto(`${portal.address}compare/`);
  expect((await page.locator("#all").locator("xpath=../..").locator("thead th").allInnerTexts()).map(plain)).toContain(
    "Получено всеми путями",
  );
  const called = (await page.locator("main a").allTextContents()).map(plain);
  expect(called.filter((name, at) => called.indexOf(name) !== at)).toEqual([]);
  // The advice for those who wait in one channel stands open in its list.
  await page.goto(`${portal.address}overdue/by/channel/letter/`);
  await page.click("main a[href$='/overdue/#help-letter']");
  expect(await page.locator("#help-letter + h3").isVisible()).toBe(true);
  expect(await fits(visit)).toBe(true);
  await visit.close();
});

/** Words that a line ends in the middle of. One of fifteen letters may be longer than such a line, and has a hyphen where the browser knows how. */
const cutWords = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const parent = text.parentElement!;
      if (parent.closest("svg, script, style, textarea, select, code, pre, .unseen") || !parent.checkVisibility())
        continue;
      // Heads that are there for those who listen are a point on the screen.
      if ((parent.closest("thead")?.getBoundingClientRect().width ?? 9) < 3) continue;
      for (const { 0: word, index } of (text.nodeValue ?? "").matchAll(
        /(?<![\p{L}\p{N}.-])[\p{sc=Cyrillic}]{2,14}(?![\p{L}\p{N}-])/gu,
      )) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top));
        if (new Set(lines).size > 1) cut.push(word);
      }
    }
    return cut;
  });

/** Cells of tables that lie beyond the window, where nothing can be pushed to see them. */
const lostCells = ({ page }: Visit): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll("main td")].filter(
        (cell) =>
          cell.checkVisibility() &&
          cell.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
          !cell.closest("[tabindex='0']"),
      ).length,
  );

test("without a script the field leads to the plain lists", async () => {
  const visit = await portal.visit("", { ...phoneByNight[0], javaScriptEnabled: false });
  await visit.page.fill("#site-search", "отопление");
  await visit.page.press("#site-search", "Enter");
  await visit.page.waitForURL("**/appeals/?q=*");
  expect(await visit.page.locator("nav[aria-labelledby=months] a").count()).toBeGreaterThan(10);
  await visit.close();
});

test("with the largest letters and wide spacing nothing sticks out on a phone, no word is cut, no column lost, and columns are sorted by touch", async () => {
  const visit = await portal.visit("", phoneByNight[0]);
  const { page } = visit;
  await visit.context.addInitScript(() =>
    localStorage.setItem("otklik-display", JSON.stringify({ size: "huge", spacing: "wide" })),
  );
  for (const path of kindsOfPage(inject("demoSite"))) {
    await page.goto(portal.address + path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect({ path, fits: await fits(visit) }).toEqual({ path, fits: true });
    expect({ path, cut: await cutWords(visit), lost: await lostCells(visit) }).toEqual({ path, cut: [], lost: 0 });
  }
  await page.goto(`${portal.address}agencies/`);
  const first = page.locator("[data-sortable] tbody tr th a").first();
  const before = await first.innerText();
  const button = page.locator("[data-sortable] thead button").nth(1);
  const box = await button.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await button.click();
  expect(await first.innerText()).not.toBe(before);
  await visit.close();
});

test("paper has the colours of the light theme, on the canvas of a comparison too", async () => {
  const visit = await portal.visit("compare/?a=gzhi&b=mintrans", { colorScheme: "dark" });
  const { page } = visit;
  const canvas = page.locator(".plot canvas");
  await canvas.waitFor({ state: "attached" });
  const darkest = (): Promise<number> =>
    canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const pixels = (element as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
      let least = 255;
      for (let at = 0; at < pixels.length; at += 4)
        if (pixels[at + 3] === 255) least = Math.min(least, pixels[at] ?? 255, pixels[at + 1] ?? 255);
      return least;
    });
  await expect.poll(darkest).toBeLessThan(255);
  const onScreen = await darkest();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect.poll(darkest).toBeLessThan(onScreen);
  await visit.close();
});

test("somebody whom nobody answers on heating finds how much longer it may take, what to do, and all who wait", async () => {
  await on(phoneByNight, async (visit) => {
    const { page } = visit;
    await page.goto(portal.address);
    // The question stands on the overview, and leads to the forecast of one's topic.
    await tabTo(visit, "section[aria-labelledby='how-long'] summary");
    await page.keyboard.press("Enter");
    await tabTo(visit, "section[aria-labelledby='how-long'] a[href$='/topics/heating/#remaining']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/topics/heating/#remaining");
    expect(await page.locator("#remaining li").count()).toBeGreaterThan(2);
    expect(plain(await page.innerText("#remaining"))).not.toMatch(/осталось ждать|больше \d+ дней/);
    // Whose wait it is stands above, and who waits already comes before who has just written.
    expect(plain(await page.innerText("#remaining h3"))).toMatch(/Отопление и горячая вода, Китежский край в целом$/u);
    expect(plain(await page.locator("#remaining li").first().innerText())).toMatch(/^Если ждёте уже 3 дня/u);
    await tabTo(visit, "#remaining a[href$='/overdue/#help-social']");
    await page.keyboard.press("Enter");
    // What is advised to those who wrote on social networks is open there, and in view.
    await page.waitForURL("**/overdue/#help-social");
    const advice = page.locator("section[aria-labelledby=help] details[open]");
    expect(plain(await advice.innerText())).toMatch(/^Социальные сети[^]*приёмн/u);
    const top = (await advice.locator("summary").boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(400);
  });
  const visit = await portal.visit("topics/heating/", phoneByNight[0]);
  const { page } = visit;
  expect(await page.locator("#remaining li").count()).toBeGreaterThan(2);
  expect(plain(await page.innerText("#remaining"))).not.toMatch(/осталось ждать|больше \d+ дней/);
  await page.click("a[href$='/overdue/by/topic/heating/']");
  await page.waitForURL("**/overdue/by/topic/heating/");
  expect(await page.locator("main a[href$='/overdue/#help']").count()).toBe(1);
  const rows = page.locator("main tbody tr");
  expect(await rows.count()).toBeGreaterThan(20);
  await rows.first().locator("a").click();
  await page.waitForURL("**/appeals/*/");
  expect(await page.locator(".appeal-advice").count()).toBe(1);
  const report = (await page.getAttribute("main a[href^='mailto:']", "href")) ?? "";
  expect(decodeURIComponent(report)).toContain(new URL(page.url()).pathname.split("/").at(-2));
  await page.goto(`${portal.address}overdue/`);
  expect(await page.locator("#help").count()).toBe(1);
  expect(await page.locator("main a[href$='/overdue/#help']").count()).toBe(1);
  await page.goto(`${portal.address}places/belostruysk/heating/`);
  expect(await page.locator("main a[href$='/overdue/#help-social']").count()).toBeGreaterThan(0);
  expect(await page.locator("section[aria-labelledby=overdue] a[href$='/overdue/by/place/belostruysk/']").count()).toBe(
    1,
  );
  expect(await fits(visit)).toBe(true);
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("somebody who asks the search about the portal is led to its page, and from the top of the page to what was found", async () => {
  const visit = await portal.visit("appeals/?q=молчат", phoneByNight[1]);
  const { page } = visit;
  const offer = page.locator("[data-search-named] a[href$='/overdue/#help']");
  await offer.waitFor();
  expect(plain(await offer.innerText())).toBe("Страница портала: что делать, если не отвечают");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("hits");
  await offer.click();
  await page.waitForURL("**/overdue/#help");
  // Nobody knows by which channel this reader wrote: the screen says which of its lines to open, and shows them all.
  const advice = page.locator("section[aria-labelledby=help]");
  expect(plain(await advice.innerText())).toContain("Как вы обратились? Откройте нужную строку:");
  expect(await advice.locator("details[open]").count()).toBe(0);
  const last = await advice.locator("summary").last().boundingBox();
  expect((last?.y ?? Infinity) + (last?.height ?? Infinity)).toBeLessThanOrEqual(740);
  // Appeals have pages in one language; an address of another leads there.
  const id = foldersIn(inject("demoSite"), "appeals").findLast((name) => name !== "by") ?? "";
  await page.goto(`${portal.address}en/appeals/${id}/`);
  await page.waitForURL(`${portal.address}appeals/${id}/`);
  await page.goto(`${portal.address}overdue/#help`);
  expect(await page.locator("#help").count()).toBe(1);
  await visit.close();
});
