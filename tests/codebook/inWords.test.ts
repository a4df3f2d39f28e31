import { expect, test } from "vitest";
import { tableInWords } from "../../src/codebook/inWords.ts";
import { namesOf, type Column } from "../../src/codebook/column.ts";
import { tableNames, tables, type Table, type TableName } from "../../src/codebook/tables.ts";
import { shiftTable } from "../../src/publish/downloads/shiftTable.ts";
import { nameOf } from "../../src/publish/downloads/subjectTable.ts";
import { createVoice } from "../../src/words/language.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { exampleShifts } from "../words/exampleShifts.ts";

/** What people read in a spreadsheet instead of the codes that programs read. */

const voice = createVoice("ru");

/** A row of a table in words, of which only some cells are told. */
function told(name: TableName, cells: Readonly<Record<string, string | number>>): Record<string, unknown> {
  const { columns }: Table = tables[name];
  const { row } = tableInWords(columns, voice);
  const written = row(columns.map((column: Column) => cells[column.name] ?? null));
  return Object.fromEntries(Object.keys(cells).map((column) => [column, written[namesOf(columns).indexOf(column)]]));
}

test("every one of several codes in a cell is told, with what is said of it", () => {
  expect(told("appeals", { reply_marks: "deed; bare", marks: "collective:yes repeated:no" })).toEqual({
    reply_marks:
      "сказано, что именно сделано или что показала проверка; сказано только «выполнено» или «всё сделано», без слов о чём",
    marks: "от нескольких человек: да; повторное: нет",
  });
  expect(told("revisions", { reasons: "late-answer 12; waiting" })).toEqual({
    reasons: "ответ или закрытие пришли позже: 12; вышли сроки у тех, кто ждёт",
  });
});

test("what stood before and after is an outcome in words where an outcome changed, and only there", () => {
  expect(told("changes", { change: "outcome", before: "planned", after: "acted" })).toMatchObject({
    before: "Поддержано, в планах",
    after: "Приняты меры",
  });
  expect(told("changes", { change: "reassigned", before: "open", after: "mintrans" })).toMatchObject({
    before: "open",
    after: "mintrans",
  });
  expect(told("changes", { change: "redated", before: "2026-09-10T17:54+03:00", after: "2026-09-11" })).toMatchObject({
    before: "2026-09-10 17:54",
    after: "2026-09-11",
  });
});

test("figures of shifts, types of columns and channels have words", () => {
  const { header, rows } = shiftTable({ ...exampleFacts(), shifts: exampleShifts() });
  const figure = rows[0]![header.indexOf("figure")]!;
  expect(told("shifts", { figure })["figure"]).not.toBe(figure);
  expect(told("codebook", { type: "yesno", unit: "share" })).toEqual({ type: "да или нет", unit: "доля от 0 до 1" });
  expect(nameOf(exampleFacts(), "channel", "social")).toBe("Социальные сети");
});

test("no heading has a blank that nobody can type", () => {
  for (const language of ["ru", "en"] as const)
    for (const name of tableNames)
      for (const title of tableInWords(tables[name].columns, createVoice(language)).header)
        expect(title, name).not.toMatch(/[\u00a0\u202f\u2011]/u);
});
