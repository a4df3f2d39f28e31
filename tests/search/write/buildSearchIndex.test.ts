import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildSearchIndex, usualInterface } from "../../../src/search/write/buildSearchIndex.ts";
import { usualLimits, type ReadingLimits } from "../../../src/search/read/appealLists.ts";
import { noFilters, type Filters } from "../../../src/search/read/filters.ts";
import type { Search } from "../../../src/search/read/search.ts";
import { orders, type Order, type SearchAnswer } from "../../../src/search/read/searchAnswer.ts";
import { openBuilt } from "../../../src/search/read/openBuilt.ts";
import { names, sample } from "./sampleAppeals.ts";

const folder = mkdtempSync(join(tmpdir(), "search-"));
/** Nothing is read before an index is asked but lists of rare words. */
const indexFirst = { texts: -Infinity, page: -1, all: -1 };
const options = { names, language: "ru" as const, edition: "2026-03-31" };
let search: Search;

beforeAll(async () => {
  await buildSearchIndex({ ...options, appeals: sample, outDir: join(folder, "one") });
  await buildSearchIndex({ ...options, appeals: sample, outDir: join(folder, "three"), shardSize: 3 });
  await buildSearchIndex({ ...options, appeals: sample.slice(1), outDir: join(folder, "other"), shardSize: 3 });
  // Words of three and more appeals are common in one, all words in the other.
  await buildSearchIndex({ ...options, appeals: sample, outDir: join(folder, "some"), shardSize: 3, mostListed: 2 });
  await buildSearchIndex({ ...options, appeals: sample, outDir: join(folder, "common"), shardSize: 3, mostListed: 0 });
  search = openBuilt(join(folder, "one")).search;
});
afterAll(() => rmSync(folder, { recursive: true }));

function ask(
  typed: string,
  filters: Partial<Filters> = {},
  order: Order = "newest",
  limit = 20,
): Promise<SearchAnswer> {
  return search.run({ typed, filters: { ...noFilters, ...filters }, order, limit });
}
async function found(typed: string, filters: Partial<Filters> = {}): Promise<string[]> {
  return (await ask(typed, filters)).hits.map(({ id }) => id);
}

describe("words", () => {
  test("are found in any inflection, newest first", async () => {
    expect(await found("яму")).toEqual(["a4", "a1"]);
    expect(await found("ЯМАМИ")).toEqual(["a4", "a1"]);
    expect(await found("освещения улицы")).toEqual([]);
    expect(await found("уличным освещением")).toEqual(["a3"]);
  });

  test("keep their й: adjectives meet their other forms", async () => {
    expect(await found("готовый")).toEqual(["a8", "a2"]);
    expect(await found("готового")).toEqual(["a8", "a2"]);
    expect(await found("школьный")).toEqual(["a1"]);
    expect(await found("районе")).toEqual(["a5"]);
    expect(await found("«районы стройки»")).toEqual(["a5"]);
  });

  test("do not mind ё, case and stop words", async () => {
    expect(await found("теплая")).toEqual(["a6"]);
    expect(await found("Тёплый")).toEqual(["a6"]);
    expect(await found("а в не яма")).toEqual(["a4", "a1"]);
  });

  test("are never completed or shortened in silence", async () => {
    expect(await found("ям")).toEqual(["a4", "a1"]);
    expect(await found("площ")).toEqual([]);
    expect(await found("площадкаподъезд")).toEqual([]);
    expect(await found("яма абракадабра")).toEqual([]);
  });

  test("may be figures, compounds and Latin", async () => {
    expect(await found("12/3")).toEqual(["a7"]);
    expect(await found("59-фз")).toEqual(["a7"]);
    expect(await found("А16R2")).toEqual(["a7"]);
    expect(await found("Wi-Fi")).toEqual(["a7"]);
  });

  test("are found in replies and in the name of the place", async () => {
    expect(await found("котельной")).toEqual(["a6"]);
    expect(await found("Китежем")).toEqual(["a8", "a3"]);
  });

  test("in quotes must follow each other, in any inflection", async () => {
    expect(await found("детская площадка")).toEqual(["a5", "a4", "a3"]);
    expect(await found("«детские площадки»")).toEqual(["a4", "a3"]);
    expect(await found('"детской площадке" качели')).toEqual(["a4"]);
    expect(await found('"детской площадке качели')).toEqual(["a4"]);
  });
});

