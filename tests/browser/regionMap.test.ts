import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPortal, type OpenPortal } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const screens = [
  { viewport: { width: 360, height: 740 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
] as const;

describe.each(screens)("at $viewport.width px, $colorScheme, without a script", (screen) => {
  test("a place is found on the map by its name and value, and leads to its page; the table beside says the same", async () => {
    const visit = await portal.visit("places/", { ...screen, javaScriptEnabled: false });
    const { page } = visit;
    const map = page.locator("#map-rate");
    const link = map.getByRole("link", { name: /^город Белоструйск: \d+,\d на 1\s000 жителей/ }).first();
    const value = /: (\d+,\d)/.exec((await link.getAttribute("aria-label")) ?? "")?.[1];
    expect(await map.locator("tbody tr", { hasText: "Белоструйск" }).locator("td").innerText()).toContain(value);
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/places/belostruysk/");
    await visit.close();
  });
});

test("every place of the map is a link of its own size, drawn once, and the drawing weighs less than ten kilobytes packed", async () => {
  const visit = await portal.visit("places/", screens[0]);
  const drawing = visit.page.locator("#map-rate .map svg");
  expect(gzipSync(await drawing.evaluate((svg) => svg.outerHTML)).length).toBeLessThan(10_000);
  const boxes = await drawing
    .locator("a")
    .evaluateAll((links) =>
      links.map((link) => link.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    );
  expect(boxes.length).toBe(25);
  expect(Math.min(...boxes.flat())).toBeGreaterThanOrEqual(20);
  await visit.page.locator("#map-rate summary").click();
  const tiles = await visit.page
    .locator("#map-rate details a")
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().width));
  expect(tiles.length).toBe(25);
  expect(Math.min(...tiles)).toBeGreaterThanOrEqual(44);
  await visit.close();
});

test("shades are told apart in the dark, on paper, in the reader's own colours, and in forced ones; hatching is no shade", async () => {
  const visit = await portal.visit("places/", { colorScheme: "light" });
  const { page } = visit;
  const shades = (): Promise<string[]> =>
    page.locator("#map-in-time .key rect[class^=shade]").evaluateAll((samples) =>
      samples.map((sample) => {
        const { fill, fillOpacity } = getComputedStyle(sample);
        return `${fill} ${fillOpacity}`;
      }),
    );
  const seen = [await shades()];
  await page.emulateMedia({ colorScheme: "dark" });
  seen.push(await shades());
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  seen.push(await shades());
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  seen.push(await shades());
  await page.emulateMedia({ forcedColors: "none" });
  await page.evaluate(() => (document.documentElement.dataset["colours"] = "white-on-black"));
  seen.push(await shades());
  for (const four of seen) expect(new Set(four).size).toBe(4);
  // Paper has the shades of the light theme.
  expect(seen[2]).toEqual(seen[0]);
  expect(await page.locator("#map-in-time .map a .few").getAttribute("fill")).toBe("url(#map-in-time-hatch)");
  await visit.close();
});

test("a map says whose boundaries it has, and its CSV and the page on method are there", async () => {
  const visit = await portal.visit("topics/waste/");
  const { page } = visit;
  expect(await page.locator("#map-rate .attribution").innerText()).toMatch(/^Границы: /);
  const hrefs = await page
    .locator("#map-rate .files a[download], #map-rate .subtitle a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(hrefs.length).toBe(3);
  for (const href of hrefs) {
    const response = await page.request.get(new URL(href, portal.address).href);
    expect(response.status(), href).toBe(200);
    if (href.endsWith("map-rate.csv")) expect(await response.text()).toContain("город Белоструйск");
    if (href.endsWith("/#map")) expect(await response.text()).toContain('id="map"');
  }
  await visit.close();
});
