import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { isInEveryLanguage } from "../../src/words/links.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";

const site = inject("demoSite");
let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(site);
});
afterAll(() => portal.close());

/** Addresses of pages below a folder of the site. */
const pagesBelow = (folder: string): string[] =>
  readdirSync(join(site, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("index.html"))
    .map((file) => file.slice(0, -"index.html".length))
    .sort();

test("every page but those of appeals and lists of them stands in both languages, each naming all its versions", () => {
  const english = pagesBelow("en");
  const russian = pagesBelow("").filter((page) => !page.startsWith("en/") && isInEveryLanguage(`/${page}`));
  expect(english).toEqual(russian);
  for (const page of english) {
    for (const folder of ["", "en/"]) {
      const html = readFileSync(join(site, folder, page, "index.html"), "utf8");
      if (html.includes('name="robots" content="noindex"')) continue;
      const versions = [
        ...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/[^/]+\/([^"]*)"/g),
      ].map(([, language, path]) => [language, path]);
      expect(versions, folder + page).toEqual([
        ["ru", page],
        ["en", `en/${page}`],
        ["x-default", page],
      ]);
      expect(html).toContain(`<link rel="canonical" href="https://otklik.example/${folder}${page}"`);
    }
  }
});

test("the switch leads to the same page in the other language and back, by a link that needs no script", async () => {
  const visit = await portal.visit("agencies/gzhi/", { javaScriptEnabled: false });
  const { page } = visit;
  await page.getByRole("link", { name: "English" }).click();
  expect(new URL(page.url()).pathname).toBe("/en/agencies/gzhi/");
  expect(await page.getAttribute("html", "lang")).toBe("en");
  expect(await page.textContent("h1")).toContain("State Housing Inspectorate");
  await page.getByRole("link", { name: "Русский" }).click();
  expect(new URL(page.url()).pathname).toBe("/agencies/gzhi/");
  await visit.close();
});

/** Words in Cyrillic letters that a screen reader would try to read as English. */
const unmarkedRussian = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const holder = texts.currentNode.parentElement!;
      // What the reader typed is quoted as it is.
      const text = (texts.currentNode.nodeValue ?? "").replace(/“[^”]*”|[?&]q=\S*/gu, "");
      if (
        /[а-яё]/iu.test(text) &&
        holder.closest("[lang]")?.getAttribute("lang") !== "ru" &&
        holder.closest("script, code") === null
      )
        found.push(text.trim());
    }
    return found;
  });

test.each([
  "en/",
  "en/agencies/",
  "en/agencies/gzhi/",
  "en/topics/housing/",
  "en/appeals/",
  "en/method/",
  "en/data/",
  "en/privacy/",
])("/%s is English throughout, but for the words of appeals", async (path) => {
  const visit = await portal.visit(path);
  expect(await unmarkedRussian(visit)).toEqual([]);
  await visit.page.waitForLoadState("networkidle");
  const { origin } = new URL(portal.address);
  expect(
    visit.requests.filter(
      (address) => !address.startsWith(origin) && !address.startsWith("data:") && !address.startsWith("blob:"),
    ),
  ).toEqual([]);
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("the English search finds the same appeals in the one index and leads to their pages", async () => {
  const hits = async (path: string): Promise<string[]> => {
    const visit = await portal.visit(path);
    await visit.page.waitForSelector('[aria-busy="false"]');
    const found = await visit.page
      .locator("[data-search-list] :is(h2, h3) a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(await unmarkedRussian(visit)).toEqual(path.startsWith("en/") ? [] : expect.anything());
    await visit.close();
    return found;
  };
  const english = await hits("en/appeals/?q=мусор");
  expect(english.length).toBeGreaterThan(0);
  expect(english).toEqual(await hits("appeals/?q=мусор"));
  const visit = await portal.visit("en/appeals/?q=мусор");
  await visit.page.waitForSelector('[aria-busy="false"]');
  await visit.page.locator("[data-search-list] :is(h2, h3) a").first().click();
  await visit.page.waitForSelector("article.appeal");
  expect(await visit.page.getAttribute("html", "lang")).toBe("ru");
  await visit.page.getByRole("link", { name: "English" }).click();
  expect(new URL(visit.page.url()).pathname).toBe("/en/appeals/");
  await visit.close();
});

test("words of Tatar, Bashkir, Khakas, Chuvash and Yakut are set in the portal's own typeface, without one letter of another", async () => {
  const alphabets = [
    "Әә Җҗ Ңң Өө Үү Һһ",
    "Әә Ғғ Ҙҙ Ҡҡ Ңң Өө Ҫҫ Үү Һһ",
    "Ғғ Іі Ңң Ӧӧ Ӱӱ Ҷҷ",
    "Ӑӑ Ӗӗ Ҫҫ Ӳӳ",
    "Ҕҕ Ҥҥ Өө Һһ Үү",
  ];
  const visit = await portal.visit("about/");
  const { page } = visit;
  await page.waitForLoadState("networkidle");
  const fetchedForThem = (): string[] => visit.requests.filter((address) => address.includes("cyrillic-ext"));
  expect(fetchedForThem()).toEqual([]);
  await page.evaluate(async (texts) => {
    for (const [at, text] of texts.entries()) {
      const words = document.createElement("p");
      words.id = `letters-${at}`;
      words.textContent = text;
      document.querySelector("main")!.append(words);
    }
    await document.fonts.load("16px 'Golos Text'", texts.join(""));
    await document.fonts.ready;
  }, alphabets);
  expect(fetchedForThem()).toHaveLength(1);
  const session = await visit.context.newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  for (const [at, letters] of alphabets.entries()) {
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: `#letters-${at}` });
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    expect(
      fonts.filter(({ isCustomFont }) => !isCustomFont),
      letters,
    ).toEqual([]);
    expect(fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0)).toBeGreaterThanOrEqual(letters.length);
  }
  await visit.close();
});
