import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { mergeWords } from "../../../src/publish/search/mergeWords.ts";
import { analyzeTexts, type AppealTexts } from "../../../src/publish/search/shardTexts.ts";
import { encodeVocabulary } from "../../../src/site/search/vocabulary.ts";

const folder = mkdtempSync(join(tmpdir(), "words-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = fc.string({ unit: fc.constantFrom(..."абвёйы 12zZ,"), maxLength: 30 });
const appeals = fc.array(fc.tuple(text, text, fc.constantFrom("", "Заречье")), { maxLength: 6 });

/** Writes each shard's words as the build keeps them. */
function written(shards: readonly (readonly AppealTexts[])[]): string[] {
  return shards.map((shard, number) => {
    const file = join(folder, `${number}.txt`);
    writeFileSync(file, encodeVocabulary(analyzeTexts(shard, "ru").words));
    return file;
  });
}

test("words counted shard by shard are those of all appeals together, each with the shards that have it", () => {
  fc.assert(
    fc.property(fc.array(appeals, { minLength: 1, maxLength: 5 }), (shards) => {
      const merged = [...mergeWords(written(shards))];
      expect(merged.map(({ stem, forms }) => ({ stem, forms }))).toEqual(analyzeTexts(shards.flat(), "ru").words);
      const stems = shards.map((shard) => new Set(analyzeTexts(shard, "ru").words.map(({ stem }) => stem)));
      for (const { stem, shards: having } of merged) expect(having).toEqual([...stems.keys()].filter((shard) => stems[shard]?.has(stem)));
    }),
  );
});

test("words are read whole where a file is longer than a piece of it", () => {
  const many: AppealTexts[] = Array.from({ length: 9000 }, (_, number) => [`слово${"абвгдежзик".charAt(number % 10)}${number} готовый`, "", ""]);
  const words = analyzeTexts(many, "ru").words;
  expect(encodeVocabulary(words).length).toBeGreaterThan(100_000);
  expect([...mergeWords(written([many]))].map(({ stem, forms }) => ({ stem, forms }))).toEqual(words);
});
