import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptPages } from "../../src/flow/compiledPages.ts";
import { renderPages } from "../../src/flow/renderPages.ts";
import { codeHash } from "../../src/flow/verifiedBefore.ts";
import { factsSchema, type StoredFacts } from "../../src/model/facts.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";
import { takeFrame, writeAppealPages } from "../../src/appeals/appealPages.ts";
import { keepTables } from "../../src/publish/api/keepTables.ts";
import { writePressKits } from "../../src/publish/press/writeKits.ts";
import { writeDownloads } from "../../src/publish/downloads/writeDownloads.ts";
import { buildSearchIndex } from "../../src/search/write/buildSearchIndex.ts";
import { searchNames } from "../../src/search/write/searchNames.ts";
import { readEditions } from "../../src/edition/readEdition.ts";
import { writeEditions } from "../../src/edition/writeEditions.ts";
import { writePictures } from "../../src/publish/share/writePictures.ts";
import { writeShare } from "../../src/publish/share/writeShare.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { underLock } from "../../src/system/lockFile.ts";
import { fileVerifier } from "../../src/publish/verify/verifyFile.ts";
import { verifySite, type SiteToVerify } from "../../src/publish/verify/verifySite.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { folderHash } from "../build/runScript.ts";
import { sharedBrowser } from "./browser.ts";

/** A region of three agencies and three appeals, below a path of somebody's host, in two languages, on the plainest server. */
const base = "/gov/otklik/";
const astro = fileURLToPath(new URL("../../node_modules/astro/bin/astro.mjs", import.meta.url));
const appeals = [1, 2, 3].map((day) =>
  appeal({
    id: `small-${day}`,
    received: `2026-10-0${day}`,
    text: "Батареи холодные",
    topic: "heating",
    agency: "fast",
    place: "north",
  }),
);

let folder: string;
let site: string;
let edition: string;
let facts: StoredFacts;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otklik-under-path-"));
  site = join(folder, "site");
  edition = join(folder, "edition");
  mkdirSync(edition);
  const example = exampleFacts();
  const translations = {
    en: { region: { name: "Kitezh Territory", in: "in Kitezh Territory", of: "of Kitezh Territory" } },
  };
  facts = factsSchema.parse({
    ...example,
    portal: { ...example.portal, address: `https://example.org${base}`, otherLanguages: ["en"] },
    edition: { ...example.edition, published: appeals.length },
    translations,
  });
  writeFileSync(join(edition, "facts.json"), JSON.stringify(facts));
  writeFileSync(
    join(edition, "appeals.ndjson"),
    appeals.map((one) => `${JSON.stringify({ ...one, source: "incident" })}\n`).join(""),
  );
  await writeEditions(edition, facts.portal.address, true, []);
  await renderPages(facts.portal, edition, site, await codeHash(), new AbortController().signal);
  await writeAppealPages(() => [appeals], {
    facts: withRepeats(facts),
    siteDir: site,
    frame: await takeFrame(site),
    before: null,
    histories: new Map(),
  });
  await writeDownloads(facts, edition, site);
  await keepTables(withRepeats(facts), readEditions(edition), null, site);
  await writePressKits(withRepeats(facts), edition, site, null);
  await buildSearchIndex({
    appeals,
    names: searchNames(facts),
    language: "ru",
    edition: facts.edition.date,
    outDir: join(site, "search"),
  });
  await writePictures(withRepeats(facts), site);
  await writeShare(withRepeats(facts), site);
  server = plainServer().listen(0, "127.0.0.1");
  browser = await sharedBrowser();
});
afterAll(async () => {
  server.close();
  rmSync(folder, { recursive: true });
});

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** Files by their paths, a folder by its index.html, nothing else: no redirects, no charset, no page for what is missing. */
function plainServer(): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    try {
      if (!path.startsWith(base)) throw new Error("outside the portal");
      const file = join(site, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
      if (!statSync(file).isFile()) throw new Error("not a file");
      response
        .writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" })
        .end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
}

test("the pages are those that Astro itself makes of the edition, to the byte", async () => {
  const [ours, astros] = [join(folder, "ours"), join(folder, "astros")];
  await renderPages(
    { ...facts.portal, otherLanguages: [] },
    edition,
    ours,
    await codeHash(),
    new AbortController().signal,
  );
  // Astro must not compile twice at once in one project.
  await underLock(`${keptPages}.lock`, () =>
    promisify(execFile)(process.execPath, [astro, "build", "--outDir", astros], {
      env: { ...process.env, NODE_ENV: "production", OTKLIK_EDITION: edition, ASTRO_TELEMETRY_DISABLED: "1" },
    }),
  );
  expect(filesBelow(ours)).toEqual(filesBelow(astros));
  expect(filesBelow(ours)).toEqual(
    expect.arrayContaining(["404.html", "agencies/index.html", "editions/feed.atom", "favicon.svg"]),
  );
  expect(await folderHash(ours)).toBe(await folderHash(astros));
});

test("a page that cannot be rendered fails the build, in the words of what failed", async () => {
  const broken = join(folder, "broken");
  cpSync(edition, broken, { recursive: true });
  writeFileSync(join(broken, "downloads.json"), "{}");
  await expect(
    renderPages(facts.portal, broken, join(folder, "none"), await codeHash(), new AbortController().signal),
  ).rejects.toThrow(/breaks the contract[^]*src\/pages\/\S+ gave no page for \/\S*: status 500/);
});

test("every link, full addresses and versions in other languages among them, leads to a file of the portal", async () => {
  const files = filesBelow(site);
  const look = fileVerifier({
    siteDir: site,
    address: facts.portal.address,
    known: new Set(files),
    lastLook: () => [],
  });
  const inspect: SiteToVerify["inspect"] = async (asked, each) => asked.map(look).forEach(each);
  const { problems } = await verifySite({
    siteDir: site,
    facts,
    appeals: () => [appeals],
    look: () => [],
    files,
    passedBefore: new Set(),
    before: [],
    inspect,
  });
  expect(problems).toEqual([]);
});

test("every kind of page opens in both languages, asks nobody else for anything and misses nothing", async () => {
  const { origin } = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const all = filesBelow(site)
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => file.slice(0, -"index.html".length));
  const pages = all.filter(
    (path) => !/(?:agencies|topics|places|appeals)\/(?!(?:fast|heating|north|small-1|2026-10)\/)[^/]+\/$/.test(path),
  );
  expect(pages).toEqual(expect.arrayContaining(["", "en/", "en/agencies/fast/", "appeals/small-1/"]));
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(origin + base) && !/^(?:data|blob):/.test(request.url()))
      faults.push(`${page.url()} asks for ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${page.url()}: ${message.text()}`);
  });
  for (const path of pages) {
    await page.goto(origin + base + path);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  }
  await page.goto(`${origin}${base}en/appeals/?q=батареи`);
  await page.waitForSelector('[aria-busy="false"]');
  expect(await page.locator("[data-search-list] > li").count()).toBe(3);
  expect(faults).toEqual([]);
  await context.close();
});

test("the map of the site names every page that may be listed once, by its full address", async () => {
  const listed = [...readFileSync(join(site, "sitemap-1.xml"), "utf8").matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address]) => address!,
  );
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed).toEqual(
    expect.arrayContaining([
      `https://example.org${base}`,
      `https://example.org${base}en/topics/heating/`,
      `https://example.org${base}appeals/small-2/`,
    ]),
  );
  for (const address of listed) {
    const html = readFileSync(join(site, address.slice(`https://example.org${base}`.length), "index.html"), "utf8");
    expect(html).toContain(`<link rel="canonical" href="${address}"`);
  }
});
