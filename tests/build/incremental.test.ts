import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checksumsFile } from "../../src/publish/release/checksums.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { runScript } from "./runScript.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

async function build(data: string, out: string): Promise<void> {
  const { code, stdout, stderr } = await runScript("build", ["--data", data, "--out", out]);
  expect(code, stdout + stderr).toBe(0);
}

/** What the old site alone has: tables of its edition, which stay as they were published. */
const isKept = (file: string): boolean => /^api\/v1\/table\/(?:2026-10-31\/|editions\.json$)/u.test(file);
const sums = async (out: string): Promise<string[]> =>
  (await readFile(join(out, checksumsFile), "utf8")).split("\n").filter((line) => !isKept(line.split("  ")[1] ?? ""));

test("after an export a build over the old site makes the same bytes as a build from nothing, and takes over what did not change", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-again-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [data, over, fresh] = [join(folder, "data"), join(folder, "over"), join(folder, "fresh")];
  const lines = rows(0, 60);
  await makeSmallPortal(data, { "2026-10-31/register.csv": csv(lines) });
  await build(data, over);
  const pages = filesBelow(over).filter((file) => /^appeals\/[a-z0-9]{13}\/index\.html$/.test(file));
  const nodes = new Map(
    await Promise.all(pages.map(async (page) => [page, (await stat(join(over, page))).ino] as const)),
  );
  const tables = join("api", "v1", "table", "2026-10-31", "all", "received.json");
  const published = await readFile(join(over, tables), "utf8");
  // Somebody has written on a page of the old site: the new one must not take that over.
  const [marred] = pages as [string];
  await appendFile(join(over, marred), "<p>чужое</p>");

  const later = lines.map((line, number) => (number === 3 ? line.replace(";;", ";31.10.2026;") : line));
  await makeSmallPortal(data, { "2026-11-30/register.csv": csv([...later, ...rows(60, 62)]) });
  await build(data, over);
  await build(data, fresh);
  expect(await sums(over)).toEqual(await sums(fresh));
  for (const file of filesBelow(fresh))
    if (!isKept(file) && file !== checksumsFile)
      expect((await readFile(join(over, file))).equals(await readFile(join(fresh, file))), file).toBe(true);

  expect(await readFile(join(over, tables), "utf8")).toBe(published);
  expect(filesBelow(fresh)).not.toContain(tables);

  const kept = (
    await Promise.all(pages.map(async (page) => (await stat(join(over, page))).ino === nodes.get(page)))
  ).filter(Boolean).length;
  // Closed appeals stay as they were: two of three, but for those that stand beside a changed one.
  expect(kept).toBeGreaterThan(pages.length / 4);
  expect(kept).toBeLessThan(pages.length);
  expect(await readFile(join(over, marred), "utf8")).not.toContain("чужое");
});
