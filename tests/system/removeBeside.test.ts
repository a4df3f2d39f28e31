import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { inWorkingFolders } from "../../src/system/outputFolder.ts";
import { removeBeside } from "../../src/system/removeBeside.ts";
import { buildFolders, switchSite } from "../../src/system/switchSite.ts";

async function folderWith(files: number): Promise<{ folder: string; full: string }> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-remove-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const full = join(folder, "old");
  await mkdir(join(full, "deep"), { recursive: true });
  for (let at = 0; at < files; at += 1) await writeFile(join(full, at % 2 === 0 ? "deep" : "", `${at}`), "");
  return { folder, full };
}

test("a small folder is gone at once, and one that is not there is no fault", async () => {
  const { folder, full } = await folderWith(20);
  removeBeside(full);
  removeBeside(join(folder, "never"));
  expect(await readdir(folder)).toEqual([]);
});

test("a large one is removed by another process", async () => {
  const { folder, full } = await folderWith(20);
  removeBeside(full, 10);
  expect(existsSync(full)).toBe(true);
  for (let tries = 0; existsSync(full) && tries < 600; tries += 1) await setTimeout(50);
  expect(await readdir(folder)).toEqual([]);
});

test("what a switch put away and did not remove goes with the next run; nothing else does", async () => {
  const { folder, full } = await folderWith(4);
  const out = join(folder, "site");
  const leave = join(folder, ".other.gone-12");
  for (const path of [out, leave, join(folder, ".site.gone-deadbeef")])
    await mkdir(join(path, "data"), { recursive: true });
  await inWorkingFolders(buildFolders(out), async () => {
    expect((await readdir(folder)).filter((name) => name.includes("gone"))).toEqual([".other.gone-12"]);
  });
  const folders = buildFolders(out);
  await mkdir(folders.staging, { recursive: true });
  for (const path of [folders.site, folders.edition]) await mkdir(path, { recursive: true });
  switchSite(folders);
  expect(existsSync(join(out, "data"))).toBe(false);
  expect((await readdir(folder)).sort()).toEqual(
    [".other.gone-12", ".site.edition", ".site.next", full.slice(folder.length + 1), "site"].sort(),
  );
});
