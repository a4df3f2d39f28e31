import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Editions } from "../../../src/model/editions.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { keepTables } from "../../../src/publish/api/keepTables.ts";
import { cubeFiles } from "../../../src/publish/api/tableCube.ts";
import { comparedFacts } from "../../charts/comparedFacts.ts";

const facts = comparedFacts();
const before: Facts = { ...facts, edition: { ...facts.edition, date: "2026-09-30" } };
const editions = (inputs = "same"): Editions =>
  ({
    schema: 1,
    address: facts.portal.address,
    editions: [
      { date: "2026-09-30", inputs },
      { date: facts.edition.date, inputs: "new" },
    ],
    gone: [],
  }) as unknown as Editions;

/** A site of the edition before, and a folder for the new one. */
async function places(): Promise<{ live: string; next: string }> {
  const folder = mkdtempSync(join(tmpdir(), "otklik-tables-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const live = join(folder, "live");
  const put = async (path: string, content: object): Promise<void> => {
    await mkdir(dirname(join(live, path)), { recursive: true });
    await writeFile(join(live, path), JSON.stringify(content));
  };
  for (const [path, content] of cubeFiles(before)) await put(`api/v1/${path}`, content);
  await put("data/editions/editions.json", editions());
  return { live, next: join(folder, "next") };
}
const kept = (site: string): unknown => JSON.parse(readFileSync(join(site, "api/v1/table/editions.json"), "utf8"));
const newest = facts.edition.date;

test("an edition's tables stay as they were published, with the names of today", async () => {
  const { live, next } = await places();
  const renamed = facts.vocabulary.agencies.map((agency) => ({ ...agency, name: `${agency.name} (новое)` }));
  await keepTables({ ...facts, vocabulary: { ...facts.vocabulary, agencies: renamed } }, editions(), live, next);
  expect(kept(next)).toEqual({ editions: ["2026-09-30", newest] });
  for (const [path, content] of cubeFiles(before)) {
    const own = readFileSync(join(next, "api/v1", path), "utf8");
    if (!path.endsWith("index.json")) expect(own).toBe(JSON.stringify(content));
    else expect(own).toContain("(новое)");
  }
});

test.each([
  ["there is no site before", facts, editions(), false],
  ["its exports are others by now", facts, editions("other"), true],
  [
    "the portal moved",
    { ...facts, portal: { ...facts.portal, address: "https://elsewhere.example/" } },
    editions(),
    true,
  ],
  [
    "more is hidden today",
    {
      ...facts,
      portal: { ...facts.portal, minimum: { ...facts.portal.minimum, shown: facts.portal.minimum.shown + 1 } },
    },
    editions(),
    true,
  ],
] as const)("nothing is kept where %s", async (_, now, known, hasSite) => {
  const { live, next } = await places();
  await keepTables(now, known, hasSite ? live : null, next);
  expect(kept(next)).toEqual({ editions: [newest] });
  expect(existsSync(join(next, "api/v1/table/2026-09-30"))).toBe(false);
});

test("damaged tables are left behind whole", async () => {
  const { live, next } = await places();
  await writeFile(join(live, "api/v1/table/2026-09-30/all/received.json"), '{"edition":"2026-09-30","figures":{}}');
  await keepTables(facts, editions(), live, next);
  expect(kept(next)).toEqual({ editions: [newest] });
  expect(existsSync(join(next, "api/v1/table/2026-09-30"))).toBe(false);
});
