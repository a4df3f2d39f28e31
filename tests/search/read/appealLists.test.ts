import fc from "fast-check";
import { expect, test } from "vitest";
import { inBoth, indexBytes, openLists, usualLimits } from "../../../src/search/read/appealLists.ts";
import {
  decodeCommon,
  decodeLists,
  encodeCommon,
  encodeLists,
  fileOfWord,
  numberOfWord,
  type EncodedList,
} from "../../../src/search/format/listFiles.ts";
import { ByteWriter } from "../../../src/search/format/byteNumbers.ts";
import { withName } from "../../../src/search/format/nameInside.ts";

const rising = fc
  .uniqueArray(fc.nat({ max: 2 ** 31 }), { minLength: 1, maxLength: 20 })
  .map((numbers) => numbers.sort((a, b) => a - b));
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
    .flatMap((a) =>
      [..."аеиоуы"].flatMap((b) => [..."бвгдклмнпрст"].flatMap((c) => [..."аеиоуы"].map((d) => a + b + c + d))),
    )
    .reduce<number[]>((sums, word) => {
      const file = fileOfWord(numberOfWord(word), files);
      sums[file] = (sums[file] ?? 0) + 1;
      return sums;
    }, []);
  expect(Math.max(...counts)).toBeLessThan(2 * Math.min(...counts));
});

const steps = (numbers: readonly number[]): Uint8Array => {
  const writer = new ByteWriter();
  writer.steps(numbers);
  return writer.part();
};

test("the list of a common word comes back as it was written, be it steps or bits", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 100 }),
      fc.integer({ min: 100, max: 400 }),
      (some, appeals) => {
        const numbers = some.sort((a, b) => a - b);
        const bytes = encodeCommon(steps(numbers), numbers.length, appeals);
        expect(bytes.length).toBeLessThanOrEqual(Math.ceil(appeals / 8));
        expect([...decodeCommon(bytes, numbers.length, appeals)]).toEqual(numbers);
        for (const other of [numbers.length + 1, numbers.length - 1])
          if (other >= 0) expect(() => decodeCommon(bytes, other, appeals)).toThrow(RangeError);
      },
    ),
    // Where steps and bits are as many bytes.
    { examples: [[[0, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 99], 100]] },
  );
});

/** Lists of a million appeals in one file, and of two common words in their own: one in few appeals, one in half of all. */
function listsOf(words: Readonly<Record<string, readonly number[]>>): {
  narrow: (typed: string, isAll?: boolean) => Promise<[candidates: number[] | null, isWhole: boolean]>;
  shareOf: (typed: string) => Promise<number>;
  read: string[];
} {
  const read: string[] = [];
  const appeals = 1_000_000;
  const [heavy, light] = [
    Array.from({ length: 500_000 }, (_, at) => at),
    Array.from({ length: 30_000 }, (_, at) => at * 2),
  ];
  const contents = [
    encoded(Object.entries(words)),
    encodeCommon(steps(heavy), heavy.length, appeals),
    encodeCommon(steps(light), light.length, appeals),
  ];
  const lists = openLists(
    { folder: "lists", files: 1, appeals, common: ["прош", "улиц"], counts: [heavy.length, light.length] },
    async (path) => {
      read.push(path);
      return withName(
        path,
        contents[["lists/0.columns", "lists/common-0.columns", "lists/common-1.columns"].indexOf(path)] ??
          new Uint8Array(),
      );
    },
    { ...usualLimits, texts: 1 },
  );
  return {
    read,
    narrow: async (typed, isAll = false) => {
      const { candidates, isWhole } = await lists.narrow(new Set(typed.split(" ")), isAll);
      return [candidates && [...candidates], isWhole];
    },
    shareOf: async (typed) => (await lists.narrow(new Set(typed.split(" ")), false)).share,
  };
}

