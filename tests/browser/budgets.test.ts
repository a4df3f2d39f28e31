import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import description from "../../package.json" with { type: "json" };
import { foldersIn, openPortal, type OpenPortal, type Visit } from "./portal.ts";
import { bytesOf } from "./wire.ts";

const { budgets } = description;

/** What a reader with a phone and a poor connection pays for a page. The limits stand in package.json. */

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const phone = { viewport: { width: 360, height: 740 } };
const appeal = foldersIn(inject("demoSite"), "appeals").find((name) => !/^\d{4}-\d{2}$/.test(name)) ?? "";

/** How far things moved by themselves since the page was opened: https://web.dev/articles/cls */
const layoutShift = ({ page }: Visit): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );

const scrollThrough = async ({ page }: Visit): Promise<void> => {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 500) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });
  await page.waitForLoadState("networkidle");
};

describe("over the wire, packed with gzip, typefaces and scripts included", () => {
  test.each([
    ["overview", ""],
    ["agency", "agencies/gzhi/"],
    ["search", "appeals/"],
    ["appeal", `appeals/${appeal}/`],
  ] as const)(
    "the first view of the %s page stays within its budget, and nothing on it moves by itself",
    async (kind, path) => {
      const visit = await portal.visit(path, phone);
      await visit.page.waitForLoadState("networkidle");
      const fetched = await visit.wire.all();
      expect(bytesOf(fetched)).toBeGreaterThan(10_000);
      expect(bytesOf(fetched)).toBeLessThanOrEqual(budgets[`${kind}-first-view`]);
      expect(bytesOf(fetched, "script")).toBeLessThanOrEqual(budgets["script-before-chart"]);
      await scrollThrough(visit);
      expect(await layoutShift(visit)).toBe(0);
      await visit.close();
    },
  );

  test("an agency page with all its charts come into view stays within the budget of scripts", async () => {
    const visit = await portal.visit("agencies/gzhi/");
    await visit.page.locator("[data-chart]").first().scrollIntoViewIfNeeded();
    await visit.page.waitForSelector("[data-chart] canvas", { state: "attached" });
    await scrollThrough(visit);
    const script = bytesOf(await visit.wire.all(), "script");
    expect(script).toBeGreaterThan(budgets["script-before-chart"]);
    expect(script).toBeLessThanOrEqual(budgets["script-after-chart"]);
    expect(await layoutShift(visit)).toBe(0);
    await visit.close();
  });

  test("the first search of a visit stays within its budget", async () => {
    const visit = await portal.visit("appeals/?q=отопление", phone);
    await visit.page.waitForSelector('[aria-busy="false"]');
    await visit.page.waitForLoadState("networkidle");
    const fetched = (await visit.wire.all()).filter(
      ({ path }) => path.includes("/search/") || path.includes("searchWorker"),
    );
    expect(bytesOf(fetched)).toBeGreaterThan(1000);
    expect(bytesOf(fetched)).toBeLessThanOrEqual(budgets["search-cold"]);
    await visit.close();
  });

  test("every picture for sharing stays within its budget", () => {
    const folder = join(inject("demoSite"), "share");
    const pictures = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".png"));
    expect(pictures.length).toBeGreaterThan(100);
    expect(pictures.filter((file) => statSync(join(folder, file)).size > budgets["share-image"])).toEqual([]);
  });

  test("letters of other alphabets are fetched only where they stand", async () => {
    const visit = await portal.visit("", phone);
    await visit.page.waitForLoadState("networkidle");
    const fonts = (await visit.wire.all()).filter(({ kind }) => kind === "font").map(({ path }) => path);
    expect(fonts.map((path) => /golos-text-([a-z-]+)\./.exec(path)?.[1]).sort()).toEqual([
      "cyrillic-russian",
      "latin-basic",
    ]);
    await visit.close();
  });
});
