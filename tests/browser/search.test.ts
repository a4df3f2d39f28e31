import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import description from "../../package.json" with { type: "json" };
import type { Manifest } from "../../src/search/format/manifest.ts";
import strings from "../../src/strings/ru.json" with { type: "json" };
import { foldersIn, openPortal, type OpenPortal, type Visit } from "./portal.ts";

const { budgets } = description;

let portal: OpenPortal;
let manifest: Manifest;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
  manifest = JSON.parse(readFileSync(join(inject("demoSite"), "search/manifest.json"), "utf8")) as Manifest;
});
afterAll(() => portal.close());

const status = "[data-search-status]";
const items = "[data-search-list] > li";

/** Waits until the page has settled, and says what a screen reader would. */
async function settled({ page }: Visit): Promise<string> {
  await page.waitForSelector('[data-search-results][aria-busy="false"]');
  return ((await page.textContent(status)) ?? "").replaceAll("\u00a0", " ");
}

/** What happens next on the page is waited for. */
async function after(visit: Visit, action: () => Promise<unknown>): Promise<string> {
  await visit.page.evaluate(() =>
    document.querySelector("[data-search-results]")?.setAttribute("aria-busy", "waiting"),
  );
  await action();
  return settled(visit);
}

/** The values of a list of filters and the counts beside them. */
function valuesOf({ page }: Visit, facet: string): Promise<{ code: string; count: number; zero: boolean }[]> {
  return page.locator(`[data-search-facet=${facet}] li`).evaluateAll((items) =>
    items.map((item) => ({
      code: item.querySelector("input")?.value ?? "",
      count: Number(item.querySelector("[data-search-count]")?.textContent?.replace(/\s/g, "") || NaN),
      zero: item.hasAttribute("data-zero"),
    })),
  );
}

function countIn(text: string): number {
  return Number(/\d[\d\s]*/.exec(text)?.[0].replace(/\s/g, "") ?? NaN);
}

