import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { takeLock, underLock } from "../../src/system/lockFile.ts";

test("what runs under a lock waits until the other process has let go", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-lock-"));
  const file = join(folder, "lock");
  await writeFile(file, `${process.ppid}\n`);
  expect(await takeLock(file)).toBe(false);
  let ran = false;
  const waiting = underLock(file, () => {
    ran = true;
    return Promise.resolve("done");
  });
  await setTimeout(100);
  expect(ran).toBe(false);
  await rm(file);
  expect(await waiting).toBe("done");
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test("what a process left that was killed while it took the lock goes with the next one who takes it; what belongs to the living stays", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-lock-"));
  const file = join(folder, ".site.lock");
  const dead = spawnSync(process.execPath, ["--version"]).pid;
  const living = `.site.lock.${process.ppid}-0123abcd`;
  const notGivenBack = `.site.lock.${dead}-89abcdef`;
  await writeFile(join(folder, `.site.lock.${dead}-0123abcd`), "");
  await writeFile(join(folder, notGivenBack), `${process.ppid}\n`);
  await writeFile(join(folder, living), "");
  await writeFile(join(folder, ".site.lock.old"), "");
  expect(await takeLock(file)).toBe(true);
  expect((await readdir(folder)).sort()).toEqual([".site.lock", living, notGivenBack, ".site.lock.old"].sort());
  await rm(folder, { recursive: true });
});
