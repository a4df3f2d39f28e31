import { readFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { chartSource, pictureName } from "../../src/charts/pictureTexts.ts";
import { lightColour } from "../../src/charts/palette.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { mapsOf } from "../../src/charts/map/mapDefinition.ts";
import { readFacts } from "../../src/edition/readEdition.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { yearSpan } from "../../src/site/yearSpan.ts";
import { createTelling } from "../../src/words/telling.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";

/** Pictures of charts and maps are made on the page, when a reader asks for one. */

let portal: OpenPortal;
beforeAll(async () => {
  portal = await openPortal(inject("demoSite"));
});
afterAll(() => portal.close());

const telling = createTelling(readFacts(inject("demoEdition")));
const subject = findSubject(telling.facts, "agency", "gzhi")!;
const charts = subjectCharts(telling, subject);

/** What the page writes on canvases from now on. */
async function listen({ page }: Visit): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    const canvases = CanvasRenderingContext2D.prototype as { fillText: (...at: [string, number, number]) => void };
    canvases.fillText = new Proxy(canvases.fillText, {
      apply(target, context, at: [string, number, number]) {
        written.push(at[0]);
        target.apply(context, at);
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { written: string[] }).written);
}

/** Presses the button of a figure's picture. @returns the file, its name and what is written on it */
async function taken(visit: Visit, figure: string) {
  const texts = await listen(visit);
  const [download] = await Promise.all([
    visit.page.waitForEvent("download"),
    visit.page.locator(`${figure} [data-picture]`).click(),
  ]);
  const image = await loadImage(readFileSync(await download.path()));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const at = (x: number, y: number): string => {
    const from = 4 * (y * image.width + x);
    return `#${[...data.subarray(from, from + 3)].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  const colours = new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4));
  return { image, at, colours, name: download.suggestedFilename(), text: (await texts()).join(" ") };
}

const figureOf = (id: string): string => `figure:has(#${id}-title)`;

test.each([
  ["light", ["curve", "inNorm"]],
  ["dark", ["standing", "curve"]],
] as const)("on a %s page the pictures of the charts %s say what their definitions say", async (colorScheme, keys) => {
  const visit = await portal.visit("agencies/gzhi/", { colorScheme });
  expect(visit.requests.filter((request) => request.includes("takePicture"))).toEqual([]);
  for (const key of keys) {
    const chart = charts[key]!;
    const { image, at, colours, name, text } = await taken(visit, figureOf(chart.id));
    expect(name).toBe(`agencies-gzhi-${chart.id}-${telling.facts.edition.date}.png`);
    // Twice the measures of the drawing with its margins.
    expect(image.width).toBe(2 * (760 + 2 * 20));
    expect(image.height).toBeGreaterThan(2 * 336 + 200);
    expect(image.height).toBeLessThan(2 * 336 + 700);
    for (const said of [
      telling.voice.t("site.demo"),
      pictureName(telling, subject),
      chart.title,
      chart.subtitle,
      chartSource(telling, "agencies/gzhi"),
      ...chart.y.ticks.map(({ label }) => label),
      ...(chart.series.length > 1 ? chart.series.map(({ label }) => label) : []),
    ])
      expect(text).toContain(said);
    expect([at(4, 4), at(4, image.height - 4)]).toEqual([lightColour("notice"), lightColour("paper")]);
    expect(colours.size).toBeGreaterThan(50);
  }
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("the picture of a map has its shades, its key and its source", async () => {
  const map = mapsOf(telling, "", yearSpan(telling))[0]!;
  const visit = await portal.visit("places/", { colorScheme: "dark" });
  const { image, at, colours, name, text } = await taken(visit, `#${map.id}`);
  expect(name).toBe(`places-${map.id}-${telling.facts.edition.date}.png`);
  expect(image.width).toBe(1600);
  for (const said of [map.title, ...map.classes, chartSource(telling, "places")]) expect(text).toContain(said);
  for (const place of map.places.filter(({ isOutside }) => isOutside)) expect(text).toContain(place.label);
  expect(at(4, 4)).toBe(lightColour("notice"));
  const painted = [...colours].map((colour) => (colour & 0xffffff).toString(16));
  const inOrder = (token: string): string => {
    const [, red = "", green = "", blue = ""] = /#(..)(..)(..)/u.exec(lightColour(token))!;
    return parseInt(blue + green + red, 16).toString(16);
  };
  for (const shade of map.classes.keys()) expect(painted).toContain(inOrder(`map-${shade + 1}`));
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test("without a script no picture is offered, and the figures are", async () => {
  const visit = await portal.visit("agencies/gzhi/", { javaScriptEnabled: false });
  expect(await visit.page.locator("figure .files [data-picture]").first().isVisible()).toBe(false);
  expect(await visit.page.locator("figure .files a[download]").first().isVisible()).toBe(true);
  await visit.close();
});
