import { expect, test } from "vitest";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { withToldAliases } from "../../src/privacy/toldAliases.ts";

/** Invented spellings, some of which are people. */
const vocabulary = {
  agencies: [
    { code: "gzhi", name: "Жилинспекция края", short: "ГЖИ", kind: "executive", aliases: ["ГЖИ", "Мария Сидорова"] },
    { code: "town", name: "Администрация города", short: "Город", kind: "district", aliases: ["Сидорова", "мэрия"] },
  ],
  topics: [{ code: "housing", parent: null, name: "ЖКХ", sensitive: false, aliases: ["Жильё", "сидорова мария"] }],
  places: [{ code: "north", parent: null, name: "Сидорова", aliases: ["дер. Сидорова", "Ержан Сулейменов"] }],
  outcomes: [],
  channels: [],
} as unknown as Vocabulary;

test("spellings that are people are not told, the others and all names are", () => {
  const told = withToldAliases(vocabulary, createDetectionContext());
  expect(told.agencies.map(({ aliases }) => aliases)).toEqual([["ГЖИ"], ["мэрия"]]);
  expect(told.topics.map(({ aliases }) => aliases)).toEqual([["Жильё"]]);
  expect(told.places.map(({ aliases }) => aliases)).toEqual([["дер. Сидорова"]]);
  expect(told.places.map(({ name }) => name)).toEqual(["Сидорова"]);
  // What was read of the exports keeps every spelling: it is how they are recognised.
  expect(vocabulary.agencies[0]?.aliases).toHaveLength(2);
});
