import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadAxe, objectionsTo } from "./axe.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";
import { bytesOf } from "./wire.ts";

/** What leaves the portal and stays true: an agency in somebody's article, and the feed of its appeals. */

const site = inject("demoSite");
let portal: OpenPortal;
/** A newspaper of another origin. */
let newspaper: Server;
let article: string;
let snippet: string;
beforeAll(async () => {
  portal = await openPortal(site);
  newspaper = createServer((_request, response) =>
    response.writeHead(200, { "Content-Type": "text/html;charset=utf-8" }).end(article),
  ).listen(0, "127.0.0.1");
  const visit = await portal.visit("agencies/gzhi/", { javaScriptEnabled: false });
  snippet = await visit.page.getByLabel("Вставьте этот код").inputValue();
  await visit.close();
});
afterAll(async () => {
  newspaper.close();
  await portal.close();
});

describe("an agency in somebody's article", () => {
  const openArticle = async (width: number, colorScheme: "light" | "dark"): Promise<Visit> => {
    article = `<!doctype html><html lang="ru"><title>Статья</title><body style="margin:0">${snippet.replace("https://otklik.example/", portal.address)}</body></html>`;
    const visit = await portal.visit("method/", { viewport: { width, height: 800 }, colorScheme });
    visit.requests.length = 0;
    await visit.page.goto(`http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`);
    await visit.page.frameLocator("iframe").locator("h1").waitFor();
    return visit;
  };

  test.each([
    [300, "light"],
    [300, "dark"],
    [640, "light"],
    [640, "dark"],
    [800, "light"],
  ] as const)("is whole and easy to read in a column of %i pixels, %s", async (width, scheme) => {
    const visit = await openArticle(width, scheme);
    const frame = visit.page.frames()[1]!;
    expect(
      await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    expect(await frame.locator("figure > svg:visible").count()).toBe(1);
    // Nothing of the drawing lies outside it.
    expect(
      await frame.evaluate(() =>
        [...document.querySelectorAll("figure > svg")].flatMap((svg) => {
          const box = svg.getBoundingClientRect();
          return box.width === 0
            ? []
            : [...svg.querySelectorAll("text")]
                .filter(
                  (text) =>
                    text.getBoundingClientRect().right > box.right + 1 ||
                    text.getBoundingClientRect().left < box.left - 1,
                )
                .map(({ textContent }) => textContent);
        }),
      ),
    ).toEqual([]);
    if (width >= 640)
      expect(
        await frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight),
        "cut at its lower edge",
      ).toBeLessThanOrEqual(0);
    await loadAxe(frame);
    expect(await objectionsTo(frame)).toEqual([]);
    await visit.close();
  });

  test("says what the agency's own page says, and leads there in a window of its own", async () => {
    const visit = await openArticle(640, "light");
    const frame = visit.page.frames()[1]!;
    const figures = await frame.locator("dd").allInnerTexts();
    const sentence = await frame.locator(".sentence").innerText();
    const own = await portal.visit("agencies/gzhi/");
    expect(figures).toHaveLength(4);
    expect(await own.page.locator("[data-report] > dl").first().locator(".value").allInnerTexts()).toEqual(figures);
    expect(await own.page.locator(".headline .sentence").innerText()).toBe(sentence);
    expect(await frame.locator("figure > svg").first().innerHTML()).toBe(
      await own.page.locator("#wait").locator("xpath=ancestor::section").locator("svg.narrow").innerHTML(),
    );
    for (const link of await frame.locator("a").all())
      expect([
        await link.getAttribute("href"),
        await link.getAttribute("target"),
        await link.getAttribute("rel"),
      ]).toEqual(["/agencies/gzhi/", "_blank", "noopener"]);
    await Promise.all([visit.close(), own.close()]);
  });

  test("costs an article less than 40 kB, no script and no request elsewhere", async () => {
    const visit = await portal.visit("agencies/gzhi/embed/");
    await visit.page.waitForLoadState("networkidle");
    const fetched = await visit.wire.all();
    expect(bytesOf(fetched)).toBeLessThan(40_000);
    expect(fetched.filter(({ kind }) => kind === "script" || kind === "font")).toEqual([]);
    expect(visit.requests.filter((address) => !address.startsWith(portal.address))).toEqual([]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test("is not listed by search engines: its agency's page is", async () => {
    const page = readFileSync(join(site, "agencies", "gzhi", "embed", "index.html"), "utf8");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<link rel="canonical" href="https://otklik.example/agencies/gzhi/">');
    expect(readFileSync(join(site, "sitemap-1.xml"), "utf8")).not.toContain("/embed/");
  });

  test("is found by programs that know oEmbed", async () => {
    const visit = await portal.visit("en/agencies/gzhi/");
    const href = await visit.page.getAttribute('link[type="application/json+oembed"]', "href");
    const answer = JSON.parse(readFileSync(join(site, new URL(href!).pathname), "utf8")) as { html: string };
    expect(answer.html).toBe(await visit.page.getByLabel("Put this code").inputValue());
    expect(answer.html).toContain("https://otklik.example/en/agencies/gzhi/embed/");
    await visit.close();
  });
});

describe("a feed", () => {
  test.each(["agencies/gzhi/", "en/agencies/gzhi/", "", "en/editions/"])(
    "of /%s is announced by its page, read by a browser as XML, and leads to pages that are there",
    async (path) => {
      const visit = await portal.visit(path);
      const { page } = visit;
      const href = await page.getAttribute('link[type="application/atom+xml"]', "href");
      const response = await visit.context.request.get(new URL(href!, portal.address).href);
      expect(response.headers()["content-type"]).toBe("application/atom+xml");
      const read = await page.evaluate(
        (xml) => {
          const feed = new DOMParser().parseFromString(xml, "application/xml");
          const entries = [...feed.querySelectorAll("entry")];
          return {
            faults: feed.querySelectorAll("parsererror").length,
            self: feed.querySelector("feed > link[rel=self]")?.getAttribute("href"),
            page: feed.querySelector("feed > link[rel=alternate]")?.getAttribute("href"),
            updated: feed.querySelector("feed > updated")?.textContent,
            ids: entries.map((entry) => entry.querySelector("id")?.textContent),
            links: entries.map((entry) => entry.querySelector("link")?.getAttribute("href") ?? ""),
          };
        },
        await response.text(),
      );
      expect(read).toMatchObject({
        faults: 0,
        self: `https://otklik.example${href}`,
        updated: expect.stringMatching(/^2026-10-31T/),
      });
      expect(read.ids.length).toBeGreaterThan(1);
      expect(read.ids.length).toBeLessThanOrEqual(30);
      expect(new Set(read.ids).size).toBe(read.ids.length);
      for (const link of read.links)
        expect(existsSync(join(site, new URL(link).pathname, "index.html")), link).toBe(true);
      if (path.endsWith("agencies/gzhi/")) expect(read.page).toBe(`https://otklik.example/${path}`);
      await visit.close();
    },
  );

  test("begins with the appeals that its agency's page lists as the newest, in both languages the same", async () => {
    const visit = await portal.visit("agencies/gzhi/");
    const listed = await visit.page
      .locator("#latest")
      .locator("xpath=ancestor::section")
      .locator("a[href*='/appeals/']:not([href*='by']):not([href*='?'])")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(listed.length).toBe(5);
    const inFeed = (file: string) =>
      [
        ...readFileSync(join(site, file), "utf8").matchAll(
          /<link rel="alternate"[^>]*href="https:\/\/otklik\.example(\/appeals\/[^"]*)"/g,
        ),
      ].map(([, address]) => address);
    expect(inFeed("agencies/gzhi/feed.atom").slice(0, 5)).toEqual(listed);
    expect(inFeed("en/agencies/gzhi/feed.atom")).toEqual(inFeed("agencies/gzhi/feed.atom"));
    await visit.close();
  });

  test("is offered by the search where its hits are all appeals of one agency, and only there", async () => {
    const offered = async (query: string): Promise<string | null> => {
      const visit = await portal.visit(`appeals/${query}`);
      await visit.page.waitForSelector('[aria-busy="false"]');
      const link = visit.page.getByRole("link", { name: "Подписаться" });
      const href = (await link.count()) === 0 ? null : await link.getAttribute("href");
      await visit.close();
      return href;
    };
    expect(await offered("?agency=gzhi")).toBe("/agencies/gzhi/feed.atom");
    for (const query of ["?agency=gzhi&q=вода", "?agency=gzhi&agency=minobr", "?agency=gzhi&outcome=acted", "?q=вода"])
      expect(await offered(query), query).toBeNull();
  });
});
