import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLists, encodeLists, fileOfWord, inBoth, numberOfWord, openLists, type EncodedList } from "../../../src/site/search/appealLists.ts";
import { ByteWriter } from "../../../src/site/search/byteNumbers.ts";
import { sealed } from "../../../src/site/search/sealed.ts";

const rising = fc.uniqueArray(fc.nat({ max: 2 ** 31 }), { minLength: 1, maxLength: 20 }).map((numbers) => numbers.sort((a, b) => a - b));
const stem = fc.string({ unit: fc.constantFrom(..."абйё12z"), minLength: 1, maxLength: 6 });
const words = fc.uniqueArray(fc.tuple(stem, rising), { selector: ([word]) => word, maxLength: 20 });

function encoded(lists: readonly (readonly [string, readonly number[]])[]): Uint8Array {
  return encodeLists(
    lists.map(([word, numbers]): EncodedList => {
      const writer = new ByteWriter();
      writer.steps(numbers);
      return { stem: new TextEncoder().encode(word), count: numbers.length, steps: writer.part() };
    }),
  );
}

test("lists come back as they were written", () => {
  fc.assert(
    fc.property(words, (lists) => {
      expect([...decodeLists(encoded(lists))].map(([word, numbers]) => [word, [...numbers]])).toEqual(lists);
    }),
  );
});

test("lists that are cut short or have something behind them are refused, not read as shorter", () => {
  fc.assert(
    fc.property(words, fc.nat(), (lists, cut) => {
      const bytes = encoded(lists);
      expect(() => decodeLists(bytes.subarray(0, cut % bytes.length))).toThrow(RangeError);
      expect(() => decodeLists(Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
    }),
  );
});

test("what is in both lists is found, and nothing else", () => {
  const list = fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 30 }).map((numbers) => numbers.sort((a, b) => a - b));
  fc.assert(
    fc.property(list, list, (a, b) => {
      expect([...inBoth(Uint32Array.from(a), Uint32Array.from(b))]).toEqual(a.filter((number) => b.includes(number)));
    }),
  );
});

test("words are spread evenly over the files", () => {
  const files = 50;
  const counts = [..."бвгдклмнпрст"]
    .flatMap((a) => [..."аеиоуы"].flatMap((b) => [..."бвгдклмнпрст"].flatMap((c) => [..."аеиоуы"].map((d) => a + b + c + d))))
    .reduce<number[]>((sums, word) => {
      const file = fileOfWord(numberOfWord(word), files);
      sums[file] = (sums[file] ?? 0) + 1;
      return sums;
    }, []);
  expect(Math.max(...counts)).toBeLessThan(2 * Math.min(...counts));
});

/** Lists in one file, with "прошу" too common for one. */
function listsOf(words: Readonly<Record<string, readonly number[]>>): { narrow: (...stems: string[]) => Promise<[candidates: number[] | null, isWhole: boolean]>; read: string[] } {
  const read: string[] = [];
  const lists = openLists({ folder: "lists", files: 1, common: ["прош", "улиц"] }, async (path) => {
    read.push(path);
    return sealed(path, encoded(Object.entries(words)));
  });
  return {
    read,
    narrow: async (...stems) => {
      const { candidates, isWhole } = await lists.narrow(new Set(stems));
      return [candidates && [...candidates], isWhole];
    },
  };
}

test("appeals that can be hits have every word that is not common", async () => {
  const { narrow, read } = listsOf({ яма: [0, 2, 70_000], площадк: [1, 2] });
  expect(await narrow("прош", "улиц")).toEqual([null, false]);
  expect(read).toEqual([]);
  expect(await narrow("яма")).toEqual([[0, 2, 70_000], true]);
  expect(await narrow("яма", "площадк")).toEqual([[2], true]);
  expect(await narrow("улиц", "яма")).toEqual([[0, 2, 70_000], false]);
  expect(await narrow("нигде", "яма")).toEqual([[], true]);
  expect(read).toEqual(["lists/0.columns"]);
});

test("of a pasted letter only a few words are looked up, the longest, and they are not taken for all", async () => {
  const paths = new Set<string>();
  const lists = openLists({ folder: "lists", files: 1_000_000, common: [] }, async (path) => {
    paths.add(path);
    return sealed(path, encoded([]));
  });
  expect(await lists.narrow(new Set(Array.from({ length: 80 }, (_, at) => `слов${at}`)))).toEqual({ candidates: new Uint32Array(), isWhole: false });
  expect(paths.size).toBe(4);
});

test("without lists nothing is known of any word, and nothing is read", async () => {
  const lists = openLists(null, () => Promise.reject(new Error("Nothing is there")));
  expect(lists.canNarrow(new Set(["яма"]))).toBe(false);
  expect(await lists.narrow(new Set(["яма"]))).toEqual({ candidates: null, isWhole: false });
});
