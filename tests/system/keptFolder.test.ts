import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptFolder } from "../../src/system/keptFolder.ts";

let kept: string;
beforeAll(() => {
  kept = join(mkdtempSync(join(tmpdir(), "otklik-kept-")), "kept");
});
afterAll(() => rmSync(join(kept, ".."), { recursive: true }));

/** Makes a folder with one file, slowly, and counts how often. */
function maker(content: string): { make: (folder: string) => Promise<void>; made: () => number } {
  let times = 0;
  return {
    make: async (folder) => {
      times++;
      await setTimeout(20);
      await writeFile(join(folder, "page.js"), content);
    },
    made: () => times,
  };
}

test("is made once, whoever asks at once, and is there afterwards", async () => {
  const { make, made } = maker("one");
  const given = await Promise.all([1, 2, 3].map(() => keptFolder(kept, "once", make)));
  expect(new Set(given).size).toBe(1);
  expect(readFileSync(join(given[0]!, "page.js"), "utf8")).toBe("one");
  await keptFolder(kept, "once", make);
  expect(made()).toBe(1);
});

test("another key makes another folder", async () => {
  const [one, other] = [maker("one"), maker("other")];
  const before = await keptFolder(kept, "key-1", one.make);
  const after = await keptFolder(kept, "key-2", other.make);
  expect([before, after].map((folder) => readFileSync(join(folder, "page.js"), "utf8"))).toEqual(["one", "other"]);
});

test.each([
  ["emptied", (folder: string) => writeFileSync(join(folder, "page.js"), "")],
  ["lost", (folder: string) => rmSync(join(folder, "page.js"))],
  ["added", (folder: string) => writeFileSync(join(folder, "other.js"), "")],
])("is made again where a file of it was %s", async (_name, damage) => {
  damage(await keptFolder(kept, "damaged", maker("whole").make));
  const { make, made } = maker("whole");
  const folder = await keptFolder(kept, "damaged", make);
  expect(readdirSync(folder)).toEqual(["page.js"]);
  expect(readFileSync(join(folder, "page.js"), "utf8")).toBe("whole");
  expect(made()).toBe(1);
});

test("two processes that ask at once find one that is whole", async () => {
  const ask = fileURLToPath(new URL("./askForFolder.ts", import.meta.url));
  const said = await Promise.all(
    [1, 2].map(async () => (await promisify(execFile)(process.execPath, [ask, kept])).stdout.trim()),
  );
  expect(said.toSorted()).toEqual(["found", "made"]);
});

test("of one that could not be made nothing stays", async () => {
  const failing = async (folder: string) => {
    await writeFile(join(folder, "page.js"), "half");
    throw new Error("The disk is full");
  };
  await expect(keptFolder(kept, "failing", failing)).rejects.toThrow("The disk is full");
  expect(readdirSync(kept).filter((name) => name.startsWith("failing"))).toEqual([]);
});

test("what was not asked for in a day goes when something else is made", async () => {
  const { make } = maker("x");
  const [asked, old] = [await keptFolder(kept, "asked-again", make), await keptFolder(kept, "old", make)];
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const folder of [asked, old]) utimesSync(folder, twoDaysAgo, twoDaysAgo);
  await keptFolder(kept, "asked-again", make);
  await keptFolder(kept, "new", make);
  expect(readdirSync(kept)).toContain("asked-again");
  expect(readdirSync(kept)).not.toContain("old");
});
