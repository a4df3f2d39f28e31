import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { takeLock, underLock } from "../../scripts/flow/lockFile.ts";

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
