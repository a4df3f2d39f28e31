import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MarkVersion, openRememberedMarks } from "../../src/flow/rememberedMarks.ts";
import type { MarkMemory } from "../../src/replies/marks/markMemory.ts";
import { replyReader } from "../../src/replies/marks/replyReader.ts";
import { readReplyRules } from "../../src/settings/readReplyRules.ts";

const rules = await readReplyRules(resolve(import.meta.dirname, "../../data"));
const version: MarkVersion = { code: "code", settings: "settings", key: "0123456789abcdef0123456789abcdef" };
const pairs = [
  ["На улице Полевой не горит фонарь", "Здравствуйте! Фонарь заменили 12 мая. Оцените, пожалуйста, ответ."],
  ["Сломаны качели у пруда", "Здравствуйте! У пруда работы выполнены 3 мая."],
  ["Грязно у пруда", "Здравствуйте! У пруда работы выполнены 3 мая."],
  ["Не вывозят мусор со двора", "Ваше обращение передано в районную администрацию, ответ дадут до 1 июня."],
  ["Где автобус?", "Здравствуйте! Принято в работу."],
  ["Яма у школы", "."],
] as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-marks-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const file = () => join(folder, "cache", "marks");

/** What is read of all pairs, and how many of them were known. @param common stems that name nothing */
async function read(
  under: MarkVersion | null,
  common: ReadonlySet<string> = new Set(),
): Promise<{ known: number; results: unknown[] }> {
  const memory = under === null ? null : await openRememberedMarks(file(), under);
  let known = 0;
  const counting: MarkMemory | null = memory && {
    ...memory,
    find(...asked) {
      const found = memory.find(...asked);
      if (found !== undefined) known += 1;
      return found;
    },
  };
  const reader = replyReader(rules, common, counting);
  const results = pairs.map(([text, reply]) => reader({ text, reply }, { text, reply }, false));
  await memory?.keep();
  return { known, results };
}

describe("what replies contain", () => {
  test("is read once, and comes out the same", async () => {
    const plain = await read(null);
    expect(await read(version)).toEqual(plain);
    expect(await read(version)).toEqual({ known: pairs.length, results: plain.results });
    // And again: what was taken over is kept.
    expect(await read(version)).toEqual({ known: pairs.length, results: plain.results });
  });

  test("is read again where a word that decided has become common, or is it no longer, and only there", async () => {
    await read(version);
    const common = new Set(["пруд"]);
    const [before, now] = [await read(null), await read(null, common)];
    expect(now.results).not.toEqual(before.results);
    expect(await read(version, common)).toEqual({ known: pairs.length - 2, results: now.results });
    expect(await read(version)).toEqual({ known: pairs.length - 2, results: before.results });
    expect((await read(version, new Set(["посторонний"]))).known).toBe(pairs.length);
  });

  test.each([
    ["code", { ...version, code: "other" }],
    ["settings", { ...version, settings: "other" }],
    ["a key", { ...version, key: "fedcba9876543210fedcba9876543210" }],
  ])("is read again under other %s", async (_, other) => {
    await read(version);
    expect((await read(other)).known).toBe(0);
  });

  test("is read again where somebody, or a failing disk, has changed the memory", async () => {
    const { results } = await read(version);
    const kept = await readFile(file(), "utf8");
    for (const changed of ["", kept.slice(0, -1), kept.replace("[[[", "[[ ["), kept.slice(kept.indexOf("\n") + 1)]) {
      await writeFile(file(), changed);
      expect(await read(version)).toEqual({ known: 0, results });
    }
  });

  test("is not remembered without a key, and holds no word of anybody", async () => {
    expect(await openRememberedMarks(file(), { ...version, key: null })).toBeNull();
    await read(version);
    expect(await readFile(file(), "utf8")).not.toMatch(/[а-яё]/iu);
  });
});
