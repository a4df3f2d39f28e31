import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPortal, type OpenPortal } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

test("who stands out is seen at once, and the others open without a script", async () => {
  const visit = await portal.visit("agencies/", { javaScriptEnabled: false });
  const { page } = visit;
  const section = page.locator("section[aria-labelledby=standing]");
  const rows = section.locator("tbody tr");
  const open = await rows.filter({ visible: true }).count();
  expect(open).toBeGreaterThan(0);
  expect(open).toBeLessThan(await rows.count());
  await section.locator("summary").click();
  expect(await rows.filter({ visible: true }).count()).toBe(await rows.count());
  await visit.close();
});

test("the filter by kind of agency works without a script and leaves no row of another kind", async () => {
  const visit = await portal.visit("agencies/", { javaScriptEnabled: false });
  const { page } = visit;
  const kinds = (): Promise<string[]> =>
    page
      .locator(".comparison tbody tr")
      .filter({ visible: true })
      .evaluateAll((rows) => [...new Set(rows.map((row) => (row as HTMLElement).dataset["kind"]!))].sort());
  expect(await kinds()).toEqual(["district", "executive"]);
  await page.locator('input[name="kind"][value="district"]').check({ force: true });
  expect(await kinds()).toEqual(["district"]);
  await visit.close();
});

test("a column sorts by its figures, says so, and turns round", async () => {
  const visit = await portal.visit("agencies/");
  const { page } = visit;
  const received = (): Promise<number[]> =>
    page
      .locator(".comparison td.received")
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset["sort"])));
  const head = page.locator(".comparison th.received");
  for (const [sort, direction] of [
    ["ascending", 1],
    ["descending", -1],
  ] as const) {
    await head.locator("button").click();
    expect(await head.getAttribute("aria-sort")).toBe(sort);
    const values = await received();
    expect(values).toEqual([...values].sort((a, b) => direction * (a - b)));
  }
  await visit.close();
});

test.each(["agencies/", "topics/", "places/"])(
  "on a phone no bar of waiting times on /%s runs beyond its card",
  async (path) => {
    const visit = await portal.visit(path);
    const { page } = visit;
    await page.setViewportSize({ width: 360, height: 800 });
    const beyond = await page
      .locator("td.median svg .axis")
      .evaluateAll((axes) =>
        Math.max(
          ...axes.map((axis) => axis.getBoundingClientRect().right - axis.closest("td")!.getBoundingClientRect().right),
        ),
      );
    expect(beyond).toBeLessThanOrEqual(0.5);
    await visit.close();
  },
);
