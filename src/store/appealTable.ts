import { DOUBLE, INTEGER, VARCHAR, type DuckDBType, type DuckDBValue } from "@duckdb/node-api";
import type { Appeal } from "../model/appeal.ts";
import { readMarks, writeMarks } from "../model/officeMarks.ts";
import type { Moment } from "../model/moment.ts";

/** The columns in which an appeal is stored: one list for creating, appending and reading back. */
export interface StoredColumn {
  name: string;
  type: DuckDBType;
  /** Whether it says the same few words over and over. */
  repeats: boolean;
  write: (appeal: Appeal) => DuckDBValue;
}

const ownTexts = ["id", "text", "reply"] as const;
const repeatedTexts = [
  "source",
  "edition",
  "file",
  "channel",
  "agency",
  "handedFrom",
  "topic",
  "place",
  "outcome",
] as const;
const momentFields = ["received", "registered", "firstReply", "closed", "reopened", "confirmed", "planned"] as const;

export const storedColumns: StoredColumn[] = [
  ...repeatedTexts.map((name): StoredColumn => ({
    name,
    type: VARCHAR,
    repeats: true,
    write: (appeal) => appeal[name],
  })),
  ...ownTexts.map((name): StoredColumn => ({ name, type: VARCHAR, repeats: false, write: (appeal) => appeal[name] })),
  { name: "line", type: INTEGER, repeats: false, write: (appeal) => appeal.line },
  { name: "withdrawn", type: INTEGER, repeats: false, write: (appeal) => (appeal.withdrawn ? 1 : 0) },
  { name: "closedUndated", type: INTEGER, repeats: false, write: (appeal) => (appeal.closedUndated === true ? 1 : 0) },
  { name: "unread", type: VARCHAR, repeats: true, write: (appeal) => appeal.unread?.join(" ") ?? "" },
  { name: "marks", type: VARCHAR, repeats: true, write: (appeal) => writeMarks(appeal.marks ?? {}) },
  { name: "rating", type: INTEGER, repeats: false, write: (appeal) => appeal.rating },
  ...momentFields.flatMap((name): StoredColumn[] => [
    { name: `${name}Day`, type: INTEGER, repeats: false, write: (appeal) => appeal[name]?.day ?? null },
    // Milliseconds fit a double exactly until the year 287396.
    { name: `${name}Instant`, type: DOUBLE, repeats: false, write: (appeal) => appeal[name]?.instant ?? null },
  ]),
];

type Cells = readonly (readonly DuckDBValue[])[];

/**
 * Reads rows of a chunk back into appeals.
 *
 * @param names which of storedColumns the chunk holds, in its order; a text that is not among them is read as ""
 */
export function storedAppealReader(
  names: readonly string[] = storedColumns.map(({ name }) => name),
): (columns: Cells, row: number) => Appeal {
  const text = (name: (typeof ownTexts)[number] | (typeof repeatedTexts)[number]) => {
    const at = names.indexOf(name);
    return at === -1 ? () => "" : (columns: Cells, row: number) => columns[at]![row] as string;
  };
  const moment = (name: (typeof momentFields)[number]) => {
    const [day, instant] = [names.indexOf(`${name}Day`), names.indexOf(`${name}Instant`)];
    return (columns: Cells, row: number): Moment | null => {
      const known = columns[day]![row] as number | null;
      return known === null ? null : { day: known, instant: columns[instant]![row] as number | null };
    };
  };
  const number = (name: string) => {
    const at = names.indexOf(name);
    return (columns: Cells, row: number) => columns[at]![row] as number | null;
  };
  const [source, id, edition, file] = [text("source"), text("id"), text("edition"), text("file")];
  const [channel, agency, handedFrom, topic, place, outcome] = [
    text("channel"),
    text("agency"),
    text("handedFrom"),
    text("topic"),
    text("place"),
    text("outcome"),
  ];
  const [question, reply] = [text("text"), text("reply")];
  const [line, withdrawn, rating] = [
    names.includes("line") ? number("line") : () => 0,
    number("withdrawn"),
    number("rating"),
  ];
  const closedUndated = number("closedUndated");
  const unreadAt = names.indexOf("unread");
  const unread = (columns: Cells, row: number): Pick<Appeal, "unread"> => {
    const fields = columns[unreadAt]![row] as string;
    return fields === "" ? {} : { unread: fields.split(" ") as NonNullable<Appeal["unread"]> };
  };
  const marksAt = names.indexOf("marks");
  const marks = (columns: Cells, row: number): Pick<Appeal, "marks"> => {
    const written = marksAt === -1 ? "" : (columns[marksAt]![row] as string);
    return written === "" ? {} : { marks: readMarks(written) };
  };
  const [received, registered, firstReply, closed] = [
    moment("received"),
    moment("registered"),
    moment("firstReply"),
    moment("closed"),
  ];
  const [reopened, confirmed, planned] = [moment("reopened"), moment("confirmed"), moment("planned")];
  return (columns, row) => ({
    source: source(columns, row),
    id: id(columns, row),
    edition: edition(columns, row),
    file: file(columns, row),
    line: line(columns, row)!,
    channel: channel(columns, row) as Appeal["channel"],
    agency: agency(columns, row),
    handedFrom: handedFrom(columns, row),
    topic: topic(columns, row),
    place: place(columns, row),
    outcome: outcome(columns, row) as Appeal["outcome"],
    text: question(columns, row),
    reply: reply(columns, row),
    withdrawn: withdrawn(columns, row) === 1,
    rating: rating(columns, row),
    ...(closedUndated(columns, row) === 1 && { closedUndated: true }),
    ...unread(columns, row),
    ...marks(columns, row),
    received: received(columns, row)!,
    registered: registered(columns, row),
    firstReply: firstReply(columns, row),
    closed: closed(columns, row),
    reopened: reopened(columns, row),
    confirmed: confirmed(columns, row),
    planned: planned(columns, row),
  });
}
