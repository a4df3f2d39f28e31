import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noFilters, type Filters } from "../../../src/search/read/filters.ts";
import { nameIndex } from "../../../src/search/read/nameIndex.ts";
import type { NamedThing } from "../../../src/search/read/namedFacets.ts";
import { namedOffers, type NamedOffer } from "../../../src/search/read/namedOffers.ts";
import { streetMeant } from "../../../src/search/read/namedStreets.ts";
import { openBuilt } from "../../../src/search/read/openBuilt.ts";
import { buildSearchIndex } from "../../../src/search/write/buildSearchIndex.ts";
import { appeal, names } from "../write/sampleAppeals.ts";

const folder = mkdtempSync(join(tmpdir(), "named-"));
const appeals = [
  appeal({ id: "a1", topic: "heat", place: "kitezh", text: "Холодно в доме 5 на ул. Ленина" }),
  appeal({ id: "a2", topic: "heat", place: "kitezh", text: "Батареи еле тёплые, улица Ленина" }),
  appeal({ id: "a3", topic: "heat", place: "zarechye", text: "Нет тепла" }),
  appeal({ id: "a4", topic: "holes", place: "kitezh", text: "Яма, отопление ни при чём" }),
  appeal({ id: "a5", topic: "holes", place: "zarechye", text: "Яма в Китеже" }),
];
const things: NamedThing[] = (
  [
    ["topic", names.topics],
    ["place", names.places],
    ["agency", names.agencies],
  ] as const
).flatMap(([facet, entries]) => entries.map(({ code, name }) => ({ facet, code, names: [name] })));

let offers: (typed: string) => Promise<NamedOffer[]>;
let count: (typed: string, filters: Filters) => Promise<number>;
beforeAll(async () => {
  await buildSearchIndex({ names, language: "ru", edition: "2026-03-31", outDir: folder, appeals });
  const { search } = openBuilt(folder);
  const words: Record<string, number> = { китежж: 0, китеж: 40, отоплен: 40 };
  count = async (typed, filters) => (await search.run({ typed, filters, order: "newest", limit: 0 })).total;
  offers = (typed) =>
    namedOffers(typed, noFilters, {
      index: nameIndex(things, "ru"),
      count: async (asked, filters) => (await search.run({ typed: asked, filters, order: "newest", limit: 0 })).total,
      byPlace: async (asked, filters) =>
        (await search.run({ typed: asked, filters, order: "newest", limit: 0 })).counts.place,
      appealsWith: async (stem) => words[stem] ?? 0,
    });
});
afterAll(() => rmSync(folder, { recursive: true }));

const told = (all: readonly NamedOffer[]): unknown[] => all.map(({ codes, typed, count }) => [codes, typed, count]);

test("topic and place are counted by what appeals carry, not by the words in them", async () => {
  const both = { topic: "heat", place: "kitezh" };
  expect(told(await offers("отопление Китеж"))).toEqual([
    [both, "", appeals.filter(({ topic, place }) => topic === "heat" && place === "kitezh").length],
  ]);
  expect(told(await offers("отопление Китеж батареи"))).toEqual([[both, "батареи", 1]]);
});

test("a street is found in its short form and in its long one", async () => {
  expect(told(await offers("улица Ленина"))).toEqual([[{}, "«улица Ленина»", 2]]);
  expect(told(await offers("отопление, ул. Ленина"))).toEqual([[{ topic: "heat" }, "«улица Ленина»", 2]]);
});

test("a street said by its name alone is one where the texts write it so, and its places are named", async () => {
  for (const typed of ["улица Ленина", "Ленина"]) {
    const [first] = await offers(typed);
    expect({ typed, said: first?.said, places: first?.places }).toEqual({
      typed,
      said: expect.arrayContaining(["ленина"]) as unknown,
      places: [["kitezh", 2]],
    });
  }
  expect(told(await offers("отопление Ленина"))).toEqual([[{ topic: "heat" }, "«улица Ленина»", 2]]);
  expect(told(await offers("доме"))).toEqual([]);
  // The word before is none of its name.
  expect(told(await offers("батареи"))).toEqual([]);
});

test("a street is searched for in place of its words where its kind, a house or its place says that one is meant", async () => {
  const meant = async (typed: string, place: readonly string[] = []): Promise<unknown> => {
    const found = await streetMeant(
      { typed, filters: { ...noFilters, place: [...place] } },
      nameIndex(things, "ru"),
      count,
    );
    return found && [found.typed, found.filters.topic, found.filters.place];
  };
  expect(await meant("улица Ленина")).toEqual(["«улица Ленина»", [], []]);
  expect(await meant("Ленина", ["kitezh"])).toEqual(["«улица Ленина»", [], ["kitezh"]]);
  // A house as it is written on envelopes, in any order; its flat is in no text.
  for (const typed of ["Ленина 5", "ул. Ленина, д. 5", "Ленина д5", "ленина дом 5 кв 7", "Ленина улица, д.5, кв. 7"])
    expect({ typed, meant: await meant(typed) }).toMatchObject({
      typed,
      meant: [expect.stringMatching(/^«улица ленина» 5$/iu), [], []],
    });
  expect(await meant("Китеж, ул. Ленина, д. 5")).toEqual(["«улица Ленина» 5", [], ["kitezh"]]);
  expect(await meant("отопление Ленина Китеж")).toEqual(["«улица Ленина»", ["heat"], ["kitezh"]]);
  // Of a word alone nobody knows; in quotes words are meant as they stand; what finds nothing is no better than the words.
  for (const typed of ["Ленина", "«улица» «Ленина»", "улица Садовая", "Ленина 77", "яма 5", "Китеж яма"])
    expect({ typed, meant: await meant(typed) }).toEqual({ typed, meant: null });
});

test("what is offered is what is found when it is followed", async () => {
  const [first] = await offers("отопление Ленина Китеж");
  expect(first && [first.typed, first.count]).toEqual(["«улица Ленина»", 2]);
  expect(first && (await count(first.typed, first.filters))).toBe(2);
});

test("words of a question do not hide the topic and the place that it names", async () => {
  const [first] = await offers("сколько мне ждать ответа про отопление в Китеже?");
  expect(told(first ? [first] : [])).toEqual([[{ topic: "heat", place: "kitezh" }, "", 2]]);
});

test("where the whole finds nothing, what it names is offered together, and its parts; what finds nothing never", async () => {
  expect(told(await offers("отопление Китеж абракадабра"))).toEqual([
    [{ topic: "heat", place: "kitezh" }, "", 2],
    [{ topic: "heat" }, "", 3],
    [{ place: "kitezh" }, "", 3],
  ]);
  expect(await offers("освещение")).toEqual([]);
});

test("a slip is put right where hardly anybody writes the word as it was typed", async () => {
  expect(told(await offers("Киетж"))).toEqual([[{ place: "kitezh" }, "", 3]]);
});

test("a slip is understood, and is not said to be a word that names something: its spelling may be put right", async () => {
  expect((await offers("Китежж"))[0]).toMatchObject({ codes: { place: "kitezh" }, said: [] });
  expect((await offers("отопление Китежж"))[0]).toMatchObject({ said: ["отопление"] });
});
