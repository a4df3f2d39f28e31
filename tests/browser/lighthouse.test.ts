import { createServer, type AddressInfo } from "node:net";
import lighthouse from "lighthouse";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { servePreview, type Preview } from "../../src/publish/preview.ts";
import { launchBrowser } from "./browser.ts";
import { foldersIn } from "./portal.ts";

/** Lighthouse wants the browser's own door, whose number has to be known beforehand. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

let preview: Preview;
let browser: Browser;
let port: number;
beforeAll(async () => {
  preview = await servePreview({ folder: inject("demoSite"), port: 0 });
  port = await freePort();
  browser = await launchBrowser([`--remote-debugging-port=${port}`]);
});
afterAll(async () => {
  await browser.close();
  await preview.close();
});

const agency = foldersIn(inject("demoSite"), "agencies")[0] ?? "";
const appeal = foldersIn(inject("demoSite"), "appeals").find((name) => !/^\d{4}-\d{2}$/.test(name)) ?? "";

test.each([
  ["overview", ""],
  ["agency", `agencies/${agency}/`],
  ["search", "appeals/"],
  ["appeal", `appeals/${appeal}/`],
])(
  "Lighthouse finds nothing against the %s page: accessibility, best practices and SEO are 100",
  async (name, path) => {
    const result = await lighthouse(preview.address + path, {
      port,
      output: "json",
      logLevel: "silent",
      disableFullPageScreenshot: true,
      onlyCategories: ["accessibility", "best-practices", "seo", "performance"],
    });
    const { categories, audits } = result!.lhr;
    const score = (category: string): number => Math.round((categories[category]?.score ?? 0) * 100);
    const lost = Object.entries(categories)
      .filter(([category]) => category !== "performance")
      .flatMap(([, { auditRefs }]) =>
        auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
      );
    process.stderr.write(
      `Lighthouse, ${name}: performance ${score("performance")}, accessibility ${score("accessibility")}, best practices ${score("best-practices")}, SEO ${score("seo")}\n`,
    );
    expect(lost).toEqual([]);
    expect([score("accessibility"), score("best-practices"), score("seo")]).toEqual([100, 100, 100]);
  },
);
