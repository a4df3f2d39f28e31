import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checksumsFile } from "../../src/publish/release/checksums.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { runCommand } from "./oneProcess.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

async function build(data: string, out: string): Promise<void> {
  const { code, stdout, stderr } = await runCommand("build", ["--data", data, "--out", out]);
  expect(code, stdout + stderr).toBe(0);
}

const [first, second] = ["2026-10-31", "2026-11-30"] as const;

/**
 * What is taken over from the site that is replaced, because nothing else has it: what an edition published to stay as it
 * was. A build from nothing has none of it of the edition before.
 */
const isKept = (file: string): boolean =>
  file.startsWith(`api/v1/table/${first}/`) ||
  ["press.zip", "press.json", "shifts.csv"].some((name) => file === `data/editions/${first}/${name}`);
/** The two files that tell of it: the list of editions with tables, and the page of the edition. */
const tables = "api/v1/table/editions.json";
const page = `editions/${first}/index.html`;

const contents = async (out: string): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      filesBelow(out).map(async (file) => [file, (await readFile(join(out, file))).toString("latin1")] as const),
    ),
  );

test("after an export a build over the old site makes the same bytes as a build from nothing, and takes over what did not change", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-again-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [data, over, fresh] = [join(folder, "data"), join(folder, "over"), join(folder, "fresh")];
  const lines = rows(0, 30);
  await makeSmallPortal(data, { [`${first}/register.csv`]: csv(lines) });
  await build(data, over);
  const pages = filesBelow(over).filter((file) => /^appeals\/[a-z0-9]{13}\/index\.html$/.test(file));
  const nodes = new Map(
    await Promise.all(pages.map(async (page) => [page, (await stat(join(over, page))).ino] as const)),
  );
  const published = await contents(over);
  // Somebody has written on a page of the old site: the new one must not take that over.
  const [marred] = pages as [string];
  await appendFile(join(over, marred), "<p>чужое</p>");

  const later = lines.map((line, number) => (number === 3 ? line.replace(";;", ";31.10.2026;") : line));
  await makeSmallPortal(data, { [`${second}/register.csv`]: csv([...later, ...rows(30, 32)]) });
  await build(data, over);
  await build(data, fresh);
  const [again, anew] = [await contents(over), await contents(fresh)];

  // What an edition published to stay is there as it was, and nowhere else.
  const stays = [...published.keys()].filter(isKept);
  expect(stays).toEqual(
    expect.arrayContaining([
      `api/v1/table/${first}/index.json`,
      `api/v1/table/${first}/all/received.json`,
      `data/editions/${first}/press.zip`,
    ]),
  );
  expect([...again.keys()].filter(isKept)).toEqual(stays);
  expect([...anew.keys()].filter(isKept)).toEqual([]);
  for (const file of stays) expect(again.get(file) === published.get(file), file).toBe(true);

  // The two files that tell of it differ by that alone.
  expect([again, anew].map((files) => JSON.parse(files.get(tables)!) as unknown)).toEqual([
    { editions: [first, second] },
    { editions: [second] },
  ]);
  const archive = /<section\b[^>]*aria-labelledby="press"[\s\S]*?<\/section>\s*/u;
  expect(again.get(page)).toMatch(archive);
  expect(anew.get(page)).not.toMatch(archive);
  expect(again.get(page)!.replace(archive, "")).toBe(anew.get(page)!);

  // Everything else is the same to the byte; the list of checksums, line by line.
  const differs = (file: string): boolean => isKept(file) || file === tables || file === page;
  const sums = (files: Map<string, string>): string[] =>
    files
      .get(checksumsFile)!
      .split("\n")
      .filter((line) => !differs(line.split("  ")[1] ?? ""));
  expect(sums(again)).toEqual(sums(anew));
  const others = (files: Map<string, string>): string[] =>
    [...files.keys()].filter((file) => !differs(file) && file !== checksumsFile).sort();
  expect(others(again)).toEqual(others(anew));
  for (const file of others(anew)) expect(again.get(file) === anew.get(file), file).toBe(true);

  const kept = (
    await Promise.all(pages.map(async (page) => (await stat(join(over, page))).ino === nodes.get(page)))
  ).filter(Boolean).length;
  // Closed appeals stay as they were: two of three, but for those that stand beside a changed one.
  expect(kept).toBeGreaterThan(pages.length / 4);
  expect(kept).toBeLessThan(pages.length);
  expect(await readFile(join(over, marred), "utf8")).not.toContain("чужое");
});
