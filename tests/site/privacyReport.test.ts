import { describe, expect, it } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import { gateMeasures } from "../../src/model/gateMeasures.ts";
import { createVoice } from "../../src/words/language.ts";
import { PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import { hiddenText, masksByAgency, masksByClass, takedownRows } from "../../src/site/privacyReport.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const voice = createVoice("ru");
const example = exampleFacts();
const facts = {
  ...example,
  vocabulary: {
    agencies: [{ code: "roads", name: "Дорожное управление", short: "Дорожники", kind: "executive" }],
    topics: [],
    places: [],
    channels: [],
  },
  portal: { ...example.portal, region: { name: "Край", in: "в Крае", of: "Края" } },
  edition: {
    masked: { name: 3, phone: 5, card: 0 },
    privacy: {
      maskedByAgency: [
        { agency: "", masked: { phone: 1 } },
        { agency: "roads", masked: { name: 3, phone: 4 } },
      ],
      maskedDoubtful: { name: 2 },
      takenDown: 2,
      groups: null,
    },
    takedowns: [
      { id: "a", reason: "author-request", date: "2026-10-01" },
      { id: "b", reason: "author-request", date: "2026-10-02" },
      { id: "c", reason: "other", date: "2026-10-03" },
    ],
  },
} as unknown as Facts;

describe("what was masked, by class", () => {
  it("says of each class that was met how much of it is confirmed, how well it is found and what may be left", () => {
    const table = masksByClass(createTelling(facts))!;
    expect(table.head).toHaveLength(6);
    expect(table.rows.map((row) => row.slice(0, 4))).toEqual([
      [voice.t("mask.phone"), "5", "5", "0"],
      [voice.t("mask.name"), "3", "1", "2"],
    ]);
    expect(table.rows.map((row) => row[4])).toEqual([
      voice.t("privacy.measured.hostile", { ...gateMeasures["phone"]!.hostile! }),
      expect.stringMatching(/^точность 98.*%, полнота 9.*%$/u),
    ]);
    for (const row of table.rows) expect(row[5]).not.toBe("");
  });

  it("has words for every class in both languages", () => {
    for (const language of ["ru", "en"] as const) {
      for (const { id } of PERSONAL_DATA_CLASSES)
        for (const key of ["mask", "privacy.limit"])
          expect(createVoice(language).find(`${key}.${id}`), `${key}.${id}`).not.toBeNull();
    }
  });
});

describe("what was masked, by agency", () => {
  it("has a column for each class that was met and a row for each agency, the most masks first", () => {
    const table = masksByAgency(createTelling(facts))!;
    expect(table.head.slice(1)).toEqual([voice.t("mask.phone"), voice.t("mask.name"), "Всего"]);
    expect(table.rows.map(([, ...cells]) => cells)).toEqual([
      ["4", "3", "7"],
      ["1", "0", "1"],
    ]);
    expect(table.rows[1]![0]).toBe(voice.t("privacy.agency.none"));
    expect(table.total).toEqual(["Всего", "5", "3", "8"]);
  });

  it("is no table where nothing was masked", () => {
    expect(masksByAgency(createTelling({ ...facts, edition: { ...facts.edition, masked: {} } }))).toBeNull();
  });
});

it.each([
  [0, 0, "Скрывать ничего не пришлось."],
  [1, 0, "Личное скрыто в 1 обращении."],
  [0, 21, "У 21 обращения текст не публикуется вовсе."],
  [2, 5, "Личное скрыто в 2 обращениях; ещё у 5 обращений текст не публикуется вовсе."],
])("says what is hidden without naming noughts: %i and %i", (maskedAppeals, withheldTexts, told) => {
  expect(
    hiddenText(createTelling({ ...facts, edition: { ...facts.edition, maskedAppeals, withheldTexts } })).replaceAll(
      "\u00a0",
      " ",
    ),
  ).toBe(told);
});

it("counts the appeals taken down by reason", () => {
  expect(takedownRows(createTelling(facts))).toEqual([
    ["Попросил автор", "2"],
    ["Другая причина", "1"],
  ]);
});
