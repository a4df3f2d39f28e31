import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../build/oneProcess.ts";
import { csv, makeSmallPortal, rows } from "../build/smallPortal.ts";
import { loadAxe } from "./axe.ts";
import { statesJudge } from "./everyState.ts";
import { kindsOfPage, openPortal, type OpenPortal } from "./portal.ts";

/** Rows of which nobody has closed any: most figures have nothing to say. */
const open = (lines: readonly string[]): string[] =>
  lines.map((line) => line.split(";").with(2, "").with(7, "").join(";"));
const regions = {
  "three agencies and twelve appeals": rows(0, 12),
  "twelve appeals that are all open": open(rows(0, 12)),
  "a single appeal": rows(1, 2),
};

const judge = statesJudge();
/** Pages that an earlier region has as well, to the byte. */
const seen = new Set<string>();

test.each(Object.entries(regions))(
  "a region of %s has every kind of page, whole and without noughts in its sentences",
  async (_, lines) => {
    const folder = await mkdtemp(join(tmpdir(), "otklik-small-"));
    let portal: OpenPortal | undefined;
    try {
      await makeSmallPortal(join(folder, "data"), { "2026-10-31/register.csv": csv(lines) });
      const built = await runCommand("build", ["--data", join(folder, "data"), "--out", join(folder, "site")]);
      expect(built.code, built.stderr).toBe(0);
      portal = await openPortal(join(folder, "site"));
      const kinds = kindsOfPage(join(folder, "site"));
      expect(kinds.filter((path) => path.includes("//"))).toEqual([]);
      const visit = await portal.visit("", { viewport: { width: 360, height: 800 }, colorScheme: "light" });
      const { page } = visit;
      for (const path of kinds) {
        const file = path === "no-such-page/" ? "404.html" : join(path, "index.html");
        const html = await readFile(join(folder, "site", file), "utf8");
        if (seen.has(html)) continue;
        seen.add(html);
        await page.setViewportSize({ width: 360, height: 800 });
        await visit.goTo(path);
        if (path !== "no-such-page/") expect(visit.faults, path).toEqual([]);
        expect((await page.textContent("h1"))?.trim(), path).toBeTruthy();
        const words = (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
        expect(
          / (NaN|undefined|null|Infinity)\b|(?<![\d,.–])0 обращени[йяюе]/.exec(` ${words}`)?.[0],
          path,
        ).toBeUndefined();
        const single = await page
          .locator("[data-sortable] tbody")
          .evaluateAll((bodies) => bodies.filter((body) => body.children.length < 2).length);
        expect(single, `${path}: a single row has no order`).toBe(0);
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            `${path}, ${width} pixels`,
          ).toBeLessThanOrEqual(0);
        }
        await loadAxe(page);
        expect(await judge.whole(page), path).toEqual([]);
      }
      await visit.close();
    } finally {
      await portal?.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
