import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { appealFile, bundleOf, idAlphabet } from "../../src/model/appealBundle.ts";
import type { Facts } from "../../src/model/facts.ts";
import { writeBundlePages } from "../../src/appeals/bundlePages.ts";
import { openPageMemory } from "../../src/appeals/pageMemory.ts";
import { bundleSlots, slot } from "../../src/appeals/stamp.ts";
import { openAppealLines } from "../../src/edition/appealLines.ts";
import { appealsFile } from "../../src/edition/editionFiles.ts";
import { sha256 } from "../../src/publish/release/checksums.ts";
import { uploadPlan } from "../../src/publish/release/uploadPlan.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "otklik-bundles-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const bundles = 31;
const frame = bundleSlots.map((name) => `<div>${slot(name)}</div>`).join("");
const plain = exampleFacts();
const facts: Facts = { ...plain, portal: { ...plain.portal, appealBundles: bundles } };

/** Invented appeals, three to a bundle, one of three of which waits. */
const appeals: PublicAppeal[] = Array.from({ length: 3 * bundles }, (_, at) =>
  appeal({
    id: `${idAlphabet[at % bundles]!}bcdefghj${idAlphabet[Math.floor(at / bundles)]!}`,
    agency: "fast",
    received: `2026-10-${String(1 + (at % 28)).padStart(2, "0")}`,
    text: `Обращение ${at}`,
    followedUntil: "2026-10-31",
    replyGroup: "d0326210c6ee",
    ...(at % 3 === 0 && { outcome: "open" as const, firstReplyState: "waiting" as const, firstReplyNorm: 400 }),
  }),
);

interface Written {
  site: string;
  kept: number;
}

/** How many appeals were given the reply of a group: more with every edition. */
const given = (count: number) => new Map([["d0326210c6ee", count]]);

/** Writes the bundles of an edition into a new folder. @param over the site before, from which bundles may be taken over */
async function write(
  name: string,
  edition: PublicAppeal[],
  told: Facts,
  over: string | null,
  groupSizes = given(20),
): Promise<Written> {
  const [site, editionDir] = [join(folder, name), join(folder, `${name}.edition`)];
  for (const path of [join(site, "appeals"), editionDir]) await mkdir(path, { recursive: true });
  writeFileSync(
    join(editionDir, appealsFile),
    edition.map(({ id, ...rest }) => `${JSON.stringify({ id, ...rest })}\n`).join(""),
  );
  const memory = await openPageMemory(over === null ? [] : [join(folder, "memory")], "code", site, over);
  const lines = openAppealLines(editionDir);
  const setting = { facts: told, siteDir: site, frame, before: over, histories: new Map(), groupSizes, memory };
  const kept = await writeBundlePages(lines, setting);
  lines.close();
  await memory.keep(join(folder, "memory"));
  return { site, kept };
}

const contents = ({ site }: Written): string[] =>
  filesBelow(site).map((file) => `${file} ${readFileSync(join(site, file), "utf8")}`);

test("each appeal lies in the bundle that its id names, in the order of the edition, and a withdrawn one has its notice there", async () => {
  const [gone] = appeals as [PublicAppeal];
  const takedowns = [{ id: gone.id, reason: "other" as const, date: "2026-11-01" }];
  const { site } = await write("first", appeals.slice(1), { ...facts, edition: { ...facts.edition, takedowns } }, null);
  expect(filesBelow(site)).toHaveLength(bundles);
  for (const { id, text } of appeals.slice(1)) {
    const page = readFileSync(join(site, appealFile(id, bundles)), "utf8");
    expect(page).toContain(`<article class="appeal" id="${id}"`);
    expect(page).toContain(text!);
  }
  const page = readFileSync(join(site, appealFile(gone.id, bundles)), "utf8");
  expect(page).toContain(`<article class="appeal" id="${gone.id}"><header><h2>Обращение снято с публикации</h2>`);
  expect(page).not.toContain(gone.text);
  const ids = [...page.matchAll(/<article class="appeal" id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([appeals[bundles]!.id, appeals[2 * bundles]!.id, gone.id]);
});

test("after a change the same bytes are written as from nothing, and every other bundle is taken over, whoever waits in it", async () => {
  const before = await write("before", appeals, facts, null);
  const later: Facts = { ...facts, edition: { ...facts.edition, date: "2026-12-05" } };
  const changed = appeals.map((one, at) => ({ ...one, followedUntil: "2026-12-05", ...(at === 7 && { rating: 5 }) }));
  const over = await write("over", changed, later, before.site, given(21));
  const fresh = await write("fresh", changed, later, null, given(21));
  expect(contents(over)).toEqual(contents(fresh));
  const touched = bundleOf(appeals[7]!.id, bundles);
  const isKept = (file: string): boolean =>
    statSync(join(over.site, file)).ino === statSync(join(before.site, file)).ino;
  expect(filesBelow(over.site).filter((file) => !isKept(file))).toEqual([`appeals/in/${touched}.html`]);
  expect(over.kept).toBe(appeals.length - 3);
  // What a host without links is sent is that bundle, and nothing for those who only wait on.
  const [host, now] = [before, over].map(
    ({ site }) => new Map(filesBelow(site).map((file) => [file, sha256(readFileSync(join(site, file)))])),
  );
  expect(uploadPlan(host!, now!).steps).toEqual([{ action: "change", file: `appeals/in/${touched}.html` }]);
});

test("two threads write each bundle once", async () => {
  const site = join(folder, "shared");
  await mkdir(join(site, "appeals"), { recursive: true });
  const lines = openAppealLines(join(folder, "before.edition"));
  const setting = { facts, siteDir: site, frame, before: null, histories: new Map() };
  for (const number of [0, 1]) await writeBundlePages(lines, { ...setting, share: { number, of: 2 } });
  lines.close();
  expect(filesBelow(site)).toHaveLength(bundles);
});
