import { describe, expect, test } from "vitest";
import { classBounds, classOf } from "../../../src/charts/map/classBounds.ts";
import { allMaps } from "../../../src/charts/map/allMaps.ts";
import { mapCsv } from "../../../src/charts/map/mapCsv.ts";
import { mapLabel } from "../../../src/charts/map/mapLabel.ts";
import { pathText } from "../../../src/charts/map/pathText.ts";
import { mapsOf } from "../../../src/charts/map/mapDefinition.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { regionMapSchema } from "../../../src/model/regionMap.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";

const value = (part: number, whole: number, position: "above" | "at" | null = "at") => ({
  part,
  whole,
  value: (part * 1000) / whole,
  low: ((part - 5) * 1000) / whole,
  high: ((part + 5) * 1000) / whole,
  position,
});
const places = {
  lug: ["город Белоструйск", value(123, 10_000, "above")],
  bor: ["Боровский муниципальный район", value(81, 10_000)],
  dol: ["село Дол", null],
} as const;
const map = regionMapSchema.parse({
  shapes: {
    width: 1000,
    height: 500,
    places: [
      { code: "bor", rings: [[0, 0, 500, 0, 0, 500]], x: 100, y: 100, room: 300 },
      { code: "lug", rings: [[500, 0, 500, 0, 0, 500]], x: 700, y: 100, room: 300 },
      { code: "dol", rings: [[2, 2, 1, 0, 0, 1]], x: 2, y: 2, room: 1, dot: true },
    ],
  },
  tiles: [{ code: "lug", row: 1, column: 1 }],
  figures: [
    {
      figure: "perThousand",
      topic: "",
      common: 9.5,
      places: Object.entries(places).map(([code, [, value]]) => ({
        code,
        value,
        ...(value === null && { reason: "too-few" }),
      })),
    },
  ],
});
const facts = (language: "ru" | "en" = "ru"): Facts => {
  const example = exampleFacts(language);
  return {
    ...example,
    portal: { ...example.portal, map: { attribution: "придуманы" } },
    vocabulary: {
      ...example.vocabulary,
      places: Object.entries(places).map(([code, [name]]) => ({ code, parent: null, name })),
    },
    map,
  };
};
const [told] = mapsOf(createTelling(facts()), "", "за двенадцать месяцев");

test("each place is told in full: its name, its value, and whether it is beyond the usual", () => {
  const plain = told!.places.map(({ text }) => text.replaceAll("\u00a0", " "));
  expect(plain).toEqual([
    "город Белоструйск: 12,3 на 1 000 жителей, больше обычного",
    "Боровский муниципальный район: 8,1 на 1 000 жителей",
    "село Дол: мало обращений, значение скрыто",
  ]);
  expect(told!.places.map(({ shade, isOutside, range }) => [shade, isOutside, range])).toEqual([
    [1, true, "11,8–12,8"],
    [0, false, "7,6–8,6"],
    ["few", false, null],
  ]);
  expect(told!.attribution).toBe("Границы: придуманы");
});

test("an outline is written as a path, with no more signs than it needs", () => {
  expect(
    pathText([
      [10, 20, -3, 4, 0, -5],
      [1, 2, 3, 4, 5, 6],
    ]),
  ).toBe("M10 20l-3 4 0-5zM1 2l3 4 5 6z");
});

test("a portal without a map has none, in no language", () => {
  expect(mapsOf(createTelling(exampleFacts()), "", "")).toEqual([]);
  expect(allMaps(createTelling(exampleFacts("en")), "")).toEqual([]);
});

test("the CSV has the same numbers, and says why one is not there", () => {
  const { voice } = createTelling(facts());
  expect(mapCsv(told!, voice, "program").split("\r\n").slice(1)).toEqual([
    "город Белоструйск,123,10000,12.3,11.8,12.8,больше обычного,",
    "Боровский муниципальный район,81,10000,8.1,7.6,8.6,,",
    'село Дол,,,,,,,"мало обращений, значение скрыто"',
    "",
  ]);
  expect(mapCsv(told!, voice, "spreadsheet")).toContain(";12,3;");
});

describe("classes", () => {
  test.each([
    [
      [1.53, 9.4, 9.6, 9.9, 10.1, 10.2, 10.6, 11.1],
      [9.5, 10, 10.5],
    ],
    [
      [0.21, 0.34, 0.36, 0.52],
      [0.34, 0.36, 0.52],
    ],
    [[5, 5, 5], []],
    [[7], []],
    [[], []],
    [[0, 0, 0, 0, 9], []],
    [
      [0.86, 0.88, 0.9, 0.936],
      [0.88, 0.9, 0.935],
    ],
  ])("of %j are told apart at %j", (values, bounds) => {
    expect(classBounds(values)).toEqual(bounds);
  });

  test("none is empty, whatever the values", () => {
    let seed = 1;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 500; round += 1) {
      const values = Array.from({ length: 1 + Math.floor(next() * 30) }, () => next() ** 4 * 100);
      const bounds = classBounds(values);
      const used = new Set(values.map((value) => classOf(value, bounds)));
      expect([...used].sort()).toEqual(Array.from({ length: bounds.length + 1 }, (_, at) => at));
    }
  });
});

test.each([
  ["город Белоструйск", "Белоструйск"],
  ["Берендейский муниципальный округ", "Берендейский"],
  ["город Нижний Лог", "Нижний\u00a0Лог"],
  ["City of Kitezh", "Kitezh"],
  ["Medovarsk Rural District", "Medovarsk"],
  ["Городской округ Озёрск", "Озёрск"],
  ["район", "район"],
])("on a map, %s is %s", (name, label) => {
  expect(mapLabel(name)).toBe(label);
});

test("a place with too few appeals to be compared is in no heading, and says why", () => {
  const scarce = facts();
  const [figure] = structuredClone(map.figures);
  figure!.places.find(({ code }) => code === "dol")!.value = value(9, 6000, null);
  scarce.map = { ...map, figures: [figure!] };
  const [told] = mapsOf(createTelling(scarce, "ru"), "", "за год");
  const plain = (text: string): string => text.replace(/\u00a0|\u202f/g, " ");
  expect(plain(told!.title)).toBe("На 1 000 жителей — от 8,1 до 12,3 обращений");
  expect(plain(told!.subtitle)).toContain("В заголовке нет мест, откуда обращений меньше 30");
  expect(plain(told!.description)).toContain("Самое низкое значение — 8,1");
  const place = told!.places.find(({ code }) => code === "dol")!;
  expect([plain(place.position!), place.isOutside]).toEqual(["меньше 30 обращений: сравнивать рано", false]);
});
