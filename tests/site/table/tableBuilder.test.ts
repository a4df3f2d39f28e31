import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { tabledNames, type TabledName } from "../../../src/codebook/figureColumns.ts";
import { type Measures, periodIds } from "../../../src/model/facts.ts";

import { cubeFileSchema, cubeIndexSchema, type CubeFile, type CubeIndex } from "../../../src/model/tableCube.ts";
import { cubeFiles } from "../../../src/publish/api/tableCube.ts";
import { tabledFigure } from "../../../src/publish/downloads/measureColumns.ts";
import { monthTable, subjectTable } from "../../../src/publish/downloads/subjectTable.ts";
import { builderSettings } from "../../../src/site/table/builderSettings.ts";
import { builderTexts } from "../../../src/site/table/builderTexts.ts";
import { buildTable, filesOf } from "../../../src/site/table/buildTable.ts";
import { takenTable, inBuilderWords } from "../../../src/site/table/builtCells.ts";
import {
  choiceIn,
  readChoice,
  subjectKey,
  type TableChoice,
  writeChoice,
} from "../../../src/site/table/tableChoice.ts";
import { captionOf } from "../../../src/site/browser/tableView.ts";
import { readWorkbook } from "../../documents/readWorkbook.ts";
import { builtWorkbook } from "../../../src/site/table/builtWorkbook.ts";
import { builtCsv } from "../../../src/site/table/builtCsv.ts";
import type { Cell } from "../../../src/words/figureCells.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { comparedFacts } from "../../charts/comparedFacts.ts";

const facts = comparedFacts();
const telling = createTelling(facts);
const settings = builderSettings(telling);
const written = new Map(cubeFiles(facts));
const folder = `table/${facts.edition.date}/`;
const index = written.get(`${folder}index.json`) as CubeIndex;
const texts = builderTexts(settings, index.shown);
const everything = (change: Partial<TableChoice> = {}): TableChoice =>
  choiceIn(index, {
    edition: null,
    subjects: index.subjects.map(subjectKey),
    figures: index.figures.map(({ name }) => name),
    time: "year",
    channel: "all",
    ...change,
  });
const built = (choice: TableChoice) =>
  buildTable(
    index,
    filesOf(index, choice).map((file) => written.get(folder + file) as CubeFile),
    choice,
  );

test("the files are what their schemas say, and as few as figures and channels ask for", () => {
  for (const [path, content] of written)
    expect((path.endsWith("index.json") ? cubeIndexSchema : cubeFileSchema).parse(content)).toEqual(content);
  expect(filesOf(index, everything({ figures: ["received", "closed_at_once"] }))).toEqual([
    "all/received.json",
    "all/quality.json",
  ]);
});

/** A figure as pages write it, by the facts themselves. */
function onPages(measures: Measures, name: TabledName): { text: string; note: string | null } {
  const figure = tabledFigure(measures, name);
  const { figureText } = telling;
  const event = name.includes("closing") ? "closing" : name.includes("substance") ? "inSubstance" : "firstReply";
  const clock = name.startsWith("agency_") && !("state" in measures.agencyClock) ? measures.agencyClock : measures;
  const { precision } = (clock as Measures)[event];
  if (figure.state === "not-reached" || (figure.state === "exact" && "days" in figure))
    return { text: figureText.shortWait(figure, precision, 9).text, note: null };
  if (figure.state === "exact" && "part" in figure) return figureText.share(figure);
  return figure.state === "exact" && "n" in figure ? figureText.mean(figure) : figureText.count(figure);
}

