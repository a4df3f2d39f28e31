import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openPageMemory } from "../../src/appeals/pageMemory.ts";

const folder = mkdtempSync(join(tmpdir(), "page-memory-"));
afterAll(() => rmSync(folder, { recursive: true }));
const [before, site, memoryFile] = [join(folder, "before"), join(folder, "site"), join(folder, "memory", "0")];

beforeEach(async () => {
  for (const place of [before, site]) {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
  }
  writeFileSync(join(before, "a.html"), "страница");
  const memory = await openPageMemory([], "code 1", before, null);
  memory.add("a", "key", readFileSync(join(before, "a.html")));
  await memory.keep(memoryFile);
});

test("a page made of the same is the same file under another name, and is remembered again", async () => {
  const memory = await openPageMemory([memoryFile], "code 1", site, before);
  expect(memory.takeOver("a", "key", "a.html")).toBe(true);
  expect(statSync(join(site, "a.html")).ino).toBe(statSync(join(before, "a.html")).ino);
  const text = readFileSync(memoryFile, "utf8");
  await memory.keep(memoryFile);
  expect(readFileSync(memoryFile, "utf8")).toBe(text);
});

test("a page made of something else, by other code, or unknown is made anew", async () => {
  expect((await openPageMemory([memoryFile], "code 1", site, before)).takeOver("a", "another", "a.html")).toBe(false);
  expect((await openPageMemory([memoryFile], "code 2", site, before)).takeOver("a", "key", "a.html")).toBe(false);
  expect((await openPageMemory([memoryFile], "code 1", site, before)).takeOver("b", "key", "a.html")).toBe(false);
  expect((await openPageMemory([memoryFile], "code 1", site, null)).takeOver("a", "key", "a.html")).toBe(false);
});

test("a page that somebody wrote on, or took away, is made anew", async () => {
  appendFileSync(join(before, "a.html"), "!");
  expect((await openPageMemory([memoryFile], "code 1", site, before)).takeOver("a", "key", "a.html")).toBe(false);
  rmSync(join(before, "a.html"));
  expect((await openPageMemory([memoryFile], "code 1", site, before)).takeOver("a", "key", "a.html")).toBe(false);
});

test("a page whose place is taken is not put there", async () => {
  writeFileSync(join(site, "other.html"), "другая");
  linkSync(join(site, "other.html"), join(site, "a.html"));
  expect((await openPageMemory([memoryFile], "code 1", site, before)).takeOver("a", "key", "a.html")).toBe(false);
  expect(readFileSync(join(site, "a.html"), "utf8")).toBe("другая");
});
