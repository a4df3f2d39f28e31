import type * as FileSystem from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createDetectionContext } from "../../src/privacy/detectionContext.ts";
import { dictionaryFiles, dictionaryFolder, requireWholeDictionary } from "../../src/privacy/dictionaryFiles.ts";
import type { NameDictionary } from "../../src/privacy/names/nameDictionary.ts";
import { requireProvenDetectors } from "../../src/privacy/provenDetectors.ts";

const context = createDetectionContext();
const files = Object.keys(dictionaryFiles);

describe("detectors that work", () => {
  test.each(["default", "strict"] as const)("pass their test in mode %s", (mode) => {
    expect(() => requireProvenDetectors({ ...context, mode })).not.toThrow();
  });

  test("pass it whatever a portal allows or has learned", () => {
    const dictionary: NameDictionary = { read: (word) => context.dictionary.read(word) };
    const everything = { has: () => true, stems: [] };
    expect(() => requireProvenDetectors({ ...context, dictionary, placeNames: everything })).not.toThrow();
  });
});

describe("a dictionary that knows nothing, or calls everything a name, stops the build", () => {
  const nothing = {
    name: false,
    surname: false,
    patronymic: false,
    place: false,
    organisation: false,
    known: false,
    noun: false,
    animate: false,
    common: 0,
    guessedSurname: 0,
    guessedName: 0,
    cases: 0,
  };
  test.each([
    ["nothing is known", nothing],
    ["everything is an ordinary word", { ...nothing, known: true, noun: true, common: 1 }],
    ["everything is a name", { ...nothing, known: true, name: true, surname: true, patronymic: true, cases: 63 }],
  ])("%s", (_what, reading) => {
    expect(() => requireProvenDetectors({ ...context, dictionary: { read: () => reading } })).toThrow(
      expect.objectContaining({ code: "DETECTOR_FAILED", details: { error: "BlindDetector" } }),
    );
  });
});

describe("a damaged dictionary stops the build", () => {
  async function damaged(change: (folder: string) => Promise<void>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "otklik-dictionary-"));
    for (const file of files) await cp(join(dictionaryFolder(), file), join(folder, file));
    await change(folder);
    return folder;
  }
  const failing = (error: string) => expect.objectContaining({ code: "DETECTOR_FAILED", details: { error } }) as Error;

  test.each(files)("where one byte of %s is another", async (file) => {
    const folder = await damaged(async (to) => {
      const bytes = await readFile(join(to, file));
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(join(to, file), bytes);
    });
    expect(() => requireWholeDictionary(folder)).toThrow(failing("DamagedDictionary"));
    await rm(folder, { recursive: true });
  });

  test("where a file is missing", async () => {
    const folder = await damaged((to) => rm(join(to, "words.dawg")));
    expect(() => requireWholeDictionary(folder)).toThrow(failing("Error"));
    await rm(folder, { recursive: true });
  });
});

describe("with damaged files under the program", () => {
  afterEach(() => {
    vi.doUnmock("node:fs");
    vi.resetModules();
  });

  test.each([
    ["words.dawg", (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ["words.dawg", () => Buffer.alloc(3)],
    ["paradigms.array", () => Buffer.alloc(0)],
    ["gramtab-opencorpora-int.json", () => Buffer.from("[]")],
    ["gramtab-opencorpora-int.json", () => Buffer.from("[")],
    ["p_t_given_w.intdawg", (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ])("no rules are given out: %s", async (damaged, change) => {
    vi.resetModules();
    vi.doMock("node:fs", async (original) => {
      const fs = await original<typeof FileSystem>();
      const readFileSync = (path: string, encoding?: BufferEncoding) => {
        const bytes = fs.readFileSync(path);
        const read = path.endsWith(damaged) ? change(bytes) : bytes;
        return encoding ? read.toString(encoding) : read;
      };
      return { ...fs, default: fs, readFileSync };
    });
    const { textCleaner } = await import("../../src/privacy/cleanText.ts");
    const rules = {
      language: "ru",
      doubtful: "mask",
      names: "default",
      addresses: "house",
      replySignatures: "mask",
      allow: {},
      placeNames: [],
      key: "key",
      decisions: {},
      turn: 0,
    } as const;
    expect(() => textCleaner(rules)).toThrow(expect.objectContaining({ code: "DETECTOR_FAILED" }));
  });
});