describe.each(index.channels)("by the channel %s", (channel) => {
  test.each(periodIds)("every figure of %s reads as on pages, hidden and missing ones too", (time) => {
    const choice = everything({ time, channel });
    const states = new Set<string>();
    for (const { subject, figures } of built(choice).rows) {
      const slice = facts.subjects.find((one) => subjectKey(one) === subjectKey(subject))!.periods[time];
      const measures = channel === "all" ? slice.measures : slice.byChannel[channel];
      figures.forEach((one, at) => {
        const { text, note, state } = texts.figure(one);
        states.add(state);
        if (measures === undefined) expect(["0", telling.voice.t("figure.missing")]).toContain(text);
        else
          expect({ text, note }, `${subjectKey(subject)} ${choice.figures[at]}`).toMatchObject(
            (({ text, note }) => ({ text, note }))(onPages(measures, choice.figures[at] as TabledName)),
          );
      });
    }
    expect([...states]).toEqual(expect.arrayContaining(["exact", "missing"]));
  });

  test("cells and columns are those of the downloads, for periods and for months", () => {
    for (const time of [...periodIds, { from: index.months[0]!.month, to: index.months.at(-1)!.month }]) {
      const choice = everything({ time, channel });
      const { columns, rows } = takenTable(index, built(choice), choice, settings, "ru");
      const names = columns.map(([name]) => name);
      const tables =
        typeof time === "string"
          ? (["region", "agency", "topic", "place", "channel"] as const).map((dimension) => ({
              ...subjectTable(facts, dimension),
              dimension,
            }))
          : [{ ...monthTable(facts), dimension: null }];
      const keyed = new Map<string, Map<string, Cell>>();
      for (const { header, rows: own, dimension } of tables)
        for (const row of own) {
          const cells = new Map<string, Cell>(header.map((name, at) => [name, row[at] ?? null]));
          if (dimension !== null) cells.set("dimension", dimension);
          const when = typeof time === "string" ? cells.get("period") : cells.get("month");
          keyed.set([cells.get("dimension"), cells.get("code"), cells.get("channel"), when].join("|"), cells);
        }
      let compared = 0;
      for (const row of rows) {
        const cell = (name: string): Cell => row[names.indexOf(name)] ?? null;
        const when = typeof time === "string" ? cell("period") : cell("month");
        const download = keyed.get([cell("dimension"), cell("code"), cell("channel"), when].join("|"));
        if (download === undefined) continue;
        compared += 1;
        const own = Object.fromEntries(names.filter((name) => name !== "name").map((name) => [name, cell(name)]));
        expect(own).toEqual(Object.fromEntries(Object.keys(own).map((name) => [name, download.get(name)])));
      }
      if (channel !== "letter" || typeof time === "string") expect(compared).toBeGreaterThan(0);
    }
  });
});

test("files for people have the titles of the codebook and codes in words", () => {
  const choice = everything({ figures: ["received"], time: "year" });
  const { columns, rows } = inBuilderWords(takenTable(index, built(choice), choice, settings, "ru"), settings.codes);
  expect(columns.map(([, title]) => title)).toContain("Поступило");
  expect(rows[0]).toContain("последние двенадцать месяцев");
});

