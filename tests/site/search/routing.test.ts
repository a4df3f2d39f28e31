import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeRoutes, encodeRoutes, numberOfWord, openRouting, placeOfNumber, type Route } from "../../../src/site/search/routing.ts";
import { sealed } from "../../../src/site/search/sealed.ts";

const route = fc.record({
  rest: fc.nat({ max: 2 ** 31 }),
  shards: fc.oneof(fc.constant("all" as const), fc.uniqueArray(fc.nat({ max: 700 }), { minLength: 1, maxLength: 8 }).map((shards) => shards.sort((a, b) => a - b))),
});
const routes = fc.uniqueArray(route, { selector: ({ rest }) => rest, maxLength: 30 }).map((list): Route[] => list.sort((a, b) => a.rest - b.rest));

test("routes come back as they were written", () => {
  fc.assert(
    fc.property(routes, (list) => {
      expect([...decodeRoutes(encodeRoutes(list))]).toEqual(list.map(({ rest, shards }) => [rest, shards]));
    }),
  );
});

test("routes that are cut short or have something behind them are refused, not read as fewer", () => {
  fc.assert(
    fc.property(routes, fc.nat(), (list, cut) => {
      const bytes = encodeRoutes(list);
      expect(() => decodeRoutes(bytes.subarray(0, cut % bytes.length))).toThrow(RangeError);
      expect(() => decodeRoutes(Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
    }),
  );
});

test("words are spread evenly over the files, and hardly two of a file are taken for each other", () => {
  const files = 50;
  const [first, second] = [..."бвгдклмнпрст"].flatMap((a) => [..."аеиоуы"].flatMap((b) => [..."бвгдклмнпрст"].flatMap((c) => [..."аеиоуы"].map((d) => a + b + c + d)))).reduce<[Map<string, number>, number[]]>(
    ([places, counts], stem) => {
      const { file, rest } = placeOfNumber(numberOfWord(stem), files);
      counts[file] = (counts[file] ?? 0) + 1;
      return [places.set(`${file}/${rest}`, (places.get(`${file}/${rest}`) ?? 0) + 1), counts];
    },
    [new Map(), []],
  );
  expect(first.size).toBeGreaterThan(5180);
  expect(Math.max(...second)).toBeLessThan(2 * Math.min(...second));
});

/** Routing of one file with these words. */
function routingOf(words: Readonly<Record<string, Route["shards"]>>): { stems: (...stems: string[]) => Promise<boolean[]>; read: string[] } {
  const read: string[] = [];
  const file = encodeRoutes(Object.entries(words).map(([stem, shards]) => ({ rest: numberOfWord(stem), shards })).sort((a, b) => a.rest - b.rest));
  const routed = openRouting({ folder: "routing", files: 1 }, async (path) => {
    read.push(path);
    return sealed(path, file);
  });
  return { read, stems: async (...stems) => { const mayHit = await routed(new Set(stems)); return [0, 1, 2].map(mayHit); } };
}

test("a shard is asked only where it has every word", async () => {
  const { stems, read } = routingOf({ яма: [0, 2], площадк: [1, 2], улиц: "all" });
  expect(await stems("яма")).toEqual([true, false, true]);
  expect(await stems("яма", "площадк")).toEqual([false, false, true]);
  expect(await stems("улиц", "яма")).toEqual([true, false, true]);
  expect(await stems("нигде", "яма")).toEqual([false, false, false]);
  expect(await stems()).toEqual([true, true, true]);
  expect(read).toEqual(["routing/0.columns"]);
});

test("of a pasted letter only a few words are looked up, the longest", async () => {
  const paths = new Set<string>();
  const routed = openRouting({ folder: "routing", files: 1_000_000 }, async (path) => {
    paths.add(path);
    return sealed(path, encodeRoutes([]));
  });
  const mayHit = await routed(new Set(Array.from({ length: 80 }, (_, at) => `слов${at}`)));
  expect(mayHit(0)).toBe(false);
  expect(paths.size).toBe(4);
});

test("without a table every shard may have a hit, and nothing is read", async () => {
  const mayHit = await openRouting(null, () => Promise.reject(new Error("Nothing is there")))(new Set(["яма"]));
  expect(mayHit(7)).toBe(true);
});
