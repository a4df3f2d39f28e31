import { expect, test } from "vitest";
import { intake, sourceOf } from "./portal.ts";

const source = sourceOf("r", { columns: { received: "received", closed: "closed", topic: "topic", text: "text" } });
const rows = Array.from(
  { length: 20 },
  (_, index) => `2026-09-${String(index + 1).padStart(2, "0")},,Ямы,Текст ${index}`,
);
const table = (...lines: string[]): string => ["received,closed,topic,text", ...lines].join("\n");
const idsOf = ({ appeals }: { appeals: { id: string }[] }): number => new Set(appeals.map(({ id }) => id)).size;

test("the same file under two names is read once", async () => {
  const read = await intake({ "2026-10-31/a.csv": table(...rows), "2026-10-31/a (1).csv": table(...rows) }, [source]);
  expect(read.appeals).toHaveLength(20);
  expect(read.told).toEqual(["FILE_REPEATED 2026-10-31/a (1).csv"]);
});

test("a table whose rows stand in a larger one has no appeals of its own, and it is said", async () => {
  const read = await intake(
    { "2026-10-31/all.csv": table(...rows), "2026-10-31/overdue.csv": table(...rows.slice(3, 9)) },
    [source],
  );
  expect(idsOf(read)).toBe(20);
  expect(read.told).toContain("ROWS_IN_TWO_TABLES 2026-10-31/overdue.csv ×6");
  const alone = await intake({ "2026-10-31/all.csv": table(...rows) }, [source]);
  expect(new Set(read.appeals.map(({ id }) => id))).toEqual(new Set(alone.appeals.map(({ id }) => id)));
});

test("a file saved again with a few rows more adds these", async () => {
  const read = await intake(
    { "2026-10-31/a.csv": table(...rows), "2026-10-31/b.csv": table(...rows, "2026-09-28,,Свет,Новый") },
    [source],
  );
  expect(idsOf(read)).toBe(21);
});

test("rows that say so little that they are alike anyway are distinct in two tables as well", async () => {
  const bare = ["2026-09-01,,Ямы,", "2026-09-01,,Ямы,", "2026-09-01,,Ямы,", "2026-09-02,,Ямы,"];
  const read = await intake(
    { "2026-10-31/north.csv": table(...bare), "2026-10-31/south.csv": table(...bare, "2026-09-03,,Ямы,") },
    [source],
  );
  expect(idsOf(read)).toBe(9);
});

test("a source that says so keeps identical rows of two tables apart", async () => {
  const read = await intake(
    { "2026-10-31/all.csv": table(...rows), "2026-10-31/some.csv": table(...rows.slice(3, 9)) },
    [{ ...source, identicalRows: "distinct" }],
  );
  expect(idsOf(read)).toBe(26);
});

test("a column that nobody reads, such as a counter of rows, does not make another appeal of a row", async () => {
  const counted = (from: number, lines: readonly string[]): string =>
    ["n,received,closed,topic,text", ...lines.map((line, index) => `${from + index},${line}`)].join("\n");
  const twins = ["2026-09-01,,Ямы,Одно", "2026-09-01,2026-09-05,Ямы,Одно"];
  const read = await intake(
    { "2026-09-30/a.csv": counted(1, twins), "2026-10-31/a.csv": counted(8, ["2026-10-01,,Ямы,Новое", ...twins]) },
    [source],
  );
  expect(idsOf(read)).toBe(3);
  const closed = (edition: string) =>
    read.appeals.filter((appeal) => appeal.edition === edition && appeal.closed !== null).map(({ id }) => id);
  expect(closed("2026-09-30")).toEqual(closed("2026-10-31"));
});

test("rows that were pasted twice are told, and merged where the source says so", async () => {
  const pasted = { "2026-10-31/a.csv": table(...rows, ...rows) };
  const read = await intake(pasted, [source]);
  expect(read.told).toEqual(["ROWS_IDENTICAL 2026-10-31/a.csv ×20"]);
  const merged = await intake(pasted, [{ ...source, identicalRows: "same" }]);
  expect([idsOf(merged), merged.told.filter((text) => text.startsWith("ROWS"))]).toEqual([20, []]);
});
