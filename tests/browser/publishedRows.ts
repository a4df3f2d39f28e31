import { DuckDBInstance } from "@duckdb/node-api";

/** Columns that the table taken away from the search and the published appeals.csv have in common, in order. */
const sharedColumns = [
  "id",
  "channel",
  "agency",
  "agency_name",
  "topic",
  "topic_name",
  "place",
  "place_name",
  "received",
  "first_reply",
  "closed",
  "dates_to_week",
  "outcome",
  "rating",
  "first_reply_days",
  "closing_days",
  "address",
];

/** Rows of a CSV file that a condition holds for, newest first, every cell as text. */
export async function csvRows(file: string, condition = "true"): Promise<string[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const columns = sharedColumns.map((name) => `coalesce(${name}, '')`).join(" || '|' || ");
    const reader = await connection.runAndReadAll(
      `SELECT ${columns} FROM read_csv('${file}', header = true, all_varchar = true, delim = ',', quote = '"') WHERE ${condition} ORDER BY received[:10] DESC, received DESC, id DESC`,
    );
    return reader.getRows().map(([row]) => String(row));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** SQL for "has this word in any of these forms in its text, its reply or the name of its place". */
export function hasWord(forms: string): string {
  return `regexp_matches(replace(lower(concat_ws(' ', text, reply, place_name)), 'ё', 'е'), '(^|[^а-яa-z0-9])(${forms})([^а-яa-z0-9]|$)')`;
}
