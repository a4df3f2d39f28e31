import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { foldersIn, openPortal, type OpenPortal, type Visit } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const phone = { viewport: { width: 360, height: 800 } };
const editions = foldersIn(inject("demoSite"), "editions").map((date) => `editions/${date}/`);

/** Boxes in which a reader would have to push a table to and fro, by their names. */
const pushed = ({ page }: Visit): Promise<(string | null)[]> =>
  page
    .locator("main [role=group]")
    .evaluateAll((boxes) =>
      boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.getAttribute("aria-label")),
    );

test.each([
  "compare/",
  "overdue/",
  "rising/",
  "week/",
  "uses/",
  "editions/",
  ...editions,
  "data/",
  "privacy/",
  "method/",
])("no table of /%s has to be pushed to be read on a phone", async (path) => {
  const visit = await portal.visit(path, phone);
  await visit.page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  expect(await pushed(visit)).toEqual([]);
  await visit.close();
});

// The table of the page of comparison is made by its script: those of its cards stand on pages of their own.
const compared = `compare/${foldersIn(inject("demoSite"), "compare")[0]}/`;

test.each([compared, "overdue/", "editions/"])(
  "every figure of /%s stands by its label on a phone, and under its head where there is room",
  async (path) => {
    const visit = await portal.visit(path, phone);
    const { page } = visit;
    const table = page.locator("main table").first();
    const labels = () =>
      table
        .locator("tbody tr:has(td)")
        .first()
        .locator("td")
        .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
    const heads = (
      await table
        .locator("thead tr > *")
        .evaluateAll((cells) => cells.map((cell) => (cell.querySelector("a") ?? cell).textContent))
    ).slice(1);
    expect(heads.length).toBeGreaterThan(0);
    // Who hears the page is told the head of the column already: the label is for eyes alone.
    expect(await labels()).toEqual(heads.map((head) => `"${head}" / ""`));
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await labels()).toEqual(heads.map(() => "none"));
    await visit.close();
  },
);