test("a journalist searches an inflected word, narrows by agency, opens an appeal and comes back to the same list", async () => {
  const visit = await portal.visit("appeals/");
  const { page } = visit;
  const said = await after(visit, async () => {
    await page.fill("#search-q", "ямами");
    await page.press("#search-q", "Enter");
  });
  const all = countIn(said);
  expect(said).toMatch(/^По словам нашлось /);
  expect(all).toBeGreaterThan(20);
  expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: "ямами" })}`);
  const marks = await page.locator(`${items} mark`).allTextContents();
  expect(marks.length).toBeGreaterThanOrEqual(20);
  for (const mark of marks) expect(mark.toLowerCase()).toMatch(/^ям/);
  expect(new Set(marks.map((mark) => mark.toLowerCase())).size).toBeGreaterThan(1);

  // The list of agencies says beforehand how many each would leave.
  await page.click("#facet-agency");
  const choice = (await valuesOf(visit, "agency")).find(({ count }) => count > 0 && count < all);
  expect(choice).toBeDefined();
  const narrowed = await after(visit, () => page.check(`[name=agency][value="${choice?.code}"]`));
  expect(countIn(narrowed)).toBe(choice?.count);
  const address = page.url();
  expect(new URL(address).searchParams.get("agency")).toBe(choice?.code);
  const hits = await page.locator(`${items} h3`).allTextContents();

  await page.locator(`${items} a`).first().click();
  await page.waitForSelector("article.appeal");
  expect(new URL(page.url()).pathname).toMatch(/\/appeals\/[a-z0-9-]+\/$/);
  await page.goBack();
  expect(await settled(visit)).toBe(narrowed);
  expect(page.url()).toBe(address);
  expect(await page.inputValue("#search-q")).toBe("ямами");
  expect(await page.isChecked(`[name=agency][value="${choice?.code}"]`)).toBe(true);
  expect(await page.locator(`${items} h3`).allTextContents()).toEqual(hits);

  // Back once more undoes the choice of the agency, and only that.
  expect(countIn(await after(visit, () => page.goBack()))).toBe(all);
  expect(await page.isChecked(`[name=agency][value="${choice?.code}"]`)).toBe(false);
  expect(await page.inputValue("#search-q")).toBe("ямами");
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("a first search downloads little: scripts, engine, index and twenty hits", async () => {
  const visit = await portal.visit("appeals/");
  const weighed: Promise<number>[] = [];
  visit.context.on("response", (response) => {
    const packed = /\.(pf_index|columns|pagefind)$/.test(new URL(response.url()).pathname);
    weighed.push(response.body().then((body) => (packed ? body.length : gzipSync(body).length)));
  });
  await after(visit, async () => {
    await visit.page.fill("#search-q", "освещение");
    await visit.page.press("#search-q", "Enter");
  });
  await visit.page.waitForLoadState("networkidle");
  const weights = await Promise.all(weighed);
  expect(weights.length).toBeLessThanOrEqual(30);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(budgets["search-cold"]);
  const scripts = visit.requests.filter((address) => /\/_astro\/.*\.js$/.test(address));
  expect(scripts.length).toBeGreaterThan(1);
  // Nothing of the build is in them: no schemas, no texts of other pages.
  const sentences = Object.values(strings).filter((text) => text.length > 40);
  for (const script of scripts) {
    const code = readFileSync(join(inject("demoSite"), "_astro", script.split("/").at(-1) ?? ""), "utf8");
    expect(gzipSync(code).length).toBeLessThanOrEqual(budgets["search-script"]);
    expect(code).not.toMatch(/ZodError|invalid_type/);
    expect(sentences.filter((text) => code.includes(text))).toEqual([]);
  }
  await visit.close();
});

describe("an address with a question", () => {
  test("shows no other appeals under it while those asked for are looked for", async () => {
    const visit = await portal.visit("404.html");
    const { page } = visit;
    let letCome = (): void => {};
    const held = new Promise<void>((resolve) => (letCome = resolve));
    await page.route("**/search/manifest.json", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${portal.address}appeals/?q=снег`);
    await page.waitForSelector("text=Ищем…");
    expect(await page.locator(items).first().isVisible()).toBe(false);
    expect(await page.innerText("[data-search-heading]")).toBe("Найденные обращения");
    letCome();
    await settled(visit);
    expect(await page.locator(items).first().isVisible()).toBe(true);
    expect(await page.innerText("[data-search-results]")).not.toContain("Ищем…");
    await visit.close();
  });

  test("that is the number of an appeal offers it, and does not say that no appeal has such a word", async () => {
    const number = foldersIn(inject("demoSite"), "appeals").findLast((name) => name !== "by") ?? "";
    const visit = await portal.visit(`appeals/?q=${number}`);
    const opened = visit.page.locator(`[data-search-named] a[href$='/appeals/${number}/']`);
    await opened.waitFor();
    expect(await settled(visit)).toMatch(/^Всех этих слов вместе нет/);
    await visit.page.waitForLoadState("networkidle");
    expect(await visit.page.textContent("[data-search-hints]")).toBe("");
    await visit.close();
  });

  test("gives the same answer when it is shared or loaded again", async () => {
    const visit = await portal.visit(
      "appeals/?q=%C2%AB%D0%B4%D0%B5%D1%82%D1%81%D0%BA%D0%BE%D0%B9+%D0%BF%D0%BB%D0%BE%D1%89%D0%B0%D0%B4%D0%BA%D0%B8%C2%BB&outcome=acted&show=40",
    );
    const said = await settled(visit);
    expect(countIn(said)).toBeGreaterThan(0);
    expect(await visit.page.inputValue("#search-q")).toBe("«детской площадки»");
    const shown = await visit.page.locator(items).count();
    expect(shown).toBe(Math.min(40, countIn(said)));
    await visit.page.reload();
    expect(await settled(visit)).toBe(said);
    await visit.close();
  });

  test("may come from an agency's page, by filters alone", async () => {
    const visit = await portal.visit(`appeals/?agency=${manifest.names.agencies[0]?.code}&year=2026`);
    expect(countIn(await settled(visit))).toBeGreaterThan(0);
    expect(await visit.page.inputValue("#search-from")).toBe("2026-01-01");
    await visit.close();
  });
});