describe("strange queries", () => {
  test("without anything to search for find nothing and say so", async () => {
    for (const typed of ["и в не", "?!,.—", '"', "🙂", "()[]{}*+\\^$|"])
      expect(await ask(typed)).toMatchObject({ total: 0, empty: true });
  });

  test("of any length are answered", async () => {
    expect(await ask("яма ".repeat(2500))).toMatchObject({ total: 2, cut: true });
    expect((await ask("ы".repeat(10_000))).total).toBe(0);
    expect(await found("<img src=x onerror=alert(1)>")).toEqual([]);
  });
});

describe("filters", () => {
  test("alone browse everything, newest first", async () => {
    expect(await found("")).toEqual(["a8", "a7", "a6", "a5", "a4", "a3", "a2", "a1"]);
    expect(await found("", { place: ["kitezh"] })).toEqual(["a8", "a3"]);
    expect(await found("", { from: "2026-02-04", to: "2026-03-01" })).toEqual(["a6", "a5", "a4"]);
  });

  test("of a topic take in its sub-topics", async () => {
    expect(await found("", { topic: ["streets"] })).toEqual(["a8", "a3", "a2", "a1"]);
    expect(await found("", { topic: ["holes", "lamps"] })).toEqual(["a8", "a3", "a1"]);
  });

  test("show what every other choice would give", async () => {
    const { total, counts, months } = await ask("яма", { agency: ["roads"] });
    expect(total).toBe(1);
    expect(counts.agency).toEqual({ roads: 1, housing: 1 });
    expect(counts.topic).toEqual({ streets: 1, holes: 1, lamps: 0, heat: 0 });
    expect(months).toEqual({ "2026-01": 1 });
  });

  test("of an unknown code find nothing", async () => {
    expect(await found("", { agency: ["nobody"] })).toEqual([]);
  });
});

describe("hits", () => {
  test("show the words in context, in the form in which they stand", async () => {
    const [hit] = (await ask("ямой улицы")).hits;
    expect(hit?.text).toEqual([
      { text: "На Школьной ", marked: false },
      { text: "улице", marked: true },
      { text: " глубокая ", marked: false },
      { text: "яма", marked: true },
      { text: ", машины объезжают её по тротуару", marked: false },
    ]);
  });

  test("show the reply where the words are only there", async () => {
    const [hit] = (await ask("котельная")).hits;
    expect(hit?.reply[0]).toEqual({ text: "Котельная", marked: true });
  });

  test("stop at the limit while the count goes on", async () => {
    const answer = await ask("", {}, "newest", 3);
    expect(answer.total).toBe(8);
    expect(answer.hits).toHaveLength(3);
    expect(await ask("", {}, "newest", 0)).toMatchObject({ total: 8, hits: [] });
  });
});

test("by relevance, what speaks of nothing else comes first", async () => {
  const answer = await ask("площадка", {}, "relevance");
  expect(answer.hits.map(({ id }) => id).sort()).toEqual(["a3", "a4", "a5"]);
  const both = await ask("яма улица", {}, "relevance");
  expect(both.hits.map(({ id }) => id)).toEqual(["a1"]);
});

test("shards answer as one: same counts, same order, same hits", async () => {
  const { manifest, search: sharded } = openBuilt(join(folder, "common"));
  expect(manifest.shards.map(({ count }) => count)).toEqual([2, 3, 3]);
  for (const typed of ["", "яма", "площадки", "готовый", "«детская площадка»", "нигде"]) {
    const request = { typed, filters: noFilters, order: "newest" as const, limit: 20 };
    expect(await sharded.run(request)).toEqual(await search.run(request));
  }
});

