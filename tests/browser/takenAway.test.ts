import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { lightColour } from "../../src/charts/palette.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { openPortal, type OpenPortal } from "./portal.ts";

/** What people take away of a page, as pictures, on paper or by ear, says no less than the page. */

const site = inject("demoSite");
let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(site);
});
afterAll(() => portal.close());

test("every kind of picture that the demonstration holds says at its upper edge that nothing of it is true", async () => {
  const kits = readdirSync(join(site, "press", "gzhi")).filter((file) => file.endsWith(".png"));
  const pictures = [
    "share/edition.png",
    "share/agencies/gzhi.png",
    "share/en/topics/heating.png",
    ...kits.map((file) => `press/gzhi/${file}`),
  ];
  expect(pictures.length).toBeGreaterThan(5);
  for (const file of pictures) {
    const image = await loadImage(readFileSync(join(site, file)));
    const context = createCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    // Right of the words, inside the band.
    const [red = 0, green = 0, blue = 0] = context.getImageData(image.width - 10, 16, 1, 1).data;
    const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    expect(colour, file).toBe(lightColour("notice"));
  }
  const drawings = filesBelow(join(site, "press")).filter((file) => file.endsWith(".svg"));
  expect(drawings.length).toBeGreaterThan(2);
  for (const file of drawings)
    expect(readFileSync(join(site, "press", file), "utf8").replaceAll("\u00a0", " "), file).toMatch(
      /вымышлены|are invented/,
    );
});

test.each(["agencies/gzhi/", "agencies/gzhi/embed/#outcomes"])(
  "the bar of outcomes on /%s tells every part by ear, however small",
  async (path) => {
    const visit = await portal.visit(path);
    const bar = visit.page.locator(".outcomes svg.bar");
    const told = ((await bar.getAttribute("aria-label")) ?? "").replace(/\s/g, " ");
    const rows = await visit.page
      .locator(".outcomes tbody tr")
      .evaluateAll((all) =>
        all.map((row) => [
          row.querySelector("th")!.textContent.trim(),
          row.querySelector(".percent")!.textContent.trim(),
        ]),
      );
    expect(rows.length).toBeGreaterThan(4);
    for (const [name = "", share = ""] of rows) {
      expect(told.toLowerCase()).toContain(name.replace(/\s/g, " ").toLowerCase());
      expect(told).toContain(share.replace(/\s/g, " "));
    }
    await visit.close();
  },
);

test.each(["agencies/gzhi/", "agencies/gzhi/embed/", "agencies/gzhi/embed/#curve-dark", "data/"])(
  "/%s is light on paper, whatever it is on the screen",
  async (path) => {
    const visit = await portal.visit(path, { colorScheme: "dark" });
    /** Colours of the page, and of all that is drawn on it. */
    const colours = (): Promise<string[]> =>
      visit.page.evaluate(() =>
        [...document.querySelectorAll("body, main svg *")].flatMap((element) => {
          const { color, fill, stroke } = getComputedStyle(element);
          return [color, fill, stroke];
        }),
      );
    const dark = await colours();
    await visit.page.emulateMedia({ media: "print", colorScheme: "dark" });
    const printed = await colours();
    await visit.page.emulateMedia({ media: "print", colorScheme: "light" });
    expect(printed).toEqual(await colours());
    expect(printed).not.toEqual(dark);
    await visit.close();
  },
);