test("hits come newest first, and the button goes on from where the reader is", async () => {
  const visit = await portal.visit("appeals/?q=снег");
  const { page } = visit;
  const total = countIn(await settled(visit));
  expect(total).toBeGreaterThan(40);
  expect(await page.locator(items).count()).toBe(20);
  await page.locator("[data-search-more]").focus();
  await after(visit, () => page.keyboard.press("Enter"));
  expect(await page.locator(items).count()).toBe(40);
  expect(new URL(page.url()).searchParams.get("show")).toBe("40");
  expect(
    await page.evaluate((selector) => document.activeElement === document.querySelectorAll(`${selector} a`)[20], items),
  ).toBe(true);
  const ids = await page
    .locator(`${items} a`)
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const days = ids.map(
    (path) =>
      /datetime="(\d{4}-\d{2}-\d{2})/.exec(readFileSync(join(inject("demoSite"), path, "index.html"), "utf8"))?.[1] ??
      "",
  );
  expect(days).toEqual(days.toSorted().reverse());
  await visit.close();
});

test("whoever stands on a hit stays on it when the list is made anew, and at the list where that hit is gone", async () => {
  const visit = await portal.visit("appeals/");
  const { page } = visit;
  const focused = (): Promise<string> =>
    page.evaluate(() => (document.activeElement as HTMLAnchorElement).href ?? document.activeElement?.id);
  await page.locator(`${items} a`).first().focus();
  const newest = await focused();
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  expect(await focused()).toBe(newest);
  await after(visit, () =>
    page.evaluate(() => document.querySelector<HTMLFormElement>("[data-search-form]")?.requestSubmit()),
  );
  expect(await focused()).toBe(newest);
  await page.locator("#search-q").evaluate((field) => ((field as HTMLInputElement).value = "снег"));
  await after(visit, () =>
    page.evaluate(() => document.querySelector<HTMLFormElement>("[data-search-form]")?.requestSubmit()),
  );
  expect(await focused()).toBe("hits");
  await visit.close();
});

