import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyFiles } from "../../src/flow/verifyFiles.ts";
import { ReadTexts } from "../../src/privacy/readTexts.ts";
import type { VerifiedFile } from "../../src/publish/verify/verifyFile.ts";

const rules = {
  language: "ru",
  doubtful: "mask",
  names: "default",
  addresses: "house",
  replySignatures: "mask",
  allow: {},
  placeNames: [],
  key: "looking",
  decisions: {},
  turn: 0,
} as const;
// A long table goes to a thread alone where the site is large.
const files = ["b.txt", "data/appeals.txt"];
const read = new ReadTexts().known.table;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-look-"));
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "b.txt"), "Позвоните 8 912 345-67-89 вечером.");
  await writeFile(join(folder, "data", "appeals.txt"), "Во дворе не горит свет.");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** @param others how many files the site has beside these: many make threads worth their while */
async function found(others: number, looked = files): Promise<VerifiedFile[]> {
  const known = [...files, ...Array.from({ length: others }, (_, at) => `${at}.txt`)];
  const site = { siteDir: folder, address: "https://otklik.example/", known, rules, own: [], read, clean: null };
  const all: VerifiedFile[] = [];
  await verifyFiles(site, () => undefined, 1)(looked, (one) => all.push(one));
  return all.toSorted((one, other) => (one.file < other.file ? -1 : 1));
}

describe("files of a finished site", () => {
  test("are looked at alike in this thread and in another", async () => {
    const here = await found(0);
    expect(here.map(({ file, classes }) => [file, classes])).toEqual([
      ["b.txt", ["phone"]],
      ["data/appeals.txt", []],
    ]);
    expect(await found(1_000)).toEqual(here);
  });

  test("that the system does not give are told as such", async () => {
    await expect(found(0, ["gone.txt"])).rejects.toMatchObject({ syscall: "open", code: "ENOENT" });
  });
});
