import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import sax from "sax";
import { expect, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { channels } from "../../src/model/channel.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import type { Finding } from "../../src/model/finding.ts";
import { outcomes } from "../../src/model/outcome.ts";
import { plainText } from "../../src/privacy/plainText.ts";
import { writeDownloads } from "../../src/publish/downloads/writeDownloads.ts";
import { readAllAppeals, readStoredFacts } from "../../src/edition/readEdition.ts";
import { buildSearchIndex } from "../../src/search/write/buildSearchIndex.ts";
import { openBuilt } from "../../src/search/read/openBuilt.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { appealLine } from "../../src/appeals/appealLine.ts";
import { appealPage } from "../../src/appeals/appealPage.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { paragraphsOf } from "../../src/words/markup.ts";
import { appealsFeed } from "../../src/site/feeds/appealsFeed.ts";
import { atomFeed } from "../../src/site/feeds/atomFeed.ts";
import { visibleText } from "../../src/search/words/analyzer.ts";
import type { Bundle } from "../../src/search/format/manifest.ts";
import { noFilters } from "../../src/search/read/filters.ts";
import { portalFolder, settings } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";

/** What files, databases, programs and browsers stumble over, one by one and among letters. */
const awkward = [
  ..."\u2028 \u2029 \u0085 \r \r\n \n \t \v \f \0 \u0001 \u001f \u007f \ufeff \u202e \u2066 \u200b \u00ad \ufffe \uffff \ufffd \u{10ffff} \u{e0001} 🙂 👩‍👧 e\u0301 \u0301 İ ß \u00a0 \" ' , ; | = \\ ` ${x} { } < > & &amp &#0; &#xd800; </p> <!-- --> ]]> <![CDATA[ -- =1+1 @x".split(
    " ",
  ),
  "\ud800",
  "\udc00",
  "\udc00\ud800",
];
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...awkward),
    fc.constantFrom(..."свет двор "),
    fc.string({ unit: "binary", minLength: 1, maxLength: 2 }),
  ),
  maxLength: 40,
});
/** Each text begins with a word by which it is found, so that none is empty. */
const texts = fc
  .array(anyText, { minLength: 40, maxLength: 40 })
  .map((drawn) => [...awkward.map((one) => `${one} свет ${one}`), ...drawn].map((one) => `вода ${one}`));

const source =
  "title: Письма\nfiles: ['*']\nchannel: letter\ncolumns: { id: id, received: received, agency: agency, topic: topic, text: text }\n";

async function publish(
  files: Record<string, string>,
): Promise<{ appeals: PublicAppeal[]; facts: StoredFacts; told: Finding[]; site: string }> {
  const folder = await portalFolder(source, files, {
    "portal.yaml": settings.replace("figures-only", "full"),
    "id.key": "00112233445566778899aabbccddeeff\n",
  });
  const [edition, site] = [join(folder, "edition"), join(folder, "site")];
  const told: Finding[] = [];
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: edition,
    progress: { stage: (_, run) => run(() => undefined) },
    onReport: (report) => void told.push(...report.findings),
  });
  const [appeals, facts] = [readAllAppeals(edition), readStoredFacts(edition)];
  await writeDownloads(facts, edition, site).catch((error: NodeJS.ErrnoException) => {
    // The tables of changes are no concern here.
    if (error.code !== "ENOENT") throw error;
  });
  const list = (codes: Set<string | null>) =>
    [...codes].filter((code) => code !== null).map((code) => ({ code, name: code, parent: null }));
  const names = {
    agencies: list(new Set(appeals.map(({ agency }) => agency))),
    topics: list(new Set(appeals.map(({ topic }) => topic))),
    places: [],
    channels: [...channels],
    outcomes: [...outcomes],
  };
  await buildSearchIndex({ names, language: "ru", edition: "2026-10-31", appeals, outDir: join(site, "search") });
  return { appeals, facts, told, site };
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const ofHtml = (html: string): string => html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!);

/** The paragraphs of the text on a page. */
function onPage(html: string): string[] {
  const inside = /<div class="appeal-text" dir="auto">(.*?)<\/div>/su.exec(html)?.[1] ?? "";
  return [...inside.matchAll(/<p>(.*?)<\/p>/gsu)].map(([, paragraph]) => ofHtml(paragraph!));
}