describe("filters", () => {
  test("take several values at once; the counts beside them are exact, and nothing is seen to be nothing", async () => {
    const visit = await portal.visit("appeals/?q=отопление&outcome=acted");
    const { page } = visit;
    const acted = countIn(await settled(visit));
    for (const facet of ["outcome", "rating"]) await page.click(`#facet-${facet}`);
    await page.waitForFunction(
      () => document.querySelector("[data-search-facet=rating] [data-search-count]")?.textContent !== "",
    );
    const values = await valuesOf(visit, "outcome");
    expect(values.find(({ code }) => code === "acted")?.count).toBe(acted);
    expect(values.every(({ count, zero }) => (count === 0) === zero)).toBe(true);
    const other = values.find(({ code, count }) => code !== "acted" && count > 0);
    const both = countIn(await after(visit, () => page.check(`[name=outcome][value=${other?.code}]`)));
    expect(both).toBe(acted + (other?.count ?? 0));
    expect(new URL(page.url()).searchParams.getAll("outcome").toSorted()).toEqual(
      ["acted", other?.code ?? ""].toSorted(),
    );
    const ratings = await valuesOf(visit, "rating");
    expect(ratings.reduce((sum, { count }) => sum + count, 0)).toBe(both);
    const best = countIn(await after(visit, () => page.check("[name=rating][value='5']")));
    expect(best).toBe(ratings.find(({ code }) => code === "5")?.count);
    // What is chosen stands above the results and can be taken back there.
    expect(await page.locator("[data-search-chips] button").count()).toBe(3);
    expect(countIn(await after(visit, () => page.locator("[data-search-chips] button").last().click()))).toBe(both);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test("by month work by keyboard and by dragging over the bars", async () => {
    const visit = await portal.visit("appeals/?q=отопление");
    const { page } = visit;
    const all = countIn(await settled(visit));
    const first = page.locator("[data-search-first]");
    const last = page.locator("[data-search-last]");
    await first.focus();
    const later = countIn(await after(visit, () => page.keyboard.press("ArrowRight")));
    expect(later).toBeLessThanOrEqual(all);
    expect(new URL(page.url()).searchParams.get("from")).toMatch(/^\d{4}-\d{2}-01$/);
    expect(await first.getAttribute("aria-valuetext")).toMatch(/^[а-я]+\s20\d\d$/);
    const box = await page.locator("[data-search-bars]").boundingBox();
    if (box === null) throw new Error("No bars");
    const bars = Number(await last.getAttribute("max")) + 1;
    const at = (bar: number): [number, number] => [box.x + ((bar + 0.5) / bars) * box.width, box.y + box.height / 2];
    await after(visit, async () => {
      await page.mouse.move(...at(2));
      await page.mouse.down();
      await page.mouse.move(...at(4), { steps: 4 });
      await page.mouse.up();
    });
    expect([await first.inputValue(), await last.inputValue()]).toEqual(["2", "4"]);
    const { searchParams } = new URL(page.url());
    expect(await page.inputValue("#search-from")).toBe(searchParams.get("from"));
    const bar = async (number: number): Promise<number> =>
      countIn(((await page.locator("[data-search-bars] title").nth(number).textContent()) ?? "").split(":")[1] ?? "");
    expect(countIn(await settled(visit))).toBe((await bar(2)) + (await bar(3)) + (await bar(4)));
    await visit.close();
  });

  test("that leave nothing can be dropped at once, an agency that is gone among them", async () => {
    const visit = await portal.visit("appeals/?q=отопление&agency=nobody");
    expect(await settled(visit)).toMatch(/^Ничего не нашлось/);
    expect(await visit.page.textContent("[data-search-chips]")).toContain("nobody");
    expect(await after(visit, () => visit.page.click("[data-search-hints] button"))).toMatch(/^По словам нашлось/);
    expect(new URL(visit.page.url()).searchParams.has("agency")).toBe(false);
    await visit.close();
  });
});

describe("words", () => {
  test("typed in the other keyboard layout are understood, and nothing is replaced unasked", async () => {
    const visit = await portal.visit("appeals/?q=jnjgktybt");
    // What is named by the other layout is offered above.
    expect(await settled(visit)).toMatch(/^(Ничего не нашлось|Всех этих слов вместе нет)/);
    const offered = visit.page.locator("[data-search-hints] button");
    expect(await offered.textContent()).toBe("отопление");
    expect(await visit.page.inputValue("#search-q")).toBe("jnjgktybt");
    expect(await after(visit, () => offered.click())).toMatch(/^По словам нашлось/);
    await visit.close();
  });

  test("that occur nowhere are named; the word being typed is completed", async () => {
    const visit = await portal.visit("appeals/?q=отопление+абракадабрище");
    await settled(visit);
    await visit.page.waitForSelector("[data-search-hints] p");
    expect((await visit.page.textContent("[data-search-hints]"))?.replaceAll("\u00a0", " ")).toContain(
      "Этого слова нет ни в одном обращении: «абракадабрище»",
    );
    await visit.page.fill("#search-q", "дорога отоп");
    await visit.page.waitForSelector("[data-search-words] option", { state: "attached" });
    expect(await visit.page.locator("[data-search-words] option").first().getAttribute("value")).toMatch(
      /^дорога отоп[а-я]+$/,
    );
    await visit.close();
  });

  test.each([
    ["of ten thousand letters", "отопление ".repeat(1000), /^По словам нашлось .*искали по его началу/s],
    ["without a letter", "!!! ... ???", /^По этим словам искать нечего/],
    ["of stop words", "и в не на", /^По этим словам искать нечего/],
    ["with a quote that never closes", "«отопление", /^По словам нашлось /],
    ["of a pattern", "сн[еэ]г.* (снег|лед)+", /^(По словам нашлось|Ничего|Всех этих слов вместе нет)/],
    ["of markup", "<img src=x onerror=alert(1)>", /^Ничего/],
  ])("%s do no harm", async (_what, typed, said) => {
    const visit = await portal.visit("appeals/");
    expect(
      await after(visit, async () => {
        await visit.page.fill("#search-q", typed);
        await visit.page.press("#search-q", "Enter");
      }),
    ).toMatch(said);
    await visit.page.reload();
    expect(await settled(visit)).toMatch(typed.length > 500 ? /^По словам нашлось / : said);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

test("two tabs search side by side", async () => {
  const visit = await portal.visit("appeals/?q=отопление");
  const other = await visit.context.newPage();
  await other.goto(`${portal.address}appeals/?q=дорога`);
  await other.waitForSelector('[data-search-results][aria-busy="false"]');
  const said = await settled(visit);
  expect(await settled({ ...visit, page: other })).not.toBe(said);
  await visit.close();
});

test("what is typed is searched after a pause, and what finds nothing says so", async () => {
  const visit = await portal.visit("appeals/");
  const { page } = visit;
  const said = await after(visit, () => page.locator("#search-q").pressSequentially("абракадабра", { delay: 5 }));
  expect(said).toMatch(/^Ничего не нашлось/);
  expect(await page.locator(items).count()).toBe(0);
  expect(await after(visit, () => page.fill("#search-q", "и в не"))).toMatch(/^По этим словам искать нечего/);
  expect(await after(visit, () => page.click("[data-search-clear]"))).toContain(
    String(manifest.total).replace(/\B(?=(\d{3})+$)/g, " "),
  );
  expect(new URL(page.url()).search).toBe("");
  expect(visit.faults).toEqual([]);
  await visit.close();
});

describe("a search that cannot be had", () => {
  test.each([
    [
      "because the portal was renewed",
      "**/search/manifest.json",
      200,
      JSON.stringify({ schema: 1, analyzer: 1, edition: "1999-01-01" }),
      /только что обновился/,
    ],
    ["because a part is missing", "**/*.pf_index", 404, "", /только что обновился/],
    ["because a part is damaged", "**/columns.columns", 200, "\u001f\u008bdamaged", /не сработал/],
  ])("%s says so and counts nothing", async (_why, pattern, code, body, words) => {
    const visit = await portal.visit("appeals/");
    await visit.context.route(pattern, (route) => route.fulfill({ status: code, body: Buffer.from(body, "latin1") }));
    const said = await after(visit, async () => {
      await visit.page.fill("#search-q", "яма");
      await visit.page.press("#search-q", "Enter");
    });
    expect(said).toMatch(words);
    expect(said).not.toMatch(/нашл/i);
    expect(await visit.page.locator(items).count()).toBe(0);
    await visit.context.unroute(pattern);
    if (!said.includes("обновился")) {
      expect(await after(visit, () => visit.page.click(`${status} button`))).toMatch(/^По словам нашлось/);
    }
    await visit.close();
  });

  test("because the line is down comes back when the line does", async () => {
    const visit = await portal.visit("appeals/?q=яма");
    const said = await settled(visit);
    await visit.context.setOffline(true);
    expect(
      await after(visit, async () => {
        await visit.page.fill("#search-q", "отопление");
        await visit.page.press("#search-q", "Enter");
      }),
    ).toMatch(/нет связи/);
    await visit.context.setOffline(false);
    expect(await after(visit, () => visit.page.click(`${status} button`))).toMatch(/^По словам нашлось/);
    expect(await after(visit, () => visit.page.goBack())).toBe(said);
    await visit.close();
  });
});
