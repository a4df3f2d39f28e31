import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { inspectFile } from "../../src/intake/inspect/inspectFile.ts";
import type { Inspection } from "../../src/intake/inspect/inspection.ts";
import { closestEntry } from "../../src/intake/inspect/closestEntry.ts";
import { shapeOf } from "../../src/intake/inspect/columnProfile.ts";
import { sourceAsYaml } from "../../src/intake/inspect/sourceAsYaml.ts";
import { sourceSchema } from "../../src/model/source.ts";
import { sourceComments } from "../../src/flow/inspection/sourceComments.ts";
import { renderInspection } from "../../src/flow/inspection/renderInspection.ts";
import { reportWords } from "../../src/words/reportStrings.ts";
import { workbookOf } from "./format/workbook.ts";
import { emptyVocabulary, exportsFolder, intake } from "./portal.ts";

const comments = sourceComments(reportWords("en"), true);

const look = async (content: string, vocabulary = emptyVocabulary): Promise<Inspection> => {
  const folder = await exportsFolder({ "feed-2026-10.csv": content });
  const [found] = await inspectFile(join(folder, "feed-2026-10.csv"), [], vocabulary);
  if (!found || "fault" in found) throw new Error(found?.fault.code);
  return found;
};

const rows = Array.from({ length: 60 }, (_, index) => [
  1000 + index,
  `${(index % 12) + 1}/${(index % 28) + 1}/2026`,
  index % 3 === 0 ? "" : `${(index % 12) + 1}/${(index % 27) + 2}/2026`,
  ["Tiefbauamt", "Grünflächenamt"][index % 2],
  ["Schlagloch", "Müll", "Beleuchtung"][index % 3],
  ["erledigt", "offen", "Sonderfall"][index % 3],
  `Sehr geehrte Damen und Herren, hier liegt seit Tagen etwas, Meldung ${index} von Frau Muster`,
]);
const foreign = [
  ["Vorgangsnummer", "erstellt am", "abgeschlossen am", "zuständiges Amt", "Kategorie", "Status", "Beschreibung"],
  ...rows,
]
  .map((row) => row.map((value) => `"${value}"`).join("|"))
  .join("\r\n");

test("a row that is refused for its length says nothing of the columns: no piece of a reply becomes a word of a list", async () => {
  const table = [
    "Номер;Дата поступления;Тема;Ответ;Результат",
    ...Array.from(
      { length: 40 },
      (_, at) => `${at + 1};${(at % 28) + 1}.05.2026;${at % 2 ? "Дороги" : "Свет"};Работы выполнены ${at};Решено`,
    ),
    "41;03.05.2026;Дороги;Работы начаты; жителю Вымышлену сообщено;Решено",
    "42;04.05.2026;Дороги",
  ].join("\n");
  const found = await look(table);
  expect(found).toMatchObject({ rows: 42, profiled: 40 });
  expect(JSON.stringify(found.labels)).toContain("Решено");
  expect(JSON.stringify([found.labels, found.columns])).not.toContain("Вымышлену");
  expect(found.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["ROW_LONG", "ROW_SHORT"]));
});

test("from an unknown table to appeals without editing: a mapping is proposed, saved, and reads the file", async () => {
  const found = await look(foreign);
  expect(found).toMatchObject({ delimiter: "|", rows: 60, recognised: null });
  expect(Object.fromEntries(found.proposals.map(({ field, column }) => [field, column.number]))).toEqual({
    id: 1,
    received: 2,
    closed: 3,
    agency: 4,
    topic: 5,
    outcome: 6,
    text: 7,
  });
  const yaml = sourceAsYaml(found, comments);
  const source = { ...sourceSchema.parse(parse(yaml)), name: "feed" };
  expect(source).toMatchObject({ files: ["feed-*.csv"], dateOrder: "month-first" });
  expect(yaml).toContain('"Sonderfall":   # 20');
  expect(yaml).toContain('"erledigt": closed  # 20');
  const { appeals, report } = await intake({ "2026-12-31/feed-2026-10.csv": foreign }, [source]);
  expect(appeals).toHaveLength(60);
  expect(report.vocabulary.agencies.map(({ name }) => name)).toEqual(["Grünflächenamt", "Tiefbauamt"]);
});