test("the first hits are the same whether older shards are searched or not", async () => {
  const { search: sharded } = openBuilt(join(folder, "common"));
  for (const typed of ["", "яма", "площадки", "готовый", "«детская площадка»", "нигде"]) {
    const request = { typed, filters: noFilters, order: "newest" as const, limit: 2 };
    const [first, all] = [await sharded.run({ ...request, scope: "first" }), await sharded.run(request)];
    expect(first.hits).toEqual(all.hits);
    expect(first.complete).toBe(false);
    expect(first.total).toBeLessThanOrEqual(all.total);
    if (first.exactTotal) expect(first.total).toBe(all.total);
    else expect(first.total).toBeGreaterThanOrEqual(2);
    // One shard answers at once and exactly, whatever was asked for.
    expect(await search.run({ ...request, scope: "first" })).toEqual(await search.run(request));
  }
});

test("how many appeals there are altogether is known without a look at any but the newest", async () => {
  const answer = await openBuilt(join(folder, "three")).search.run({
    typed: "",
    filters: noFilters,
    order: "newest",
    limit: 2,
    scope: "first",
  });
  expect(answer).toMatchObject({ total: 8, exactTotal: true, complete: false, remaining: 2 });
});

test("shards that were not searched are told; a word that none has leaves none", async () => {
  const first = (name: string, typed: string): Promise<SearchAnswer> =>
    openBuilt(
      join(folder, name),
      () => false,
      () => null,
      indexFirst,
    ).search.run({ typed, filters: noFilters, order: "newest", limit: 1, scope: "first" });
  expect(await first("common", "готовый")).toMatchObject({ remaining: 2, exactTotal: false });
  expect(await first("three", "нигде")).toMatchObject({ remaining: 0, exactTotal: true, total: 0 });
});

test("counting that nobody waits for any more asks for no further shard, and a later question is answered", async () => {
  const read = new Set<string>();
  const { manifest, search: sharded } = openBuilt(join(folder, "common"), (path) => {
    read.add(path.split("/")[0] ?? "");
    return false;
  });
  const left = new AbortController();
  left.abort(new Error("left"));
  const request = { typed: "площадки", filters: noFilters, order: "newest" as const, limit: 20 };
  await expect(sharded.run(request, () => {}, left.signal)).rejects.toThrow("left");
  for (const shard of manifest.shards) expect(read.has(shard.folder)).toBe(false);
  expect(await sharded.run(request)).toEqual(await search.run(request));
});

test("the first hits of a filter or of dates leave out shards that cannot have any", async () => {
  const read: string[] = [];
  const { manifest, search: sharded } = openBuilt(join(folder, "common"), (path) => read.push(path) < 0);
  const request = { typed: "яма", order: "newest" as const, limit: 2, scope: "first" as const };
  expect(
    (await sharded.run({ ...request, filters: { ...noFilters, to: "2026-01-31" } })).hits.map(({ id }) => id),
  ).toEqual(["a1"]);
  for (const { folder: name } of manifest.shards.slice(1))
    expect(read.filter((path) => path.startsWith(name))).toEqual([]);
  expect(
    (await sharded.run({ ...request, filters: { ...noFilters, agency: ["roads"] } })).hits.map(({ id }) => id),
  ).toEqual(["a1"]);
});

test("searches that are open side by side answer each from its own files, and leave the fetch of this process alone", async () => {
  const usual = globalThis.fetch;
  const opened = ["one", "other"].map(
    (name) =>
      openBuilt(
        join(folder, name),
        () => false,
        () => null,
        indexFirst,
      ).search,
  );
  const request = { typed: "площадки", filters: noFilters, order: "newest" as const, limit: 20 };
  const [one, other] = await Promise.all(
    opened.map(async (search) => (await search.run(request)).hits.map(({ id }) => id)),
  );
  expect(one).toEqual((await search.run(request)).hits.map(({ id }) => id));
  expect(other).toEqual(one!.filter((id) => id !== sample[0]!.id));
  expect(one!.length).toBeGreaterThan(0);
  expect(globalThis.fetch).toBe(usual);
});

test("on Pagefind's public interface alone the same is found, in the same order", async () => {
  await buildSearchIndex({
    ...options,
    appeals: sample,
    outDir: join(folder, "public"),
    shardSize: 3,
    interface: "public",
  });
  const { manifest, search: publicly } = openBuilt(join(folder, "public"));
  expect(manifest.engine.interface).toBe("public");
  for (const typed of ["", "яма", "площадки", "готовый", "«детская площадка»", "нигде", "А16R2 59-ФЗ"]) {
    const request = { typed, filters: noFilters, order: "newest" as const, limit: 20 };
    expect(await publicly.run(request)).toEqual(await search.run(request));
  }
});

