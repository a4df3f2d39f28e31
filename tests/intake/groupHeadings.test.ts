import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { renderInspection } from "../../src/flow/inspection/renderInspection.ts";
import { sourceComments } from "../../src/flow/inspection/sourceComments.ts";
import { inspectFile } from "../../src/intake/inspect/inspectFile.ts";
import { sourceAsYaml } from "../../src/intake/inspect/sourceAsYaml.ts";
import { sourceSchema } from "../../src/model/source.ts";
import { reportWords } from "../../src/words/reportStrings.ts";
import { emptyVocabulary, exportsFolder, intake } from "./portal.ts";

const header = "Номер;Дата поступления;Дата закрытия;Тема;Текст обращения";
const row = (number: number): string =>
  `${number};${String((number % 28) + 1).padStart(2, "0")}.09.2026;;Свет;Просим починить фонарь у дома`;
const rowsFrom = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => row(first + index));
const heading = (name: string): string => `${name};;;;`;

async function throughInspect(lines: readonly string[]) {
  const files = { "feed.csv": lines.join("\n") };
  const [found] = await inspectFile(join(await exportsFolder(files), "feed.csv"), [], emptyVocabulary);
  if (!found || "fault" in found) throw new Error(found?.fault.code);
  const yaml = sourceAsYaml(found, sourceComments(reportWords("ru"), true));
  const source = { ...sourceSchema.parse(parse(yaml)), name: "feed" };
  const { appeals, told, said, report } = await intake({ "2026-10-31/feed.csv": files["feed.csv"] }, [source]);
  const counts = (field: "agency" | "place" | "topic"): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const appeal of appeals) found[appeal[field]] = (found[appeal[field]] ?? 0) + 1;
    return found;
  };
  return { source, yaml, shown: renderInspection(found, reportWords("ru")), told, said, report, counts };
}

test("agencies named in headings over their rows are proposed and read, with sums between them and cells left out", async () => {
  const { source, counts, report, said } = await throughInspect([
    header,
    heading("Министерство дорог (3)"),
    ...rowsFrom(1, 3),
    "Итого;;;;3",
    "Управление жилья",
    ...rowsFrom(10, 2),
    header,
    ...rowsFrom(20, 2),
    ";;;;",
    "Всего;;;;7",
  ]);
  expect(source.groupedBy).toBe("agency");
  expect(counts("agency")).toEqual({ "ministerstvo-dorog": 3, "upravlenie-zhilya": 4 });
  expect(report.files[0]).toMatchObject({ read: 7, rejected: 0 });
  expect(said("NOTE_ROW")).toMatchInlineSnapshot(`
    "WARNING NOTE_ROW · 4 times
      Rows of sums, notes and headings were left out: there is no appeal in them.
      Look at these rows. Where a heading names an agency, a topic or a district, write groupedBy into the description of the source (docs/sources.md), or export the table so that these stand in every row.
        2026-10-31/feed.csv:2
        2026-10-31/feed.csv:6
        2026-10-31/feed.csv:7
        2026-10-31/feed.csv:14"
  `);
});

test("so are districts; where headings name neither, a person is asked, and what they say is read", async () => {
  const districts = await throughInspect([
    header,
    heading("Северный район"),
    ...rowsFrom(1, 3),
    heading("Южный район"),
    ...rowsFrom(10, 2),
  ]);
  expect(districts.counts("place")).toEqual({ "severnyy-rayon": 3, "yuzhnyy-rayon": 2 });
  const lines = [
    header.replace("Тема", "Вид"),
    heading("Благоустройство"),
    ...rowsFrom(1, 3),
    heading("Отопление"),
    ...rowsFrom(10, 2),
  ];
  const asked = await throughInspect(lines);
  expect(asked.source.groupedBy).toBeUndefined();
  expect(asked.shown).toContain("groupedBy: agency, topic или place");
  expect(asked.yaml).toContain("# groupedBy: над группами строк стоят заголовки");
  const { appeals } = await intake({ "2026-10-31/feed.csv": lines.join("\n") }, [
    { ...asked.source, columns: { received: ["Дата поступления"] }, groupedBy: "topic" },
  ]);
  expect(appeals.map(({ topic }) => topic)).toEqual([
    ...Array<string>(3).fill("blagoustroystvo"),
    ...Array<string>(2).fill("otoplenie"),
  ]);
});

test.each([
  ["months", ["Январь 2026", "Февраль 2026"]],
  ["one heading, and rows above it", [null, "Министерство дорог"]],
])("no agencies are made of %s", async (_, [first, second]) => {
  const { source, counts } = await throughInspect([
    header,
    ...(first === null ? [] : [heading(first!)]),
    ...rowsFrom(1, 3),
    heading(second!),
    ...rowsFrom(10, 2),
  ]);
  expect(source.groupedBy).toBeUndefined();
  expect(counts("agency")).toEqual({ "": 5 });
});

test("a number before a name and the word for what it names are no part of it", async () => {
  const { counts } = await throughInspect([
    header,
    heading("1. Министерство дорог"),
    ...rowsFrom(1, 3),
    heading("II. Ведомство: Управление жилья"),
    ...rowsFrom(10, 2),
  ]);
  expect(counts("agency")).toEqual({ "ministerstvo-dorog": 3, "upravlenie-zhilya": 2 });
});

test("headings of two levels are not taken for one", async () => {
  const { source } = await throughInspect([
    header,
    heading("Министерство дорог"),
    heading("Ямы"),
    ...rowsFrom(1, 3),
    heading("Министерство жилья"),
    heading("Подъезды"),
    ...rowsFrom(10, 2),
  ]);
  expect(source.groupedBy).toBeUndefined();
});

test("a broken row and one with a cell too many are rejected under headings as elsewhere, and a mapped column wins", async () => {
  const lines = [
    "Номер;Поступило;Тема;Ведомство",
    "Отдел А;;;",
    "1;01.09.2026;Свет;Б",
    "2;01.09.2026;Свет",
    "3;01.09.2026;Свет;Б;лишнее",
  ];
  const read = async (columns: Record<string, string[]>) =>
    intake({ "2026-10-31/feed.csv": lines.join("\n") }, [
      { ...sourceSchema.parse({ title: "x", files: ["*"], groupedBy: "agency", columns }), name: "feed" },
    ]);
  const grouped = await read({ received: ["Поступило"] });
  expect(grouped.appeals.map(({ agency }) => agency)).toEqual(["otdel-a"]);
  expect(grouped.told).toEqual(
    expect.arrayContaining(["ROW_SHORT 2026-10-31/feed.csv:4", "ROW_LONG 2026-10-31/feed.csv:5"]),
  );
  expect((await read({ received: ["Поступило"], agency: ["Ведомство"] })).appeals.map(({ agency }) => agency)).toEqual([
    "b",
  ]);
});
