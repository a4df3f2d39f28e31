import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { browserFlags } from "./browser.ts";
import { unpackCarriedChromium } from "./carriedChromium.ts";

test.runIf(process.platform === "linux" && process.arch === "x64")(
  "the Chromium that a package carries starts by itself",
  async () => {
    const { executablePath, env } = await unpackCarriedChromium();
    const browser = await chromium.launch({ executablePath, env, args: browserFlags });
    try {
      const page = await browser.newPage();
      await page.setContent("<title>Отклик</title><p>ёж</p>");
      expect(await page.evaluate(() => document.title)).toBe("Отклик");
      expect((await page.screenshot()).byteLength).toBeGreaterThan(1000);
    } finally {
      await browser.close();
    }
  },
);
