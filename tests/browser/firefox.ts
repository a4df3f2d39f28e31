import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

/** Firefox as Debian and others install it; Playwright's own build cannot be had from a package registry. */
export const systemFirefox = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));

export interface Firefox {
  /** Folder in which downloads land. */
  downloads: string;
  open: (address: string) => Promise<void>;
  /** The value of an expression on the page, promises waited for; it must be JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  close: () => Promise<void>;
}

/** Starts the system's Firefox. Playwright asks for commands that long-term Firefoxes do not know yet; Puppeteer does not. */
export async function launchFirefox(): Promise<Firefox> {
  const downloads = mkdtempSync(join(tmpdir(), "firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: systemFirefox ?? "firefox",
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.alwaysOpenPanel": false,
    },
  });
  const page = await browser.newPage();
  return {
    downloads,
    open: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
