import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { languageSchema } from "../../src/model/portal.ts";
import { servePreview, type Preview } from "../../src/publish/preview.ts";
import { sharedBrowser } from "./browser.ts";
import { recordFetches } from "./wire.ts";

/** A built portal, served, with a browser in front of it. */
export interface OpenPortal {
  /** Address of the first page, with a slash at the end. */
  address: string;
  visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>;
  close: () => Promise<void>;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Everything the page asked for, from the first request on. */
  requests: string[];
  /** What went wrong on the page: errors of scripts, refusals of the content policy, files that are not there, others asked. */
  faults: string[];
  /** What the page fetched, in bytes over the wire. */
  wire: ReturnType<typeof recordFetches>;
  /** Goes on to another page; faults are counted from here. */
  goTo: (path: string) => Promise<void>;
  /** Ends the visit. Fails where the page asked anybody but this machine for anything. */
  close: () => Promise<void>;
}

/** Whether a request stays here: files of the page itself, and servers of this machine. */
const staysHere = (address: string): boolean =>
  /^(data|blob|about):/.test(address) ||
  new URL(address).hostname === "127.0.0.1" ||
  new URL(address).hostname === "localhost";

/** The path the portal was built for. */
function basePath(folder: string): string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1];
  return canonical === undefined ? "/" : new URL(canonical).pathname;
}

export async function openPortal(folder: string, base = basePath(folder)): Promise<OpenPortal> {
  const preview: Preview = await servePreview({ folder, base, port: 0 });
  const browser: Browser = await sharedBrowser();
  const open = new Set<BrowserContext>();
  return {
    address: preview.address,
    async visit(path, options = {}) {
      const context = await browser.newContext({ locale: "ru-RU", viewport: { width: 1280, height: 900 }, ...options });
      open.add(context);
      context.once("close", () => open.delete(context));
      const page = await context.newPage();
      const requests: string[] = [];
      const faults: string[] = [];
      context.on("request", (request) => requests.push(request.url()));
      context.on("response", (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
      });
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      const wire = recordFetches(page);
      const strangers = new Set<string>();
      context.on("request", (request) => {
        if (staysHere(request.url())) return;
        strangers.add(request.url());
        faults.push(`asked somebody else: ${request.url()}`);
      });
      const goTo = async (to: string): Promise<void> => {
        faults.length = 0;
        await page.goto(preview.address + to);
      };
      await goTo(path);
      const close = async (): Promise<void> => {
        await context.close();
        if (strangers.size > 0) throw new Error(`/${path} asked somebody else: ${[...strangers].join(", ")}`);
      };
      return { page, context, requests, faults, wire, goTo, close };
    },
    async close() {
      await Promise.all([...open].map((context) => context.close()));
      await preview.close();
    },
  };
}

/** Names of folders in a folder of the site, in order. */
export function foldersIn(...path: string[]): string[] {
  return readdirSync(join(...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Sections whose entries have a page each, in every portal. */
const sections = ["agencies", "topics", "places", "editions"];

/**
 * One page of every kind that the portal has, by its path. A new page is found by itself, and the first of those below it;
 * pages of further languages are those of the first once more.
 */
export function kindsOfPage(folder: string): string[] {
  const isPage = (path: string): boolean => existsSync(join(folder, path, "index.html"));
  const first = (section: string): string => `${section}/${foldersIn(folder, section)[0] ?? ""}/`;
  const languages: readonly string[] = languageSchema.options;
  const alone = foldersIn(folder).filter((name) => isPage(name) && !languages.includes(name));
  const further = alone.filter((name) => name !== "appeals" && !sections.includes(name));
  const appeals = foldersIn(folder, "appeals");
  const month = appeals.find((name) => /^\d{4}-\d{2}$/.test(name)) ?? "";
  const appeal = appeals.find((name) => name !== "by" && !/^\d{4}-\d{2}$/.test(name)) ?? "";
  return [
    "",
    ...alone.map((name) => `${name}/`),
    ...sections.map(first),
    ...further.map(first).filter((path) => !path.includes("//") && isPage(path)),
    `${first("agencies")}embed/`,
    `appeals/${month}/`,
    first("appeals/by/agency"),
    `appeals/${appeal}/`,
    "no-such-page/",
  ];
}
