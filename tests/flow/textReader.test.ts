import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isReadAgain } from "../../src/privacy/rememberedTexts.ts";
import { openCleanedTexts } from "../../src/flow/cleanedTexts.ts";
import { openTextReader } from "../../src/flow/textReader.ts";
import type { CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { textCleaner } from "../../src/privacy/cleanText.ts";
import { canaries } from "../canaries/canaries.ts";

const rules: CleaningRules = {
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
};
const written = (text: string) => ({ text, field: "text" as const });
const texts = [
  ...canaries(3).map((canary) => canary.words),
  "Яма на <b>дороге</b>",
  "Автомобиль Кречетникова стоит на газоне",
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-texts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function build(under: CleaningRules): Promise<{ cleaned: number; known: number; results: string[] }> {
  const cache = await openCleanedTexts(join(folder, "cache", "texts"), under);
  const reader = openTextReader(under, cache);
  await reader.read(texts.map(written));
  const results = texts.map((text) => reader.clean(written(text)).text);
  await cache.keep();
  await reader.close();
  return { ...reader.counts, results };
}

describe("texts of the build before", () => {
  test("are not read again and come out the same", async () => {
    const first = await build(rules);
    const second = await build(rules);
    expect(first).toMatchObject({ cleaned: texts.length, known: 0 });
    expect(second).toMatchObject({ cleaned: 0, known: texts.length });
    expect(second.results).toEqual(first.results);
    expect(first.results).toContain("Яма на дороге");
  });

  test("are read again under other rules", async () => {
    await build(rules);
    expect(await build({ ...rules, names: "strict" })).toMatchObject({ known: 0 });
    expect(await build({ ...rules, allow: { phones: ["112"] } })).toMatchObject({ known: 0 });
  });

  test("are read again where a place name they rest on has become known, and only those", async () => {
    await build(rules);
    const asked = texts.flatMap((text) => textCleaner(rules)(written(text)).placesAsked.map(([stem]) => stem));
    expect(asked.length).toBeGreaterThan(0);
    const { known, cleaned } = await build({ ...rules, placeNames: [asked.at(-1)!] });
    expect(cleaned).toBeGreaterThan(0);
    expect(known).toBeGreaterThan(texts.length / 2);
  });

  test("are read again where their line in the cache was changed, or moved to another text", async () => {
    const first = await build(rules);
    const file = join(folder, "cache", "texts");
    const [version, ...lines] = (await readFile(file, "utf8")).split("\n");
    const swapped = lines.map((line, at) => line.slice(0, 24) + lines[(at + 1) % lines.length]!.slice(24));
    const edited = lines.map((line) =>
      line.replace(/\[\[?.*/u, (entry) => entry.replace(/^\[(?:0|"(?:[^"\\]|\\.)*")/u, '["Иванова Мария Петровна"')),
    );
    for (const changed of [swapped, edited]) {
      await writeFile(file, [version, ...changed].join("\n"));
      const next = await build(rules);
      expect(next).toMatchObject({ cleaned: texts.length, known: 0 });
      expect(next.results).toEqual(first.results);
    }
  });

  test("are not remembered where no key seals what is remembered", async () => {
    await build({ ...rules, key: "" });
    expect(await build({ ...rules, key: "" })).toMatchObject({ known: 0 });
  });

  test("are kept without anything personal", async () => {
    await build(rules);
    const kept = await readFile(join(folder, "cache", "texts"), "utf8");
    for (const canary of canaries(3))
      if (canary.class !== "house") expect(kept.toLowerCase()).not.toContain(canary.value.toLowerCase());
  });
});

describe("what the build before remembered under a whole seal", () => {
  const file = () => join(folder, "cache", "texts");
  /** Texts as detectors that see nothing would have left them, sealed as the program seals. */
  async function rememberAsTheyCame(raw: readonly string[]): Promise<void> {
    const cache = await openCleanedTexts(file(), rules);
    for (const text of raw)
      cache.add(written(text), {
        text,
        counts: [["name", 1]],
        doubtful: [],
        left: [],
        maskedDoubtful: [],
        placesAsked: [],
      });
    await cache.keep();
  }
  async function read(raw: readonly string[], threads = 1, turn = 0): Promise<string[]> {
    const reader = openTextReader({ ...rules, turn }, await openCleanedTexts(file(), { ...rules, turn }), threads);
    try {
      await reader.read(raw.map(written));
      return raw.map((text) => reader.clean(written(text)).text);
    } finally {
      await reader.close();
    }
  }
  const neighbours = new Set(["name", "birthDate", "health", "house", "flat"]);
  const byForm = canaries(5).filter((canary) => !neighbours.has(canary.class));

  test.each(byForm.map((canary) => [canary.class, canary.words] as const))(
    "is not taken over where a number or an address stands in it: %s",
    async (_, words) => {
      await rememberAsTheyCame(["Яма на дороге", words]);
      await expect(read(["Яма на дороге", words])).rejects.toMatchObject({
        code: "CACHE_WRONG",
        details: { count: 1 },
      });
      const [, cleaned] = await read(["Яма на дороге", words]);
      expect(cleaned).toBe(textCleaner(rules)(written(words)).text);
    },
  );

  test("is read anew whole within sixteen editions, another part in each", async () => {
    const turns = Array.from({ length: 16 }, (_, edition) => edition + 3);
    for (let number = 0; number < 200; number++)
      expect(turns.filter((turn) => isReadAgain(`Обращение № ${number}`, turn))).toHaveLength(1);
    const named = "Обращение: Иванова Мария Петровна ждёт ответа";
    const [now, next] = [
      turns.find((turn) => isReadAgain(named, turn))!,
      turns.find((turn) => !isReadAgain(named, turn))!,
    ];
    await rememberAsTheyCame([named]);
    expect(await read([named], 1, next)).toEqual([named]);
    await expect(read([named], 1, now)).rejects.toMatchObject({ code: "CACHE_WRONG" });
  });

  test.each([1, 2])("is not taken over where names stand in it, by %i threads", async (threads) => {
    const named = Array.from(
      { length: 500 },
      (_, number) => `Обращение № ${number}: Иванова Мария Петровна ждёт ответа`,
    );
    await rememberAsTheyCame(named);
    await expect(read(named, threads)).rejects.toMatchObject({ code: "CACHE_WRONG" });
    await expect(readFile(file(), "utf8")).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("the same words of a resident and of an official", () => {
  const words = "Яму засыпали.\nС уважением, министр Орлов П.И.";
  const both = (["text", "reply"] as const).map((field) => ({ text: words, field }));
  const masked = words.replace("Орлов П.И.", "[ФИО]");

  async function read(
    replySignatures: "mask" | "keep",
  ): Promise<{ cleaned: number; known: number; results: string[] }> {
    const under = { ...rules, replySignatures };
    const cache = await openCleanedTexts(join(folder, "cache", "texts"), under);
    const reader = openTextReader(under, cache);
    await reader.read(both);
    await cache.keep();
    await reader.close();
    return { ...reader.counts, results: both.map((written) => reader.clean(written).text) };
  }

  test("are told apart where signatures stay, in the next build too", async () => {
    expect(await read("keep")).toEqual({ cleaned: 2, known: 0, results: [masked, words] });
    expect(await read("keep")).toEqual({ cleaned: 0, known: 2, results: [masked, words] });
  });

  test("are one where signatures are masked, and nothing that stayed is taken over", async () => {
    await read("keep");
    expect(await read("mask")).toEqual({ cleaned: 1, known: 0, results: [masked, masked] });
  });
});

test("many texts are cleaned by several threads as one does it, in their order", async () => {
  const many = Array.from({ length: 1000 }, (_, number) => `${texts[number % texts.length]} № ${number}`);
  const reader = openTextReader(rules, await openCleanedTexts(null, rules), 2);
  await reader.read(many.map(written));
  const clean = textCleaner(rules);
  for (const text of many) expect(reader.clean(written(text))).toEqual(clean(written(text)));
  await reader.close();
});
