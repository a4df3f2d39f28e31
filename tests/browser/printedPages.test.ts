import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { foldersIn, kindsOfPage, openPortal, type OpenPortal } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const edition = `editions/${foldersIn(inject("demoSite"), "editions").findLast((name) => /^\d{4}-/u.test(name)) ?? ""}/`;

/** The folds of a printed page whose contents are not on paper, by their summaries; and whether a line says where they are. */
async function foldsLeft(path: string): Promise<{ left: string[]; told: boolean; folds: number }> {
  const visit = await portal.visit(path);
  await visit.page.emulateMedia({ media: "print" });
  const found = await visit.page.evaluate(() => {
    // Form controls and tools of the screen are of no use on paper; what waits for a script is empty.
    const folds = [...document.querySelectorAll("details")].filter(
      (fold) => fold.closest("[data-screen-only], [hidden]") === null,
    );
    // checkVisibility is false under content-visibility: hidden, which is how a closed fold hides what it holds.
    const left = folds.filter((fold) => ![...fold.children].every((child) => (child as HTMLElement).checkVisibility()));
    return {
      left: left.map((fold) => fold.querySelector("summary")?.textContent ?? ""),
      told: [...document.querySelectorAll("[data-print-only]")].some(
        (line) => (line as HTMLElement).checkVisibility() && /https?:\/\//u.test(line.textContent),
      ),
      folds: folds.length,
    };
  });
  await visit.close();
  return found;
}

test("the lists of an edition and the agencies at the usual level are on paper", async () => {
  for (const path of [edition, "agencies/"]) {
    const { left, folds } = await foldsLeft(path);
    expect([path, folds > 0, left]).toEqual([path, true, []]);
  }
});

test("what the screen folds is on paper, or a line with an address says where it is", async () => {
  for (const path of kindsOfPage(inject("demoSite"))) {
    const { left, told } = await foldsLeft(path);
    if (!told) expect([path, left]).toEqual([path, []]);
  }
});

test("what a report has no room for is named in its last line, which the screen does not show", async () => {
  const visit = await portal.visit("agencies/minobr/");
  const line = visit.page.locator("[data-report] > [data-print-only]");
  expect(await line.isVisible()).toBe(false);
  await visit.page.emulateMedia({ media: "print" });
  expect(await line.isVisible()).toBe(true);
  expect(await line.textContent()).toContain("/agencies/minobr/");
  await visit.close();
});
