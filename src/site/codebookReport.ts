import type { Column } from "../codebook/column.ts";
import { tables, tablesOf, type Table, type TableName } from "../codebook/tables.ts";
import { columnTeller } from "../codebook/tellColumn.ts";
import { isExplained } from "../model/toldFigures.ts";
import { codebookWords } from "../words/codebookWords.ts";
import type { Telling } from "../words/telling.ts";

/** A column as the page of the codebook tells it. */
export interface ReportedColumn {
  name: string;
  title: string;
  meaning: string;
  /** Type and unit: «число, дни». */
  type: string;
  values: { code: string; words: string }[];
  /** Whether its codes are listed in vocabulary.csv. */
  isVocabulary: boolean;
  empty: string;
  /** Where its figure is defined; null where it is no figure, or one that this portal does not have. */
  definition: string | null;
}

/** A table as that page tells it; several of one form are one. */
interface ReportedTable {
  id: TableName;
  names: TableName[];
  titles: string[];
  text: string;
  columns: ReportedColumn[];
  /** Only in appeals.ndjson. */
  fields: ReportedColumn[];
}

/** The codebook in the language of a page: every table and every column. */
export function codebookReport({ facts, voice, links }: Telling): ReportedTable[] {
  const say = codebookWords(voice.language);
  const tell = columnTeller(facts.definitions, voice);
  const { bound } = voice;
  const report = (column: Column): ReportedColumn => {
    const { name, title, meaning, type, unit, values, empty } = tell(column);
    return {
      name,
      title: bound(title),
      meaning: bound(meaning),
      type: bound(unit === null ? type : `${type}, ${unit}`),
      values: values.map(({ code, words }) => ({ code, words: bound(words) })),
      isVocabulary: column.vocabulary !== undefined,
      empty: bound(empty),
      definition:
        column.definition !== undefined && isExplained(facts, column.definition)
          ? links.definition(column.definition)
          : null,
    };
  };
  return [...Map.groupBy(tablesOf(facts), (name) => (tables[name] as Table).columns)].map(([columns, names]) => {
    const fields = names.flatMap((name) => (tables[name] as Table).fields ?? []);
    return {
      id: names[0]!,
      names,
      titles: names.map((name) => bound(say(`table.${name}`))),
      text: names.length > 1 ? bound(say("table.agencies.text")) : bound(say(`table.${names[0]!}.text`)),
      columns: columns.map(report),
      fields: fields.map(report),
    };
  });
}
