import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { sourceComments } from "../../src/flow/inspection/sourceComments.ts";
import { inspectFile } from "../../src/intake/inspect/inspectFile.ts";
import { sourceAsYaml } from "../../src/intake/inspect/sourceAsYaml.ts";
import { sourceSchema } from "../../src/model/source.ts";
import { reportWords } from "../../src/words/reportStrings.ts";
import { workbookOf } from "./format/workbook.ts";
import { emptyVocabulary, exportsFolder, intake } from "./portal.ts";

const data = Array.from({ length: 12 }, (_, index) => [
  String(40 + index),
  `${10 + index}.09.2026`,
  `${12 + index}.09.2026`,
  ["Свет", "Вода"][index % 2]!,
  ["Минстрой", "Минтранс"][index % 2]!,
  "Просим починить фонарь у дома",
]);
const asText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(";")).join("\n");

/** Both ways that a person goes: inspect saves a description, and the intake reads by it. */
async function throughInspect(name: string, content: string | Uint8Array) {
  const [found] = await inspectFile(join(await exportsFolder({ [name]: content }), name), [], emptyVocabulary);
  if (!found || "fault" in found) throw new Error(found?.fault.code);
  const source = {
    ...sourceSchema.parse(parse(sourceAsYaml(found, sourceComments(reportWords("ru"), true)))),
    name: "feed",
  };
  return { source, ...(await intake({ [`2026-10-31/${name}`]: content }, [source])) };
}

test.each([
  [
    "nothing stands above the columns of a group but the first",
    ["Номер", "Дата", "", "Тема", "Ведомство", "Текст"],
    ["", "поступления", "закрытия", "", "", ""],
  ],
  [
    "the group is repeated above each",
    ["Номер", "Дата", "Дата", "Тема", "Ведомство", "Текст"],
    ["", "поступления", "закрытия", "", "", ""],
  ],
])("a second row that names the columns of a group is joined with the first: %s", async (_, first, second) => {
  const { source, appeals, report, told } = await throughInspect("feed.csv", asText([first, second, ...data]));
  expect(source.columns).toMatchObject({
    received: ["Дата поступления"],
    closed: ["Дата закрытия"],
    agency: ["Ведомство"],
  });
  expect(appeals.map(({ closed, received }) => closed!.day - received.day)).toEqual(data.map(() => 2));
  expect(report.files[0]).toMatchObject({ read: 12, rejected: 0 });
  expect(told.some((text) => text.startsWith("HEADER"))).toBe(false);
});

test("so it is in a sheet that merges nothing, under a title, and above a row that numbers the columns", async () => {
  const rows = [
    ["Реестр"],
    [],
    ["Номер", "Ход дела", null, "Тема", "Рассмотрение", null],
    [null, "Поступление", "Закрытие", null, "Ведомство", "Обращение"],
    ["1", "2", "3", "4", "5", "6"],
    ...data,
  ];
  const { source, appeals, report } = await throughInspect("feed.xlsx", workbookOf([{ rows }]));
  expect(source.columns).toMatchObject({
    received: ["Ход дела Поступление"],
    closed: ["Ход дела Закрытие"],
    agency: ["Рассмотрение Ведомство"],
  });
  expect(appeals).toHaveLength(12);
  expect(report.files[0]).toMatchObject({ rejected: 0 });
});

test("a first row of data is none, although a column of the header has no name and nothing in the row is a figure", async () => {
  const header = ["Номер", "", "Дата поступления", "Ведомство", "Текст"];
  const rows = [
    ["б/н", "срочно", "", "Минстрой", "Вода"],
    ...data.map(([id, date]) => [id!, "", date!, "Минстрой", "Вода"]),
  ];
  const { report } = await throughInspect("feed.csv", asText([header, ...rows]));
  expect(report.files[0]).toMatchObject({ read: 13, rejected: 1 });
});

test("a title above a header of one row is no group of its columns, nor is one above a header of two rows", async () => {
  const header = ["Номер", "Поступило", "Закрыто", "Вопрос", "Кому", "О чём"];
  const one = await throughInspect("feed.csv", asText([["Реестр", "", "", "", "", ""], header, ...data]));
  expect(one.source.columns).toMatchObject({ id: ["Номер"], received: ["Поступило"] });
  const signed = await throughInspect("feed.csv", asText([["Реестр", "", "", "", "Утверждаю", ""], header, ...data]));
  expect(signed.source.columns).toMatchObject({ id: ["Номер"], received: ["Поступило"] });
  const two = await throughInspect(
    "feed.csv",
    asText([
      ["Реестр", "", "", "", "", ""],
      ["Номер", "Дата", "", "Тема", "Ведомство", "Текст"],
      ["", "поступления", "закрытия", "", "", ""],
      ...data,
    ]),
  );
  expect(two.source.columns).toMatchObject({
    id: ["Номер"],
    received: ["Дата поступления"],
    closed: ["Дата закрытия"],
  });
  for (const { appeals } of [one, signed, two]) expect(appeals).toHaveLength(12);
});

test.each([
  [
    "a program's names under those for people",
    ["Номер", "Дата поступления", "Дата закрытия", "Тема", "Ведомство", "Текст"],
    ["id", "date_in", "date_out", "topic", "org", "body"],
  ],
  [
    "those for people under a program's",
    ["id", "received", "closed", "topic", "agency", "text"],
    ["Номер", "Поступило", "Закрыто", "Тема", "Ведомство", "Текст"],
  ],
])("%s are no second header of other rows", async (_, first, second) => {
  const { appeals, said } = await throughInspect("feed.csv", asText([first, second, ...data]));
  expect(appeals).toHaveLength(12);
  expect(said("UNITS_ROW")).toMatchInlineSnapshot(`
    "note UNITS_ROW · once
      A second header row was left out.
        2026-10-31/feed.csv:2"
  `);
});

test("a last column without a name in which most rows have something rejects none of them", async () => {
  const header = ["Номер", "Поступило", "Закрыто", "Тема", "Ведомство", ""];
  const { appeals, report } = await throughInspect("feed.csv", asText([header, ...data]));
  expect(appeals).toHaveLength(12);
  expect(report.files[0]).toMatchObject({ rejected: 0 });
});

test("a header with thousands of empty columns behind it is one of those that it names", async () => {
  const header = ["Номер", "Дата поступления", "Дата закрытия", "Тема", "Ведомство", "Текст"];
  const { source, appeals } = await throughInspect(
    "feed.csv",
    asText([header, ...data].map((row) => [...row, ...Array<string>(3000).fill("")])),
  );
  expect(source.columns).toMatchObject({ received: ["Дата поступления"], agency: ["Ведомство"] });
  expect(appeals).toHaveLength(12);
});

test("an apostrophe before every cell, by which a spreadsheet keeps texts as they are, is part of none", async () => {
  const header = ["Номер", "Поступило", "Закрыто", "Тема", "Ведомство", "Текст"];
  const { appeals } = await throughInspect(
    "feed.csv",
    asText([
      header,
      ...data.map((row, index) => row.map((cell, column) => `'${column === 2 && index === 3 ? "" : cell}`)),
    ]),
  );
  expect(appeals.map(({ id }) => id)).toEqual(data.map(([id]) => id));
  expect(appeals.filter(({ closed, outcome }) => closed === null && outcome === "open")).toHaveLength(1);
});
