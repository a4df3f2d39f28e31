import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { unpackCarriedChromium } from "./carriedChromium.ts";

/** What the browser is never to do in a test: call its maker. */
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Chromium refuses to start its sandbox for the superuser, which is what continuous integration often is. */
export const browserFlags = process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;

interface Candidate {
  name: string;
  /** A start that throws hands the turn to the next candidate, unless the choice was explicit. */
  start: () => Promise<Browser>;
}

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onSearchPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function candidates(flags: string[]): Candidate[] {
  const installed = chromium.executablePath();
  const system = systemNames.map(onSearchPath).find((file) => file !== undefined);
  return [
    ...(existsSync(installed) ? [{ name: "Playwright's own", start: () => chromium.launch({ args: flags }) }] : []),
    ...(system === undefined
      ? []
      : [{ name: system, start: () => chromium.launch({ executablePath: system, args: flags }) }]),
    {
      name: "@sparticuz/chromium",
      start: async () => {
        const { executablePath, env } = await unpackCarriedChromium();
        return chromium.launch({ executablePath, env, args: flags });
      },
    },
  ];
}

/**
 * Starts the first Chromium that can be had: PORTAL_BROWSER (a path), Playwright's own, one of the system, and else the
 * one that a package carries, which needs neither a download nor browser libraries.
 *
 * @param more flags beside those that every test needs
 * @throws where none starts; a test without a browser fails, it is never skipped.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const flags = [...browserFlags, ...more];
  const chosen = process.env["PORTAL_BROWSER"];
  if (chosen !== undefined && chosen !== "") return chromium.launch({ executablePath: chosen, args: flags });
  const reasons: string[] = [];
  for (const candidate of candidates(flags)) {
    try {
      return await candidate.start();
    } catch (error) {
      reasons.push(`${candidate.name}: ${error instanceof Error ? error.message.trim() : String(error)}`);
    }
  }
  throw new Error(
    "No browser starts. Install one (Debian, Ubuntu: apt-get install chromium; any: npx playwright-core install --with-deps chromium) " +
      `or name one in PORTAL_BROWSER.\n${reasons.join("\n")}`,
  );
}

let shared: Promise<Browser> | undefined;

/** The one Chromium of all files of tests that share a worker; it ends when the worker does. What is kept, a context keeps. */
export async function sharedBrowser(): Promise<Browser> {
  // One that broke down fails the file it served, not those after it.
  if (shared === undefined || !(await shared).isConnected()) shared = launchBrowser();
  return shared;
}
