import { expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";

test("a browser starts and runs a script", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<title>Отклик</title>");
    expect(await page.title()).toBe("Отклик");
    expect(await page.evaluate(() => 6 * 7)).toBe(42);
  } finally {
    await browser.close();
  }
});
