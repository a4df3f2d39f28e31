import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { foldersIn, openPortal, type OpenPortal, type Visit } from "./portal.ts";

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const pageOf = (id: string): string => readFileSync(join(inject("demoSite"), "appeals", id, "index.html"), "utf8");
/** The first appeal that came through a channel, of an agency that has figures of it. */
const appealOf = (channel: string): string =>
  foldersIn(inject("demoSite"), "appeals").find(
    (id) => id.length > 7 && pageOf(id).includes(`data-channel="${channel}"`),
  )!;
const usual = ({ page }: Visit) => page.locator(".appeal-usual");
const link = ({ page }: Visit) => page.locator(".appeal aside p a[href*='/agencies/']");

/** «1 день 4 часа» and «1 д 4 ч» are the same wait. */
function minutes(text: string): number {
  const of = (unit: RegExp): number => Number(unit.exec(text.replaceAll("\u00a0", " "))?.[1]?.replace(",", ".") ?? 0);
  return of(/([\d,]+) д/u) * 1440 + of(/(\d+) ч/u) * 60 + of(/(\d+) м/u);
}

const channels = { social: "Социальные сети", letter: "Письма", portal: "Сайты и приложения" };

test.each(Object.entries(channels))(
  "beside an appeal (%s) stands how long its agency usually takes, as the agency's page has it, and nothing moves",
  async (channel, name) => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1280, height: 900 },
    ]) {
      const visit = await portal.visit(`appeals/${appealOf(channel)}/`, { viewport });
      const { page } = visit;
      await usual(visit).locator("dl").waitFor();
      const shown = await usual(visit).locator("b").allTextContents();
      expect(shown.length).toBe(2);
      // What was put in fits into the place that was kept for it.
      expect(
        await usual(visit).evaluate(
          (place) =>
            place.lastElementChild!.getBoundingClientRect().bottom -
            place.getBoundingClientRect().top -
            parseFloat(getComputedStyle(place).minBlockSize),
        ),
      ).toBeLessThanOrEqual(0);
      expect(visit.faults).toEqual([]);
      await link(visit).click();
      const row = page.locator("section[aria-labelledby=channels] tbody tr", { hasText: name });
      await row.waitFor();
      const figures = await row
        .locator("td")
        .evaluateAll((cells) => cells.map((cell) => [cell.getAttribute("data-label")!, cell.textContent]));
      const half = figures.filter(([label]) => label!.startsWith("Половин")).map(([, text]) => text!);
      expect(shown.map(minutes)).toEqual(half.map(minutes));
      expect(Math.min(...shown.map(minutes))).toBeGreaterThan(0);
      await visit.close();
    }
  },
);

test("without JavaScript, and where the figures cannot be had, the link to the agency stands", async () => {
  const path = `appeals/${appealOf("social")}/`;
  const plain = await portal.visit(path, { javaScriptEnabled: false });
  expect(await usual(plain).boundingBox()).toMatchObject({ height: 0 });
  expect(await link(plain).isVisible()).toBe(true);
  await plain.close();
  const visit = await portal.visit("about/");
  await visit.context.route("**/usual.json", (route) => route.fulfill({ status: 503 }));
  const asked = visit.page.waitForResponse("**/usual.json");
  await visit.page.goto(portal.address + path);
  await asked;
  await visit.page.waitForLoadState("networkidle");
  expect(await usual(visit).locator("> *").count()).toBe(0);
  expect(visit.faults.filter((fault) => !fault.includes("503"))).toEqual([]);
  await link(visit).click();
  expect(new URL(visit.page.url()).pathname).toMatch(/\/agencies\/[^/]+\/$/u);
  await visit.close();
});
