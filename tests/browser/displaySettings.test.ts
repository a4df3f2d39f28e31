import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { foldersIn, openPortal, type OpenPortal } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const agency = `agencies/${foldersIn(inject("demoSite"), "agencies")[0]}/`;
const look = () => {
  const style = getComputedStyle(document.documentElement);
  return {
    size: style.fontSize,
    spacing: style.letterSpacing,
    paper: style.backgroundColor,
    plots: [...document.querySelectorAll(".plot svg, .plot canvas")].filter(
      (drawing) => drawing.getClientRects().length > 0,
    ).length,
  };
};

test("by keyboard alone letters grow, colours turn to white on black, and the next page remembers both before it is painted", async () => {
  const visit = await portal.visit(agency, { colorScheme: "light" });
  const { page } = visit;
  const usual = await page.evaluate(look);
  await page.locator(".display summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.locator('[name="display-colours"][value="usual"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const chosen = await page.evaluate(look);
  expect(parseFloat(chosen.size)).toBe(parseFloat(usual.size) * 1.25);
  expect(chosen.paper).toBe("rgb(0, 0, 0)");

  // The setting stands when the body begins, before any module has run.
  await visit.context.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      (window as unknown as { early: unknown }).early = { ...document.documentElement.dataset };
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${portal.address}overdue/`);
  expect(await page.evaluate(() => (window as unknown as { early: unknown }).early)).toMatchObject({
    size: "large",
    colours: "white-on-black",
  });
  expect((await page.evaluate(look)).paper).toBe("rgb(0, 0, 0)");

  await page.locator(".display summary").click();
  await page.locator('.display button[type="reset"]').click();
  await page.waitForFunction(() => document.documentElement.dataset["size"] === undefined);
  await page.reload();
  expect(await page.evaluate(look)).toMatchObject({ size: usual.size, paper: usual.paper });
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("without pictures the tables under the charts open", async () => {
  const visit = await portal.visit(agency);
  const { page } = visit;
  expect((await page.evaluate(look)).plots).toBeGreaterThan(0);
  await page.locator(".display summary").click();
  await page.locator('[name="display-pictures"][value="off"]').check();
  expect((await page.evaluate(look)).plots).toBe(0);
  expect(await page.locator("figure details:not([open])").count()).toBe(0);
  await visit.close();
});

test("with JavaScript off a choice holds on its page", async () => {
  const visit = await portal.visit(agency, { javaScriptEnabled: false, colorScheme: "light" });
  const { page } = visit;
  await page.locator(".display summary").click();
  await page.locator('[name="display-size"][value="huge"]').check();
  await page.locator('[name="display-spacing"][value="wide"]').check();
  await page.locator('[name="display-colours"][value="black-on-white"]').check();
  const chosen = await page.locator("html").evaluate(look);
  expect(chosen).toMatchObject({ size: "24px", paper: "rgb(255, 255, 255)" });
  expect(parseFloat(chosen.spacing)).toBeCloseTo(0.12 * 24, 1);
  await visit.close();
});

test("more contrast is had from the system's own setting too", async () => {
  const visit = await portal.visit(agency, { contrast: "more", colorScheme: "light" });
  const colours = await visit.page.evaluate(() =>
    ["--ink", "--ink-soft"].map((token) => getComputedStyle(document.documentElement).getPropertyValue(token).trim()),
  );
  expect(colours[1]).toBe(colours[0]);
  await visit.close();
});