test("another version of Pagefind than the one that is known is used through its public interface", () => {
  expect(usualInterface()).toBe("own");
  expect(usualInterface("1.7.0")).toBe("public");
});

describe("a file that is not what it should be is an error, never a smaller count:", () => {
  const swap = async (pattern: RegExp, replace: (path: string) => Buffer): Promise<void> => {
    const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
    const { search: mixed } = openBuilt(
      join(folder, "common"),
      () => false,
      (path) => (pattern.test(path) ? replace(path) : null),
      indexFirst,
    );
    await expect(mixed.run({ typed: "яма", filters: noFilters, order: "newest", limit: 5 })).rejects.toThrow();
    complaints.mockRestore();
  };
  const parts = [/\/w\/0\.pf_index$/, /words\.pf_table$/, /records-.*\.columns$/, /\d\.json$/];

  test.each(parts)("another shard's %s", async (pattern) => {
    const { manifest } = openBuilt(join(folder, "common"));
    await swap(pattern, (path) => {
      const [first, second] = manifest.shards;
      const other = [first?.folder, first?.records].some((name) => path.startsWith(name ?? "")) ? second : first;
      const [, ...rest] = path.split("/");
      return readFileSync(
        join(folder, "common", (path.startsWith("shard") ? other?.folder : other?.records) ?? "", ...rest),
      );
    });
  });

  test.each(parts)("a page instead of %s", async (pattern) => {
    await swap(pattern, () => Buffer.from("<!doctype html><title>Нет такой страницы</title>"));
  });

  test.each(parts)("%s cut short", async (pattern) => {
    await swap(pattern, (path) => readFileSync(join(folder, "common", path)).subarray(0, -5));
  });
});

