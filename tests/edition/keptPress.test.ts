import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  keepPress,
  keptPressFile,
  keptPressRecord,
  keptPressRecordOf,
  keptShiftsFile,
} from "../../src/edition/keptPress.ts";

const address = "https://otklik.example/";
const portal = { address, minimum: { shown: 5 } };
const editions = [
  { date: "2026-08-31", inputs: "a" },
  { date: "2026-09-30", inputs: "b" },
  { date: "2026-10-31", inputs: "c" },
];

let folder: string;
let live: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-kept-"));
  [live, out] = [join(folder, "live"), join(folder, "out")];
  await mkdir(join(live, "data/editions"), { recursive: true });
  await writeFile(
    join(live, "data/editions/editions.json"),
    JSON.stringify({ schema: 1, address, editions, gone: [] }),
  );
  for (const [date, shown] of [
    ["2026-08-31", 5],
    ["2026-09-30", 5],
  ] as const)
    await publish(date, shown);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function publish(date: string, shown: number): Promise<void> {
  await mkdir(join(live, `data/editions/${date}`), { recursive: true });
  await writeFile(join(live, keptPressFile(date)), `archive of ${date}`);
  await writeFile(join(live, keptPressRecord(date)), keptPressRecordOf(date, shown));
}

test("the archives of earlier editions stay as they were published, also under another version of the program", async () => {
  expect(await keepPress(live, portal, editions, out)).toEqual(["2026-08-31", "2026-09-30"]);
  expect(await readFile(join(out, keptPressFile("2026-08-31")), "utf8")).toBe("archive of 2026-08-31");
  expect(await readFile(join(out, keptPressRecord("2026-09-30")), "utf8")).toContain("2026-09-30");
});

test("the table of what had changed stays beside it, where the edition had one", async () => {
  await writeFile(join(live, keptShiftsFile("2026-09-30")), "dimension");
  await keepPress(live, portal, editions, out);
  expect(await readFile(join(out, keptShiftsFile("2026-09-30")), "utf8")).toBe("dimension");
  expect(existsSync(join(out, keptShiftsFile("2026-08-31")))).toBe(false);
});

test("that of an edition made from other exports now is left behind, and so are those of another portal", async () => {
  const changed = editions.map((edition) => (edition.date === "2026-08-31" ? { ...edition, inputs: "x" } : edition));
  expect(await keepPress(live, portal, changed, out)).toEqual(["2026-09-30"]);
  expect(await keepPress(live, { ...portal, address: "https://other.example/" }, editions, join(folder, "o2"))).toEqual(
    [],
  );
  expect(await keepPress(null, portal, editions, join(folder, "o3"))).toEqual([]);
});

test("that of a time when smaller numbers were shown is left behind", async () => {
  await publish("2026-09-30", 3);
  expect(await keepPress(live, portal, editions, out)).toEqual(["2026-08-31"]);
});
