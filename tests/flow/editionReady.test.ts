import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isComplete, lookAtExports, type SeenEdition, type SeenFile } from "../../src/flow/editionReady.ts";

const second = 1000;
const settle = 60 * second;
const file = (path: string, changed: number, size = 10): SeenFile => ({ path, size, modified: changed, changed });
const seen = (...files: SeenFile[]): SeenEdition => ({ edition: "2026-10-31", files });

test("a folder that stays the same for a while is whole, and not a moment earlier", () => {
  const edition = seen(file("a.csv", 0));
  expect(isComplete(edition, edition, null, settle - 1, settle)).toBe(false);
  expect(isComplete(edition, edition, null, settle, settle)).toBe(true);
  expect(isComplete(edition, null, null, settle, settle)).toBe(false);
});

test("a file that still grows, or comes late, keeps it from being whole", () => {
  const now = 10 * settle;
  expect(isComplete(seen(file("a.csv", 0, 20)), seen(file("a.csv", 0, 10)), null, now, settle)).toBe(false);
  expect(isComplete(seen(file("a.csv", 0), file("b.csv", 0)), seen(file("a.csv", 0)), null, now, settle)).toBe(false);
  expect(isComplete(seen(), seen(), null, now, settle)).toBe(false);
});

test.each(["a.csv.part", "a.csv.filepart", "a.crdownload", ".a.csv.Xy12Zz", "a.csv~"])(
  "a file named %s is half copied, however long it stays",
  (name) => {
    const edition = seen(file("b.csv", 0), file(name, 0));
    expect(isComplete(edition, edition, null, 10 * settle, settle)).toBe(false);
  },
);

test("a marker says that nothing more will come", () => {
  const edition = seen(file(".ready", 5 * second), file("a.csv", 5 * second));
  expect(isComplete(edition, edition, null, 6 * second, settle)).toBe(true);
  const alone = seen(file(".ready", 0));
  expect(isComplete(alone, alone, null, settle, settle)).toBe(false);
});

test("a folder that came by a rename is whole as soon as it was seen twice", async () => {
  const exportsDir = await mkdtemp(join(tmpdir(), "otklik-watch-"));
  onTestFinished(() => rm(exportsDir, { recursive: true, force: true }));
  await mkdir(join(exportsDir, ".incoming"));
  await writeFile(join(exportsDir, ".incoming", "a.csv"), "rows");
  // An old date, as copying programs keep it: not by this is it known.
  await utimes(join(exportsDir, ".incoming", "a.csv"), 1, 1);
  expect(await lookAtExports(exportsDir)).toEqual([]);
  const absentAt = Date.now() + second;
  await rename(join(exportsDir, ".incoming"), join(exportsDir, "2026-10-31"));
  const [edition] = await lookAtExports(exportsDir);
  expect(isComplete(edition!, edition!, absentAt, absentAt + second, settle)).toBe(true);
  // One whose files were written after that look may be a copy that rests.
  expect(isComplete(edition!, edition!, absentAt - 2 * second, absentAt + second, settle)).toBe(false);
});