test("words for outcomes and channels that nobody knows stand in the description, and are read once they are uncommented", async () => {
  const content = [
    "Номер;Дата поступления;Канал;Результат",
    ...Array.from(
      { length: 40 },
      (_, index) =>
        `${index + 1};${String((index % 28) + 1).padStart(2, "0")}.10.2026;${["Чат-бот", "Сайт губернатора", "Письмо"][index % 3]};${["Особый случай", "Меры приняты"][index % 2]}`,
    ),
  ].join("\n");
  const yaml = sourceAsYaml(await look(content), comments);
  // What the words themselves say is proposed; the rest is left for a person to fill in.
  expect(yaml).toContain('"Особый случай":   #');
  const filled = yaml.replace(/^(# {3}"Особый случай":) /mu, "$1 closed").replace(/^(# {3}"Чат-бот":) /mu, "$1 other");
  const uncommented = filled.replace(/^# ?( (?:outcomes|channels):| {3}".*)$/gmu, (_, line: string) => line.slice(1));
  const { outcomes, channels } = sourceSchema.parse(parse(uncommented));
  expect(outcomes).toEqual({ "Особый случай": "closed" });
  expect(channels).toMatchObject({ "Чат-бот": "other", "Сайт губернатора": "portal" });
});

test("what is printed never holds a value of a text, a number or a date", async () => {
  const printed = renderInspection(await look(foreign), reportWords("en"));
  expect(printed).toContain("9/99/9999 | 9/9/9999");
  expect(printed).toContain("Tiefbauamt");
  expect(printed).not.toMatch(/Muster|Meldung|1007|9\/10\/2026/);
});

test("a file without a header row is told by its first record, and its columns get numbers", async () => {
  const found = await look(rows.map((row) => row.map((value) => `"${value}"`).join(",")).join("\n"));
  expect(found).toMatchObject({ headerless: true, headerLine: 0, rows: 60 });
  expect(found.source.headers).toHaveLength(7);
  const source = { ...sourceSchema.parse(parse(sourceAsYaml(found, comments))), name: "feed" };
  const { appeals } = await intake(
    { "2026-12-31/feed-2026-10.csv": rows.map((row) => row.map((value) => `"${value}"`).join(",")).join("\n") },
    [source],
  );
  expect(appeals).toHaveLength(60);
});

test("names of people are no agencies", async () => {
  const people = [
    "Дата поступления;Исполнитель;Тема",
    ...Array.from(
      { length: 40 },
      (_, index) => `01.10.2026;${["Сидорова А. В.", "Петров И. И.", "Котов П. С."][index % 3]};Свет`,
    ),
  ].join("\n");
  const found = await look(people);
  expect(found.proposals.map(({ field }) => field)).toEqual(["received", "topic"]);
  expect(renderInspection(found, reportWords("ru"))).not.toContain("Сидорова");
});

test("a label finds the vocabulary entry that it is a spelling of, and none where nothing is alike", () => {
  const entries = [
    { code: "housing", name: "Министерство строительства и ЖКХ", aliases: ["Минстрой"] },
    { code: "roads", name: "Министерство транспорта", aliases: [] },
  ];
  expect(closestEntry("Мин-во строительства и ЖКХ", entries)).toBe("housing");
  expect(closestEntry("Управление образования", entries)).toBeNull();
});

test("the shape of a value shows its form alone", () => {
  expect([shapeOf("03.10.2026"), shapeOf("А12-бв Иванов"), shapeOf("89061234567")]).toEqual([
    "99.99.9999",
    "A99-a+ Aa+",
    "9+",
  ]);
});

test("the words for what is printed are there in both languages", async () => {
  const keys = await Promise.all(
    ["ru", "en"].map(async (language) =>
      Object.keys(
        JSON.parse(
          await readFile(new URL(`../../src/strings/report.${language}.json`, import.meta.url), "utf8"),
        ) as object,
      ).filter((key) => key.startsWith("inspect.")),
    ),
  );
  expect(keys[0]).toEqual(keys[1]);
});

test("broken rows and spoiled texts are told while looking", async () => {
  const found = await look(
    `${foreign}\r\n"1"|"2"\r\n"1099"|"1/20/2026"||"Tiefbauamt"|"Müll"|"offen"|"verloren \ufffd"`,
  );
  expect(found.findings.map(({ code, line }) => [code, line])).toEqual([
    ["REPLACEMENT_CHARACTERS", 63],
    ["ROW_SHORT", 62],
  ]);
  for (const language of ["ru", "en"] as const) {
    const words = reportWords(language);
    const shown = renderInspection(found, words);
    expect(shown).toMatch(/ROW_SHORT · .* \(feed-2026-10\.csv:62\)/u);
    expect(shown).toContain(words.say("finding.ROW_SHORT.advice"));
  }
});

test("a workbook whose header has two rows, merged downwards, is proposed by the names of its second", async () => {
  const header = [
    ["Рег. номер", "Дата поступления", "Адресат", null, "Содержание"],
    [null, null, "Ведомство", "Отдел", null],
  ];
  const rows = Array.from({ length: 12 }, (_, index) => [
    `А-${index + 1}`,
    `${10 + index}.10.2026`,
    ["Минстрой", "Минтранс"][index % 2]!,
    "Приёмная",
    "Просим починить крыльцо",
  ]);
  const folder = await exportsFolder({
    "appeals.xlsx": workbookOf([{ rows: [...header, ...rows], merged: ["A1:A2", "B1:B2", "C1:D1", "E1:E2"] }]),
  });
  const [found] = await inspectFile(join(folder, "appeals.xlsx"), [], emptyVocabulary);
  if (!found || "fault" in found) throw new Error(found?.fault.code);
  expect(found.rows).toBe(12);
  expect(found.proposals.find(({ field }) => field === "agency")?.column.header).toBe("Ведомство");
});
