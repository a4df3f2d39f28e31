import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPortal } from "../../src/flow/inspection/startPortal.ts";

let folder = "";
let data = "";
let file = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-start-"));
  [data, file] = [join(folder, "my"), join(folder, "export.csv")];
  await writeFile(file, "first");
});
afterEach(() => rm(folder, { recursive: true }));

const start = () => startPortal(data, file, "2026-03-31", null);
const copy = join("exports", "2026-03-31", "export.csv");

test("an export is copied once, and the same one again is nothing new", async () => {
  expect(await start()).toEqual({ written: [copy], otherExport: null });
  expect(await start()).toEqual({ written: [], otherExport: null });
});

test("the same export in a folder that was renamed since is nothing new either", async () => {
  await start();
  await rename(join(data, "exports", "2026-03-31"), join(data, "exports", "2026-04-02"));
  expect(await start()).toEqual({ written: [], otherExport: null });
});

test.each(["other", "a longer one"])("a corrected export (%s) leaves the old one, and that is said", async (text) => {
  await start();
  await writeFile(file, text);
  expect(await start()).toEqual({ written: [], otherExport: copy });
  expect(await readFile(join(data, copy), "utf8")).toBe("first");
});

test("of several namesakes the newest is named", async () => {
  await start();
  await mkdir(join(data, "exports", "2026-04-30"));
  await writeFile(join(data, "exports", "2026-04-30", "export.csv"), "second");
  await writeFile(file, "third");
  expect((await start()).otherExport).toBe(join("exports", "2026-04-30", "export.csv"));
});

test("a data set is copied with all that is in it, and the same one again is nothing new", async () => {
  file = join(folder, "letters");
  for (const month of ["month=01", "month=02"]) {
    await mkdir(join(file, month), { recursive: true });
    await writeFile(join(file, month, "data_0.parquet"), month);
  }
  const target = join("exports", "2026-03-31", "letters");
  expect(await start()).toEqual({ written: [target], otherExport: null });
  expect(await readFile(join(data, target, "month=02", "data_0.parquet"), "utf8")).toBe("month=02");
  expect(await start()).toEqual({ written: [], otherExport: null });
  await writeFile(join(file, "month=02", "data_0.parquet"), "MONTH=02");
  expect(await start()).toEqual({ written: [], otherExport: target });
});