async function requireEverywhere(published: Awaited<ReturnType<typeof publish>>): Promise<void> {
  const { appeals, facts, site } = published;
  const known = appeals.map(({ id, text }) => [id, text]);
  const file = (name: string): string => readFileSync(join(site, "data", name), "utf8");
  // Downloads.
  const lines = file("appeals.ndjson").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line) as PublicAppeal).map(({ id, text }) => [id, text])).toEqual(known);
  const table = (name: string, delimiter: string) =>
    Papa.parse<string[]>(file(name).replace(/^\ufeff/, ""), { delimiter, newline: "\r\n", skipEmptyLines: true }).data;
  const [header = [], ...rows] = table("appeals.csv", ",");
  const ofColumns = (cells: string[]) => [cells[header.indexOf("id")], cells[header.indexOf("text")]];
  expect(rows.map(ofColumns)).toEqual(known);
  // The same columns under names in words.
  expect(table("appeals-excel.csv", ";").slice(1).map(ofColumns)).toEqual(known);
  // The search.
  const found = await openBuilt(join(site, "search")).search.run({
    typed: "вода",
    filters: noFilters,
    order: "newest",
    limit: appeals.length,
    scope: "all",
  });
  const textOf = new Map(known as [string, string][]);
  expect(new Set(found.hits.map(({ id }) => id))).toEqual(new Set(textOf.keys()));
  for (const { id, text } of found.hits) {
    const shown = text.map((piece) => piece.text).join("");
    expect(text.find(({ marked }) => marked)?.text).toBe("вода");
    // An excerpt stands on one line.
    expect(visibleText(textOf.get(id)!).replace(/\s+/gu, " ")).toContain(shown.replace(/^… ?| ?…$/gu, ""));
  }
  const bundles = readdirSync(join(site, "search"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /records-[^/]+\/\d+\.json$/.test(name),
  );
  const stored = bundles.flatMap(
    (name) => (JSON.parse(readFileSync(join(site, "search", name), "utf8")) as Bundle).appeals,
  );
  expect(new Map(stored.map(({ id, text }) => [id, text]))).toEqual(textOf);
  // Pages, lists and feeds.
  const telling = createTelling(withRepeats(facts));
  const listed = appeals.map((appeal) => listedAppeal(appeal));
  for (const [at, appeal] of appeals.entries()) {
    const page = appealPage(appeal, [], {
      ...telling,
      histories: new Map(),
      line: (one) => appealLine(one, telling),
      usualCount: () => 0,
      outlook: () => null,
    }).body.html;
    const saved = Buffer.from(page).toString("utf8");
    expect(saved).toBe(page);
    expect(onPage(saved)).toEqual(paragraphsOf(appeal.text!));
    expect(ofHtml(appealLine(listed[at]!, telling).html)).toContain(listed[at]!.excerpt!);
  }
  const feed = Buffer.from(
    atomFeed(appealsFeed(telling, { of: { facet: "agency", code: "a" }, appeals: listed }, "ru")),
  ).toString("utf8");
  const summaries: string[] = [];
  const parser = sax.parser(true);
  let inSummary = false;
  parser.onopentag = ({ name }) => {
    inSummary = name === "summary";
    if (inSummary) summaries.push("");
  };
  parser.ontext = (text) => void (inSummary && (summaries[summaries.length - 1] += text));
  parser.onclosetag = () => (inSummary = false);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(feed).close();
  expect(summaries).toHaveLength(appeals.length);
  for (const summary of summaries) expect(summary).toMatch(/^вода/u);
}

const record = (id: number, text: string) => ({
  id: String(id),
  received: "2026-10-01",
  agency: "Управа",
  topic: "Двор",
  text,
});
/** Half of a character that is none by itself comes as the sign for one that is lost, with a finding. */
const isLost = (text: string): boolean => !text.isWellFormed() || text.includes("\ufffd");

test("whatever stands in an appeal comes back from every surface, or is told", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (drawn) => {
      const json = await publish({
        "2026-10-31/a.json": JSON.stringify(drawn.map((text, index) => record(index + 1, text))),
      });
      expect(json.appeals.map(({ text }) => text).sort()).toEqual(
        drawn.map((text) => plainText(text.toWellFormed().trim())).sort(),
      );
      expect(json.told.find(({ code }) => code === "REPLACEMENT_CHARACTERS")?.count).toBe(drawn.filter(isLost).length);
      await requireEverywhere(json);
      // A table of text has no zeros, and its bytes no half characters.
      const csv = await publish({
        "2026-10-31/a.csv": Papa.unparse(
          drawn.map((text, index) => record(index + 1, text)),
          { quotes: true, newline: "\n" },
        ),
      });
      expect(csv.appeals.map(({ text }) => text).sort()).toEqual(
        drawn.map((text) => plainText(text.toWellFormed().replaceAll("\0", "").trim())).sort(),
      );
      expect(csv.told.find(({ code }) => code === "NUL_BYTES")?.count).toBe(drawn.join("").split("\0").length - 1);
    }),
    // Each draws a hundred texts.
    { numRuns: Number(process.env["FC_RUNS"] ?? 1), endOnFailure: true },
  );
}, 600_000);
