import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { objectionsToFeed } from "../site/feeds/atomRules.ts";
import { openPortal, type OpenPortal } from "./portal.ts";

/** What readers' programs follow the portal by. */

const site = inject("demoSite");
let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(site);
});
afterAll(() => portal.close());

test("every feed of the portal holds to the rules of Atom, has an id of its own and leads to pages that are there", () => {
  const files = filesBelow(site).filter((file) => file.endsWith(".atom"));
  // Of all appeals, of every subject and what is overdue of it, of channels, outcomes, editions and what rises.
  expect(files.length).toBeGreaterThan(300);
  const feedIds = new Set<string>();
  for (const file of files) {
    const xml = readFileSync(join(site, file), "utf8");
    expect(objectionsToFeed(xml, `https://otklik.example/${file}`), file).toEqual([]);
    feedIds.add(/<id>([^<]+)/.exec(xml)![1]!);
    for (const [, href = ""] of xml.matchAll(/<link rel="alternate"[^>]*href="([^"]*)"/g)) {
      const { pathname } = new URL(href);
      expect(existsSync(join(site, pathname, "index.html")), `${file} → ${href}`).toBe(true);
    }
  }
  expect(feedIds.size).toBe(files.length);
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

  test("is announced and offered where a reader stands", async () => {
    const announced = (page: string): string[] =>
      [
        ...readFileSync(join(site, page, "index.html"), "utf8").matchAll(
          /<link rel="alternate" type="application\/atom\+xml"[^>]* href="([^"]+)"/g,
        ),
      ].map(([, href]) => href!);
    const ofAgency = ["/agencies/gzhi/feed.atom", "/overdue/by/agency/gzhi/feed.atom"];
    const pages: [string, string[]][] = [
      ["", ["/editions/feed.atom"]],
      ["appeals", ["/appeals/feed.atom"]],
      ["agencies/gzhi", ofAgency],
      ["appeals/by/agency/gzhi", ofAgency],
      ["topics/heating", ["/topics/heating/feed.atom", "/overdue/by/topic/heating/feed.atom"]],
      ["places/belostruysk", ["/places/belostruysk/feed.atom", "/overdue/by/place/belostruysk/feed.atom"]],
      ["places/belostruysk/heating", ["/places/belostruysk/heating/feed.atom"]],
      ["overdue", ["/overdue/feed.atom"]],
      ["overdue/by/agency/gzhi", ["/overdue/by/agency/gzhi/feed.atom"]],
      ["rising", ["/rising/feed.atom"]],
      ["editions", ["/editions/feed.atom"]],
    ];
    for (const [page, feeds] of pages) {
      expect(announced(page), page).toEqual(feeds);
      for (const feed of feeds) expect(existsSync(join(site, feed)), feed).toBe(true);
    }
    // A link that is seen, and says what reads it.
    const visit = await portal.visit("topics/heating/", { javaScriptEnabled: false });
    for (const feed of ["/topics/heating/feed.atom", "/overdue/by/topic/heating/feed.atom"])
      expect(await visit.page.locator(`a[href="${feed}"]`).isVisible(), feed).toBe(true);
    await visit.close();
  });

  test("is offered by the search where it brings the same appeals, and only there", async () => {
    const offered = async (query: string): Promise<string | null> => {
      const visit = await portal.visit(`appeals/${query}`);
      if (query !== "") await visit.page.waitForSelector('[aria-busy="false"]');
      const link = visit.page.getByRole("link", { name: "Подписаться" });
      const href = (await link.count()) === 0 ? null : await link.getAttribute("href");
      await visit.close();
      return href;
    };
    for (const [query, feed] of [
      ["", "/appeals/feed.atom"],
      ["?agency=gzhi", "/agencies/gzhi/feed.atom"],
      ["?channel=letter", "/appeals/by/channel/letter/feed.atom"],
      ["?outcome=refused", "/appeals/by/outcome/refused/feed.atom"],
    ] as const) {
      expect(await offered(query), query).toBe(feed);
      expect(existsSync(join(site, feed)), feed).toBe(true);
    }
    for (const query of ["?agency=gzhi&q=вода", "?agency=gzhi&agency=minobr", "?agency=gzhi&outcome=acted", "?q=вода"])
      expect(await offered(query), query).toBeNull();
  });
});
