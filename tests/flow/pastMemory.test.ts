import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openPastMemory } from "../../src/flow/pastMemory.ts";

const key = "0123456789abcdef0123456789abcdef";

/** A folder that remembers figures, and changes with the lines beside them. */
async function remembered() {
  const folder = await mkdtemp(join(tmpdir(), "otklik-past-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [past, file] = [join(folder, "past"), join(folder, "changes.ndjson")];
  const build = async (changes: { code?: string; key?: string | null; of?: unknown } = {}) => {
    const { code = "code", of = { rows: "of February" } } = changes;
    const memory = openPastMemory(past, code, "settings", changes.key === undefined ? key : changes.key);
    const made: string[] = [];
    await rm(file, { force: true });
    const figures = await memory.recall("2026-02-28-figures", of, null, () => {
      made.push("figures");
      return Promise.resolve({ received: 0.1 + 0.2 });
    });
    const told = await memory.recall("2026-02-28-changes", of, file, async () => {
      made.push("changes");
      await writeFile(file, "first line\nsecond line\n");
      return { appeals: 2 };
    });
    expect([figures, told]).toEqual([{ received: 0.1 + 0.2 }, { appeals: 2 }]);
    expect(await readFile(file, "utf8")).toBe("first line\nsecond line\n");
    return { memory, made };
  };
  await (await build()).memory.keep();
  return { past, build };
}

test("the same is not made twice, and its lines are put in place", async () => {
  const { build } = await remembered();
  expect((await build()).made).toEqual([]);
  expect((await build({ code: "other" })).made).toEqual(["figures", "changes"]);
  expect((await build({ of: { rows: "of March" } })).made).toEqual(["figures", "changes"]);
});

test("who does not know the key of the portal can neither read nor write what is remembered", async () => {
  const { past, build } = await remembered();
  expect((await build({ key: null })).made).toEqual(["figures", "changes"]);
  expect((await build({ key: "f".repeat(32) })).made).toEqual(["figures", "changes"]);
  for (const name of await readdir(past)) {
    const content = await readFile(join(past, name), "utf8");
    await writeFile(join(past, name), content.replace('"appeals":2', '"appeals":3').replace("0.3", "0.4"));
  }
  expect((await build()).made).toEqual(["figures", "changes"]);
});

test("lines that were cut short or changed, and entries that a kill left half written, are made again", async () => {
  const { past, build } = await remembered();
  const nameOf = async (pattern: RegExp) => (await readdir(past)).find((name) => pattern.test(name))!;
  const lines = join(past, await nameOf(/changes-[0-9a-f]+\.lines$/u));
  await writeFile(lines, "first line\n");
  expect((await build()).made).toEqual(["changes"]);
  await rm(lines);
  expect((await build()).made).toEqual(["changes"]);
  const figures = join(past, await nameOf(/figures-[0-9a-f]+$/u));
  await writeFile(figures, (await readFile(figures)).subarray(0, 70));
  await writeFile(`${figures}.new`, "half");
  expect((await build()).made).toEqual(["figures"]);
});

test("what a build did not ask for goes", async () => {
  const { past, build } = await remembered();
  const { memory } = await build({ of: { rows: "of March" } });
  expect(await readdir(past)).toHaveLength(6);
  await memory.keep();
  expect(await readdir(past)).toHaveLength(3);
  expect((await build({ of: { rows: "of March" } })).made).toEqual([]);
});
