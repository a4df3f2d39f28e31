import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPortal, type OpenPortal } from "./portal.ts";

/** What readers' programs follow the portal by. */

const site = inject("demoSite");
let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(site);
});
afterAll(() => portal.close());

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