test("a table for programs reads back as it was, and no name is a formula in one for people", () => {
  const choice = everything({ figures: ["received", "answered_in_norm"] });
  const named = index.subjects.map((subject, at) => ({
    ...subject,
    names: { ru: ["=1+1", "@SUM(A1)", '-2+3";', "\tx"][at % 4]! },
  }));
  const taken = takenTable({ ...index, subjects: named }, built(choice), choice, settings, "ru");
  const hostile = { ...taken, rows: taken.rows.map((row, at) => row.with(2, named[at % named.length]!.names.ru)) };
  const { data } = Papa.parse<string[]>(builtCsv(hostile, "csv", settings.codes), { skipEmptyLines: true });
  expect(data[0]).toEqual(taken.columns.map(([name]) => name));
  expect(data.slice(1)).toEqual(hostile.rows.map((row) => row.map((cell) => String(cell ?? ""))));
  const excel = builtCsv(hostile, "excel", settings.codes);
  expect(excel.startsWith("\uFEFF")).toBe(true);
  const people = Papa.parse<string[]>(excel.slice(1), { delimiter: ";", skipEmptyLines: true }).data.slice(1);
  expect(people.length).toBe(hostile.rows.length);
  for (const row of people) expect(row[2]).toMatch(/^'/u);
  expect(people[0]!.some((cell) => /^0,\d+$/u.test(cell))).toBe(true);
});

test("a workbook holds numbers as numbers and no formula, the same bytes each time", () => {
  const choice = everything({ figures: ["received", "answered_in_norm", "rating_mean"] });
  const taken = inBuilderWords(takenTable(index, built(choice), choice, settings, "ru"), settings.codes);
  const hostile = { ...taken, rows: taken.rows.map((row, at) => (at === 0 ? row.with(2, '=1+1 & <b> "x"') : row)) };
  const bytes = builtWorkbook(hostile, "Таблица");
  expect(Buffer.from(builtWorkbook(hostile, "Таблица")).equals(Buffer.from(bytes))).toBe(true);
  const [sheet] = readWorkbook(bytes);
  expect(sheet!.name).toBe("Таблица");
  expect(sheet!.rows[0]).toEqual(taken.columns.map(([, title]) => title));
  const width = (row: readonly unknown[]): unknown[] => taken.columns.map((_, at) => row[at] ?? null);
  const asRead = (cell: Cell): Cell => (cell === "" ? null : cell);
  expect(sheet!.rows.slice(1).map(width)).toEqual(
    hostile.rows.map((row, at) => row.map((cell, column) => (at === 0 && column === 2 ? `'${cell}` : asRead(cell)))),
  );
});

test("who is not told month by month is named, not shown with empty rows", () => {
  const few = facts.subjects.find(({ months, code }) => months.length === 0 && code !== "");
  const time = { from: index.months[0]!.month, to: index.months.at(-1)!.month };
  const { rows, leftOut } = built(everything({ time, figures: ["received"] }));
  const withMonths = new Set(facts.subjects.filter(({ months }) => months.length > 0).map(subjectKey));
  expect(new Set(rows.map(({ subject }) => subjectKey(subject)))).toEqual(
    new Set(index.subjects.map(subjectKey).filter((key) => withMonths.has(key))),
  );
  if (few !== undefined) expect(leftOut.map(subjectKey)).toContain(subjectKey(few));
});

test("an address holds the whole choice, and reads as it was written", () => {
  const some = fc.record<TableChoice>({
    edition: fc.option(fc.constant("2026-10-31")),
    subjects: fc.subarray(index.subjects.map(subjectKey)),
    figures: fc.subarray(tabledNames.map(String), { minLength: 1 }),
    time: fc.oneof(fc.constantFrom("year" as const, "all" as const), fc.constant({ from: "2026-01", to: "2026-09" })),
    channel: fc.constantFrom(...index.channels),
  });
  fc.assert(
    fc.property(some, (choice) => {
      const read = readChoice(writeChoice(choice));
      expect({ ...read, subjects: [...read.subjects].sort() }).toEqual({
        ...choice,
        subjects: [...choice.subjects].sort(),
      });
    }),
  );
});

test("what an address cannot mean is left out", () => {
  const broken = readChoice("?agency=fast,nobody&f=received,%3Cscript%3E&t=2030-01..1999-01&via=pigeon&e=yesterday");
  const choice = choiceIn(index, broken);
  expect(choice.subjects).toEqual(["agency/fast"]);
  expect(choice.figures).toEqual(["received"]);
  expect(choice.channel).toBe("all");
  expect(choice.time).toEqual({ from: index.months[0]!.month, to: index.months.at(-1)!.month });
  expect(broken.edition).toBeNull();
});

describe("what a citation says of channels", () => {
  const cited = (subjects: string[], channel: TableChoice["channel"]): string =>
    captionOf(index, everything({ subjects, figures: ["received"], channel }), settings, texts);
  const { all = "", letter = "" } = settings.codes.channelOrAll;
  const own = "channel/letter";
  const agency = "agency/fast";

  test("holds of every row where none is of a channel by itself", () => {
    expect(cited([agency], "all")).toContain(`; ${all};`);
    expect(cited([agency], "letter")).toContain(`; ${letter};`);
  });

  test("is not that all channels are together where each row is one channel of the region", () => {
    expect(cited([own], "all")).toContain(settings.words["caption.rows"]);
    expect(cited([own], "all")).not.toContain(all);
  });

  test("tells rows of the region by channel from the others", () => {
    const mixed = cited([agency, own], "all");
    expect(mixed).toContain(`«${settings.region}: …»`);
    expect(mixed).toContain(all);
    expect(mixed).not.toContain("{");
  });
});
