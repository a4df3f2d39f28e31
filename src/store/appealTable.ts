import { DOUBLE, INTEGER, VARCHAR, type DuckDBType, type DuckDBValue } from "@duckdb/node-api";
import { type Appeal } from "../model/appeal.ts";
import { type Moment } from "../model/moment.ts";

/** The columns in which an appeal is stored: one list for creating, appending and reading back. */
interface StoredColumn {
  name: string;
  type: DuckDBType;
  write: (appeal: Appeal) => DuckDBValue;
}

const textFields = ["source", "id", "edition", "file", "channel", "agency", "handedFrom", "topic", "place", "outcome", "text", "reply"] as const;
const momentFields = ["received", "registered", "firstReply", "closed", "reopened", "confirmed", "planned"] as const;

export const storedColumns: StoredColumn[] = [
  ...textFields.map((name): StoredColumn => ({ name, type: VARCHAR, write: (appeal) => appeal[name] })),
  { name: "line", type: INTEGER, write: (appeal) => appeal.line },
  { name: "withdrawn", type: INTEGER, write: (appeal) => (appeal.withdrawn ? 1 : 0) },
  { name: "rating", type: INTEGER, write: (appeal) => appeal.rating },
  ...momentFields.flatMap((name): StoredColumn[] => [
    { name: `${name}Day`, type: INTEGER, write: (appeal) => appeal[name]?.day ?? null },
    // Milliseconds fit a double exactly until the year 287396.
    { name: `${name}Instant`, type: DOUBLE, write: (appeal) => appeal[name]?.instant ?? null },
  ]),
];

const position = new Map(storedColumns.map((column, index) => [column.name, index]));

/** Reads row `row` of a chunk's columns (in the order of storedColumns) back into an appeal. */
export function readStoredAppeal(columns: readonly (readonly DuckDBValue[])[], row: number): Appeal {
  const cell = (name: string): DuckDBValue => columns[position.get(name)!]![row]!;
  const moment = (name: string): Moment | null => {
    const day = cell(`${name}Day`);
    return day === null ? null : { day: day as number, instant: cell(`${name}Instant`) as number | null };
  };
  return {
    ...(Object.fromEntries(textFields.map((name) => [name, cell(name)])) as Pick<Appeal, (typeof textFields)[number]>),
    line: cell("line") as number,
    withdrawn: cell("withdrawn") === 1,
    rating: cell("rating") as number | null,
    received: moment("received")!,
    registered: moment("registered"),
    firstReply: moment("firstReply"),
    closed: moment("closed"),
    reopened: moment("reopened"),
    confirmed: moment("confirmed"),
    planned: moment("planned"),
  };
}