describe("in which appeals a word stands", () => {
  const lists = /^lists-.*\.columns$/;
  const request = { filters: noFilters, order: "newest" as const, limit: 20 };
  /** A search that tells of which shards it read the index, the columns and the texts. */
  function watched(
    name: string,
    limits?: ReadingLimits,
  ): { search: Search; read: (kind: "w" | "p" | "columns.columns" | "json") => number[] } {
    const paths: string[] = [];
    const { manifest, search: opened } = openBuilt(
      join(folder, name),
      (path) => paths.push(path) < 0,
      () => null,
      limits,
    );
    const isOf = { w: /\/w\//, p: /\/p\//, "columns.columns": /\/columns\.columns$/, json: /\/\d+\.json$/ };
    return {
      search: opened,
      read: (kind) =>
        manifest.shards.flatMap(({ folder: index, records }, at) =>
          paths.some((path) => isOf[kind].test(path) && (path.startsWith(index) || path.startsWith(records)))
            ? [at]
            : [],
        ),
    };
  }

  test("answers for words by itself: no index is asked", async () => {
    for (const scope of ["all", "first"] as const) {
      const { search: sharded, read } = watched("three");
      expect(await sharded.run({ ...request, typed: "нигде", scope })).toMatchObject({
        total: 0,
        exactTotal: true,
        remaining: 0,
        hits: [],
      });
      expect(await sharded.run({ ...request, typed: "яма абракадабра", scope })).toMatchObject({
        total: 0,
        exactTotal: true,
      });
      expect((await sharded.run({ ...request, typed: "проект", scope })).hits.map(({ id }) => id)).toEqual(["a2"]);
      expect([read("w"), read("p"), read("json"), read("columns.columns")]).toEqual([
        [],
        [],
        [0],
        scope === "all" ? [0] : [],
      ]);
    }
  });

  test("tells how many hits there are when only the newest are looked at", async () => {
    const { search: sharded, read } = watched("three");
    expect(await sharded.run({ ...request, typed: "площадки", limit: 1, scope: "first" })).toMatchObject({
      total: 3,
      unfiltered: 3,
      exactTotal: true,
      complete: false,
      remaining: 0,
    });
    expect(await sharded.run({ ...request, typed: "готовый", limit: 1, scope: "first" })).toMatchObject({
      total: 2,
      exactTotal: true,
      remaining: 1,
    });
    expect([read("w"), read("json")]).toEqual([[], [1, 2]]);
  });

  test("leaves a phrase, or a common word beside a rare one, to a few texts", async () => {
    const { search: sharded, read } = watched("three");
    expect(
      (await sharded.run({ ...request, typed: "«детские площадки»", scope: "first" })).hits.map(({ id }) => id),
    ).toEqual(["a4", "a3"]);
    expect([read("p"), read("json")]).toEqual([[], [1]]);
    const some = watched("some");
    expect(
      (await some.search.run({ ...request, typed: "площадка качели", scope: "first" })).hits.map(({ id }) => id),
    ).toEqual(["a4"]);
    expect([some.read("w"), some.read("json")]).toEqual([[], [1]]);
  });

  test("leaves many texts to the indexes of those shards that can have a hit", async () => {
    const { search: sharded, read } = watched("some", indexFirst);
    expect((await sharded.run({ ...request, typed: "площадка качели" })).hits.map(({ id }) => id)).toEqual(["a4"]);
    expect(read("w")).toEqual([1]);
  });

  test("is read for a common word too where that weighs less than an index, and where nothing rare narrows the query", async () => {
    const paths: string[] = [];
    const { search: sharded } = openBuilt(join(folder, "common"), (path) => paths.push(path) < 0);
    expect((await sharded.run({ ...request, typed: "яма", scope: "first" })).hits.map(({ id }) => id)).toEqual([
      "a4",
      "a1",
    ]);
    expect(paths.filter((path) => lists.test(path) || path.endsWith("index"))).toEqual([
      expect.stringMatching(/\/common-\d+\.columns$/),
    ]);
    const some: string[] = [];
    expect(
      (
        await openBuilt(join(folder, "some"), (path) => some.push(path) < 0).search.run({
          ...request,
          typed: "площадка качели",
        })
      ).hits.map(({ id }) => id),
    ).toEqual(["a4"]);
    expect(some.filter((path) => path.includes("/common-"))).toEqual([]);
  });

  test("never loses a hit nor adds one: the same is found with and without it, by words, phrases, filters and in any order", async () => {
    const written = sample.flatMap(({ text, reply }) => `${text ?? ""} ${reply ?? ""}`.match(/[\p{L}\p{N}]+/gu) ?? []);
    const word = fc.constantFrom(...written, "Китеж", "заречью", "нигде", "12", "3");
    const phrase = fc
      .nat(written.length - 4)
      .chain((at) => fc.integer({ min: 2, max: 4 }).map((length) => `«${written.slice(at, at + length).join(" ")}»`));
    const typed = fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: word },
          { weight: 2, arbitrary: phrase },
          { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `«${a} ${b}»`) },
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(" "));
    const filters = fc.record({
      agency: fc.constantFrom<string[]>([], [], ["roads"], ["housing"]),
      topic: fc.constantFrom<string[]>([], [], ["streets"], ["heat", "lamps"]),
      from: fc.constantFrom(null, null, "2026-02-04"),
      to: fc.constantFrom(null, null, "2026-03-01"),
    });
    const searches = (
      [
        ["three", usualLimits],
        ["three", indexFirst],
        ["some", usualLimits],
        ["some", indexFirst],
        ["common", usualLimits],
        ["common", indexFirst],
      ] as const
    ).map(
      ([name, limits]) =>
        openBuilt(
          join(folder, name),
          () => false,
          () => null,
          limits,
        ).search,
    );
    await fc.assert(
      fc.asyncProperty(
        typed,
        filters,
        fc.constantFrom(...orders),
        fc.integer({ min: 1, max: 4 }),
        async (query, chosen, order, limit) => {
          const wanted = { typed: query, filters: { ...noFilters, ...chosen }, order, limit };
          const truth = await search.run(wanted);
          for (const sharded of searches) {
            const all = await sharded.run(wanted);
            // Each shard weighs a word by how rare it is there: only the order by date is one for all.
            expect(all).toEqual(order === "newest" ? truth : { ...truth, hits: all.hits });
            expect(all.hits).toHaveLength(truth.hits.length);
            const first = await sharded.run({ ...wanted, scope: "first" });
            expect(first.hits).toEqual(all.hits);
            if (first.exactTotal) expect(first.total).toBe(truth.total);
            else expect(first.total).toBeLessThanOrEqual(truth.total);
          }
          const ranked = await Promise.all(searches.map((sharded) => sharded.run(wanted)));
          for (const { hits } of ranked) expect(hits).toEqual(ranked[0]?.hits);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("is as it was after a file could not be had", async () => {
    let isDown = true;
    const { search: sharded } = openBuilt(join(folder, "three"), (path) => isDown && lists.test(path));
    await expect(sharded.run({ ...request, typed: "яма" })).rejects.toThrow("Damaged");
    await expect(
      openBuilt(join(folder, "common"), (path) => path.includes("/common-")).search.run({ ...request, typed: "яма" }),
    ).rejects.toThrow("Damaged");
    isDown = false;
    expect(await sharded.run({ ...request, typed: "яма" })).toEqual(await search.run({ ...request, typed: "яма" }));
  });

  test("of one shard is no question: there are no lists", () => {
    expect(openBuilt(join(folder, "one")).manifest.lists).toBeNull();
    expect(readdirSync(join(folder, "one")).filter((name) => name.startsWith("lists"))).toEqual([]);
  });

  const mixed = (name: string, instead: (path: string) => Buffer): Search =>
    openBuilt(
      join(folder, name),
      () => false,
      (path) => (lists.test(path) ? instead(join(folder, name, path)) : null),
    ).search;

  test.each([
    [
      "another index's file",
      (path: string) =>
        readFileSync(
          path.includes("common-")
            ? path.replace(/\d+\.columns$/, (file) => `${(parseInt(file) + 1) % 2}.columns`)
            : join(folder, "other", openBuilt(join(folder, "other")).manifest.lists?.folder ?? "", "0.columns"),
        ),
    ],
    ["a page", () => Buffer.from("<!doctype html><title>Нет такой страницы</title>")],
    ["a file cut short", (path: string) => readFileSync(path).subarray(0, -5)],
  ])("is not believed where it is %s", async (_, instead) => {
    for (const name of ["three", "common"])
      for (const scope of ["first", "all"] as const)
        await expect(mixed(name, instead).run({ ...request, typed: "яма", scope })).rejects.toThrow();
  });

  test("does not make up for a text that is another's", async () => {
    const { manifest } = openBuilt(join(folder, "three"));
    const other = readFileSync(join(folder, "three", manifest.shards[0]?.records ?? "", "0.json"));
    const { search: sharded } = openBuilt(
      join(folder, "three"),
      () => false,
      (path) => (path.endsWith("/0.json") && !path.startsWith(manifest.shards[0]?.records ?? "") ? other : null),
    );
    await expect(sharded.run({ ...request, typed: "«детская площадка»" })).rejects.toThrow("another index");
  });
});

test("a part of the index that cannot be read is an error, never a smaller count", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const broken = openBuilt(
    join(folder, "common"),
    (path) => path.endsWith(".pf_index"),
    () => null,
    indexFirst,
  ).search;
  await expect(broken.run({ typed: "яма", filters: noFilters, order: "newest", limit: 5 })).rejects.toThrow("Damaged");
  // Pagefind itself only complains and finds less.
  expect(complaints).toHaveBeenCalled();
  complaints.mockRestore();
});

test("the same appeals give the same bytes", async () => {
  await buildSearchIndex({ ...options, appeals: sample, outDir: join(folder, "again") });
  const bytes = (name: string): string[] =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => `${file.slice(join(folder, name).length)} ${readFileSync(file).toString("base64")}`);
  expect(bytes("again")).toEqual(bytes("one"));
});

test("the order in which appeals come does not matter, and none comes twice", async () => {
  await buildSearchIndex({ ...options, appeals: sample.toReversed(), outDir: join(folder, "reversed") });
  expect(readFileSync(join(folder, "reversed", "manifest.json"))).toEqual(
    readFileSync(join(folder, "one", "manifest.json")),
  );
  await expect(
    buildSearchIndex({ ...options, appeals: [...sample, sample[0]!], outDir: join(folder, "twice") }),
  ).rejects.toThrow("came twice");
});