test("appeals that can be hits have every word whose list is light; all hits are worth every list", async () => {
  const many = [1, 2, 3, 4, 5, 7, 9, 11, 13, 70_000];
  const { narrow, read } = listsOf({ яма: many, площадк: [1, 2] });
  // The newest shard has ten hits for certain.
  expect(await narrow("прош")).toEqual([null, false]);
  expect(await narrow("прош улиц")).toEqual([null, false]);
  expect(read).toEqual([]);
  expect(await narrow("яма")).toEqual([many, true]);
  expect(await narrow("яма площадк")).toEqual([[1, 2], true]);
  expect(await narrow("нигде яма")).toEqual([[], true]);
  expect(read).toEqual(["lists/0.columns"]);
  expect(await narrow("улиц яма")).toEqual([[2, 4], true]);
  expect(read).toEqual(["lists/0.columns", "lists/common-1.columns"]);
  expect(await narrow("улиц яма прош", true)).toEqual([[2, 4], true]);
});

test("for few appeals the lists of common words are not read: their texts are", async () => {
  const { narrow, read } = listsOf({ дупл: [7] });
  expect(await narrow("дупл улиц прош", true)).toEqual([[7], false]);
  expect(read).toEqual(["lists/0.columns"]);
});

test("for a page of hits a list is not read that weighs more than the texts which it would spare; for all hits it is", async () => {
  const few = listsOf({ дупл: [1, 2, 3, 70_000] });
  expect(await few.narrow("улиц дупл")).toEqual([[1, 2, 3, 70_000], false]);
  expect(few.read).toEqual(["lists/0.columns"]);
  expect(await few.narrow("улиц дупл", true)).toEqual([[2], true]);
});

test("of what is not looked up the share of the candidates is told that may be hits", async () => {
  const { shareOf } = listsOf({ дупл: [1, 2, 3, 70_000], яма: [1, 2, 3, 4, 5, 7, 9, 11, 13, 70_000] });
  expect(await shareOf("прош улиц")).toBe(0.03);
  expect(await shareOf("дупл улиц")).toBe(0.03);
  expect(await shareOf("дупл улиц прош")).toBe(0.03);
  // Its list was read.
  expect(await shareOf("яма улиц")).toBe(1);
});

test("common words are read one by one where the rarer may leave few", async () => {
  const { narrow, read } = listsOf({ скамейк: Array.from({ length: 60 }, (_, at) => 59_900 + at * 3) });
  const [left] = await narrow("скамейк улиц прош");
  expect(left).toEqual(Array.from({ length: 17 }, (_, at) => 59_900 + at * 6));
  expect(read).toEqual(["lists/0.columns", "lists/common-1.columns"]);
});

test("of a pasted letter only a few words are looked up, the longest, and they are not taken for all", async () => {
  const letter = Array.from({ length: 80 }, (_, at) => `слов${at}`);
  const paths = new Set<string>();
  const lists = openLists({ folder: "lists", files: 1_000_000, appeals: 9, common: [], counts: [] }, async (path) => {
    paths.add(path);
    return withName(path, encoded(letter.map((word) => [word, [5]])));
  });
  expect(await lists.narrow(new Set(letter), true)).toEqual({
    candidates: Uint32Array.of(5),
    isWhole: false,
    share: 1,
  });
  expect(paths.size).toBe(4);
});

test("without lists nothing is known of any word, and nothing is read", async () => {
  const lists = openLists(null, () => Promise.reject(new Error("Nothing is there")));
  expect(lists.areLikelyEnough(new Set(["яма"]))).toBe(false);
  expect(await lists.narrow(new Set(["яма"]), true)).toEqual({ candidates: null, isWhole: false, share: 1 });
});

test("the rarer a query's words stand together, the more its indexes weigh; those of all shards are the most", () => {
  const of = (candidates: number, ...counts: number[]): number => indexBytes(candidates, counts, 2, 1_000_000);
  expect(of(1_000_000, 500_000)).toBe(of(20_000, 500_000));
  expect(of(200, 80_000)).toBeGreaterThan(2 * of(2000, 80_000));
  expect(of(1, 80_000)).toBe(of(100, 20_000));
});
