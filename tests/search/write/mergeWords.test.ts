import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { mergeWords, type WordFiles } from "../../../src/search/write/mergeWords.ts";
import { analyzeTexts, encodeNumbers } from "../../../src/search/write/shardTexts.ts";
import type { AppealTexts } from "../../../src/search/format/appealTexts.ts";
import { stemsOf } from "../../../src/search/words/analyzer.ts";
import { encodeVocabulary } from "../../../src/search/format/vocabulary.ts";

const folder = mkdtempSync(join(tmpdir(), "words-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = fc.string({ unit: fc.constantFrom(..."абвёйы 12zZ,"), maxLength: 30 });
const appeals = fc.array(fc.tuple(text, text, fc.constantFrom("", "Заречье")), { maxLength: 6 });

/** Writes each shard's words as the build keeps them. */
function written(shards: readonly (readonly AppealTexts[])[]): WordFiles[] {
  return shards.map((shard, number) => {
    const files = { words: join(folder, `${number}.txt`), numbers: join(folder, `${number}.numbers`) };
    const { words, numbers } = analyzeTexts(shard, "ru");
    writeFileSync(files.words, encodeVocabulary(words));
    writeFileSync(files.numbers, encodeNumbers(numbers));
    return files;
  });
}

test("words counted shard by shard are those of all appeals together, each with the appeals that have it", () => {
  fc.assert(
    fc.property(fc.array(appeals, { minLength: 1, maxLength: 5 }), (shards) => {
      const merged = [...mergeWords(written(shards))];
      expect(merged.map(({ stem, forms }) => ({ stem, forms }))).toEqual(analyzeTexts(shards.flat(), "ru").words);
      for (const { stem, appeals: having } of merged) {
        const numbersIn = (shard: readonly AppealTexts[]): number[] =>
          [...shard.keys()].filter((number) => shard[number]?.some((part) => stemsOf(part, "ru").includes(stem)));
        const expected = shards
          .map((shard, at) => ({ shard: at, numbers: Uint32Array.from(numbersIn(shard)) }))
          .filter(({ numbers }) => numbers.length > 0);
        expect(having).toEqual(expected);
      }
    }),
  );
});

test("words are read whole where a file is longer than a piece of it", () => {
  const many: AppealTexts[] = Array.from({ length: 9000 }, (_, number) => [
    `слово${"абвгдежзик".charAt(number % 10)}${number} готовый`,
    "",
    "",
  ]);
  const words = analyzeTexts(many, "ru").words;
  expect(encodeVocabulary(words).length).toBeGreaterThan(100_000);
  expect([...mergeWords(written([many]))].map(({ stem, forms }) => ({ stem, forms }))).toEqual(words);
});

test("lists of appeals that are cut short stop the build", () => {
  const files = written([
    [
      ["яма на улице", "", ""],
      ["глубокая яма", "", ""],
    ],
  ]);
  const [{ numbers }] = files as [WordFiles];
  truncateSync(numbers, statSync(numbers).size - 1);
  expect(() => [...mergeWords(files)]).toThrow(RangeError);
});
