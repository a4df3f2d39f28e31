import { type Column, namesOf } from "../../codebook/column.ts";
import { codebookColumns } from "../../codebook/registerColumns.ts";
import { tableNames, tables, type Table } from "../../codebook/tables.ts";
import { columnTeller, type ToldColumn } from "../../codebook/tellColumn.ts";
import type { Facts } from "../../model/facts.ts";
import { isExplained } from "../../model/toldFigures.ts";
import type { DownloadTable } from "../../words/csv.ts";
import type { Cell } from "../../words/figureCells.ts";
import type { Language } from "../../model/portal.ts";
import { codebookWords } from "../../words/codebookWords.ts";
import { createVoice } from "../../words/language.ts";
import { createLinks } from "../../words/links.ts";

/** Every column of every table, with its meaning in both languages: codebook.csv. */
export function codebookTable(facts: Facts): DownloadTable {
  const russian = columnTeller(facts.definitions, createVoice("ru"));
  const english = columnTeller(facts.definitions, createVoice("en"));
  const links = createLinks(facts.portal.address);
  const origin = new URL(facts.portal.address).origin;
  const row = (table: string, column: Column, isField: boolean): Cell[] => {
    const [ru, en] = [russian(column), english(column)];
    // The table in lines of JSON has it, the table with this name in front of the reader has not.
    const only = (language: Language): string => (isField ? `${codebookWords(language)("page.ndjson.only")} ` : "");
    return [
      ...[table, column.name, column.field ?? column.name],
      ...[ru.title, en.title, only("ru") + ru.meaning, only("en") + en.meaning],
      column.type,
      column.unit ?? null,
      ...[valuesText(ru), valuesText(en)],
      ...[ru.empty, en.empty],
      column.definition !== undefined && isExplained(facts, column.definition)
        ? origin + links.definition(column.definition)
        : null,
    ].map((cell) => cell?.replaceAll("\u00a0", " ") ?? null);
  };
  return {
    header: namesOf(codebookColumns),
    rows: tableNames
      .filter((name) => name !== "map" || facts.map !== undefined)
      .flatMap((name) => {
        const { columns, fields = [] }: Table = tables[name];
        return [
          ...columns.map((column) => row(name, column, false)),
          ...fields.map((column) => row(name, column, true)),
        ];
      }),
  };
}

/** «acted = Приняты меры; planned = …»; null of a column without codes. */
function valuesText({ values }: ToldColumn): string | null {
  return values.length === 0 ? null : values.map(({ code, words }) => `${code} = ${words}`).join("; ");
}
