import type { Column } from "./column.ts";

/** Columns of vocabulary.csv, in order: a contract. */
export const vocabularyColumns = [
  { name: "dimension", type: "code", codes: "listed", words: "vocabulary.dimension", empty: "never" },
  { name: "code", type: "code", words: "vocabulary.code", empty: "never" },
  { name: "name", type: "string", words: "vocabulary.name", empty: "never" },
  { name: "short_name", type: "string", words: "vocabulary.short_name", empty: "not-applicable" },
  { name: "parent", type: "code", words: "vocabulary.parent", empty: "not-applicable" },
  { name: "kind", type: "code", codes: "kind", words: "vocabulary.kind", empty: "not-applicable" },
  { name: "sensitive", type: "yesno", codes: "yesno", words: "vocabulary.sensitive", empty: "not-applicable" },
] as const satisfies readonly Column[];

/** Columns of codebook.csv, in order: a contract. */
export const codebookColumns: readonly Column[] = [
  { name: "table", type: "string", words: "codebook.table", empty: "never" },
  { name: "column", type: "string", words: "codebook.column", empty: "never" },
  { name: "field", type: "string", words: "codebook.field", empty: "never" },
  { name: "title_ru", type: "string", words: "codebook.title_ru", empty: "never" },
  { name: "title_en", type: "string", words: "codebook.title_en", empty: "never" },
  { name: "meaning_ru", type: "string", words: "codebook.meaning_ru", empty: "never" },
  { name: "meaning_en", type: "string", words: "codebook.meaning_en", empty: "never" },
  { name: "type", type: "code", codes: "columnType", words: "codebook.type", empty: "never" },
  { name: "unit", type: "code", codes: "unit", words: "codebook.unit", empty: "not-applicable" },
  { name: "values_ru", type: "string", words: "codebook.values_ru", empty: "not-applicable" },
  { name: "values_en", type: "string", words: "codebook.values_en", empty: "not-applicable" },
  { name: "empty_ru", type: "string", words: "codebook.empty_ru", empty: "never" },
  { name: "empty_en", type: "string", words: "codebook.empty_en", empty: "never" },
  { name: "definition", type: "string", words: "codebook.definition", empty: "not-applicable" },
];

/** What columns of a chart's CSV may be; their names are those of the chart's lines, in the language of its page. */
export const chartColumns: readonly Column[] = [
  { name: "place", type: "string", words: "chart.place", empty: "never" },
  { name: "series", type: "number", words: "chart.series", empty: "chart" },
  { name: "low", type: "number", words: "chart.low", empty: "chart" },
  { name: "high", type: "number", words: "chart.high", empty: "chart" },
  { name: "partial", type: "integer", words: "chart.partial", empty: "never" },
  { name: "thin", type: "integer", words: "chart.thin", empty: "never" },
  { name: "reason", type: "string", words: "chart.reason", empty: "nothing" },
];
