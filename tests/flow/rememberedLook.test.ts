import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openRememberedLook } from "../../src/flow/rememberedLook.ts";
import { FingerprintSet } from "../../src/privacy/fingerprintSet.ts";

const key = "0123456789abcdef0123456789abcdef";

async function rememberedFile() {
  const folder = await mkdtemp(join(tmpdir(), "otklik-remembered-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "cache", "clean-pieces");
  const open = (changes: { code?: string; settings?: string; key?: string | null } = {}) =>
    openRememberedLook(
      file,
      changes.code ?? "code",
      changes.settings ?? "settings",
      changes.key === undefined ? key : changes.key,
    );
  const first = await open();
  first.add(Float64Array.of(1, 2 ** 53 - 1, 700));
  await first.keep();
  return { file, open };
}

test("what was found clean is known in the next build, under the same code and settings", async () => {
  const { open } = await rememberedFile();
  const known = FingerprintSet.of((await open()).before!);
  expect([1, 2 ** 53 - 1, 700, 2].map((one) => known.has(one))).toEqual([true, true, true, false]);
  expect((await open({ code: "other" })).before).toBeNull();
  expect((await open({ settings: "other" })).before).toBeNull();
});

test("a file that was cut short, changed or written without the key of the portal says nothing", async () => {
  const { file, open } = await rememberedFile();
  const whole = await readFile(file);
  expect((await open({ key: "f".repeat(32) })).before).toBeNull();
  expect((await open({ key: null })).before).toBeNull();
  for (const damaged of [whole.subarray(0, -8), whole.subarray(0, 20), Buffer.alloc(0)]) {
    await writeFile(file, damaged);
    expect((await open()).before).toBeNull();
  }
  whole.writeUInt8(whole.readUInt8(40) ^ 1, 40);
  await writeFile(file, whole);
  expect((await open()).before).toBeNull();
});

test("without a key nothing is written", async () => {
  const { file, open } = await rememberedFile();
  await rm(file);
  const look = await open({ key: null });
  look.add(Float64Array.of(5));
  await look.keep();
  await expect(readFile(file)).rejects.toThrow("ENOENT");
});
