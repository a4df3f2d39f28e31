import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { foldersIn, openPortal, type OpenPortal } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const agencies = foldersIn(inject("demoSite"), "agencies");

test("the sections of an agency's page stand in the order of reading", async () => {
  const visit = await portal.visit("agencies/minobr/", { javaScriptEnabled: false });
  const order = await visit.page
    .locator("[data-report] > section, [data-report] > div > section")
    .evaluateAll((sections) => sections.map((section) => section.getAttribute("aria-labelledby")));
  expect(order).toEqual([
    "wait",
    "reactions",
    "channels",
    "outcomes",
    "months",
    "replies",
    "places",
    "crossings",
    "standing",
    "open",
    "ratings",
    "notes",
    "latest",
    "downloads",
  ]);
  await visit.close();
});

// What an agency says itself is as long as it says it, and is printed whole: that of adm-svetloyarsk needs a third page.
test.each([
  `agencies/${agencies[0]!}`,
  "agencies/minobr",
  "agencies/gzhi",
  "agencies/othody",
  "topics/waste",
  "topics/other",
  "places/kitezh",
])("the report of %s is two printed pages", async (page) => {
  const visit = await portal.visit(`${page}/`);
  const pdf = await visit.page.pdf({ preferCSSPageSize: true });
  expect([...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/gu)].length).toBe(2);
  await visit.close();
});

test("the first view is light, a chart in view costs one script more, and nothing moves", async () => {
  const visit = await portal.visit("method/");
  const { page, context } = visit;
  // What the browser holds already does not count: a reader may come here first.
  const client = await context.newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  // Nothing of the page before may still come in: what is navigated away from cannot be weighed.
  await page.waitForLoadState("networkidle");
  const weights: Promise<{ script: boolean; bytes: number }>[] = [];
  context.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const packed = /\.(woff2|png)$/.test(pathname);
    weights.push(
      response
        .body()
        .then((body) => ({ script: pathname.endsWith(".js"), bytes: packed ? body.length : gzipSync(body).length })),
    );
  });
  const loaded = async (isOnlyScripts: boolean) =>
    (await Promise.all(weights))
      .filter(({ script }) => script || !isOnlyScripts)
      .reduce((total, { bytes }) => total + bytes, 0);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${portal.address}agencies/minobr/`, { waitUntil: "networkidle" });
  expect(await loaded(false)).toBeLessThan(100_000);
  expect(await loaded(true)).toBeLessThan(15_000);
  await page.evaluate(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.locator("[data-chart]").first().scrollIntoViewIfNeeded();
  await page.waitForSelector("[data-live] canvas");
  await page.waitForLoadState("networkidle");
  expect(await loaded(true)).toBeLessThan(75_000);
  expect(await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThan(0.001);
  await visit.close();
});

test("files of a chart are there: its figures, for programs and for spreadsheets", async () => {
  const visit = await portal.visit("agencies/minobr/");
  const links = await visit.page
    .locator("figure .files a[download]")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  // Four charts: how long people wait, two of the months, and where the agency stands.
  expect(links.length).toBe(4 * 2);
  for (const link of links) {
    const response = await visit.context.request.get(link);
    expect([link, response.status()]).toEqual([link, 200]);
    expect(response.headers()["content-type"]).toMatch(/^text\/csv/);
  }
  await visit.close();
});
