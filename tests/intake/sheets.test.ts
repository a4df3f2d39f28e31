import { expect, test } from "vitest";
import { mergedCellsOf } from "../../src/intake/format/mergedCells.ts";
import { workbookOf } from "./format/workbook.ts";
import { intake, sourceOf } from "./portal.ts";

const source = sourceOf("register", {
  columns: { agency: "Ведомство", id: "Номер", received: "Поступило", closed: "Закрыто", text: "Текст" },
});
const header = ["Ведомство", "Номер", "Поступило", "Закрыто", "Текст"];
const row = (number: number, agency: string | null = null) => [agency, String(number), "01.10.2026", "", "Вода"];

test("cells that the workbook merges with the one above have its value, and how many is told; others stay empty", async () => {
  const rows = [header, row(1, "Минстрой"), row(2), row(3), row(4, "Минтранс"), row(5), row(6)];
  const { appeals, said } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A2:A4", "A5:A6"] }]) }, [
    source,
  ]);
  expect(appeals.map(({ id, agency }) => [id, agency])).toEqual([
    ["1", "minstroy"],
    ["2", "minstroy"],
    ["3", "minstroy"],
    ["4", "mintrans"],
    ["5", "mintrans"],
    ["6", ""],
  ]);
  expect(said("MERGED_FILLED", "AGENCY_MISSING")).toMatchInlineSnapshot(`
    "WARNING AGENCY_MISSING · once
      No agency is named in the row.
      The appeal is counted for the region, and among those without an agency on the page of agencies. If the agency is known, fill it in at the source and export again.
        2026-10-31/a.xlsx:7 field agency

    note MERGED_FILLED · 3 times
      Cells that are merged with the one above were read with its value.
        2026-10-31/a.xlsx:3 field agency
        2026-10-31/a.xlsx:4 field agency
        2026-10-31/a.xlsx:6 field agency"
  `);
  const apart = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows }]) }, [source]);
  expect(apart.told.some((text) => text.startsWith("MERGED_FILLED"))).toBe(false);
  expect(apart.told).toContain("AGENCY_MISSING 2026-10-31/a.xlsx:3 agency ×4");
});

test("a header of two rows whose names are merged downwards, with a title above, is read at its second row", async () => {
  const rows = [
    ["Обращения за октябрь", null, null, null, null],
    ["Ведомство", "Номер", "Сроки", null, "Текст"],
    [null, null, "Поступило", "Закрыто", null],
    row(1, "Минстрой"),
    [],
    row(2),
  ];
  const { appeals, told } = await intake(
    { "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "A4:A6"] }]) },
    [source],
  );
  expect(appeals.map(({ id, agency }) => [id, agency])).toEqual([
    ["1", "minstroy"],
    ["2", "minstroy"],
  ]);
  expect(told.filter((text) => !text.startsWith("NOT_RECORDED"))).toEqual(["MERGED_FILLED 2026-10-31/a.xlsx:6 agency"]);
});

test.each([
  ["the second row", "Адрес"],
  ["the first row", "Заявитель"],
])(
  "a header of two rows that names all columns in its first is no second header, where %s names one of another field",
  async (_, place) => {
    const described = sourceOf("register", {
      columns: { id: "Номер", received: "Поступило", agency: "Ведомство", place },
    });
    const rows = [
      ["Номер", "Поступило", "Заявитель", null, "Ведомство", "Текст"],
      [null, null, "Имя", "Адрес", null, null],
      ["1", "01.10.2026", "Центр", "Север", "Минстрой", "Вода"],
    ];
    const { appeals, told } = await intake(
      { "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"] }]) },
      [described],
    );
    expect(appeals.map(({ id, agency, place: found }) => [id, agency, found])).toEqual([
      ["1", "minstroy", place === "Адрес" ? "sever" : "tsentr"],
    ]);
    expect(told.some((text) => text.includes("HEADER_AGAIN") || text.includes("RECEIVED"))).toBe(false);
  },
);

test("of a header of two rows merged downwards the second is told, which names the columns that the first only groups", async () => {
  const described = sourceOf("register", {
    columns: { id: "Номер", received: "Поступило", agency: "Ведомство" },
    ignore: ["Имя", "Текст"],
  });
  const rows = [
    ["Номер", "Поступило", "Заявитель", null, "Ведомство", "Текст"],
    [null, null, "Имя", "Адрес", null, null],
    ["1", "01.10.2026", "", "", "Минстрой", "Вода"],
  ];
  const { appeals, said } = await intake(
    { "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"] }]) },
    [described],
  );
  expect(appeals).toHaveLength(1);
  expect(said("COLUMN_UNREAD")).toMatchInlineSnapshot(`
    "note COLUMN_UNREAD · once
      A column is not read.
        2026-10-31/a.xlsx:2 column 4"
  `);
});

test("a row of data is no row of the header, although a cell of it is merged with a name", async () => {
  const rows = [header, ["Минстрой", "1", "01.10.2026", "", null], row(2, "Минстрой")];
  const { appeals } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["E1:E2"] }]) }, [source]);
  expect(appeals.map(({ id }) => id)).toEqual(["1", "2"]);
});

test("a row of sums is no appeal of the day with which its cell is merged", async () => {
  const day = (number: string, date: string | null) => ["Минстрой", number, date, "", "Вода"];
  const rows = [
    header,
    day("1", "01.10.2026"),
    day("2", null),
    ["Итого", null, null, null, "2"],
    day("3", "02.10.2026"),
  ];
  const { appeals, said } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["C2:C4"] }]) }, [source]);
  expect(appeals.map(({ id }) => id)).toEqual(["1", "2", "3"]);
  expect(said("NOTE_ROW")).toMatchInlineSnapshot(`
    "WARNING NOTE_ROW · once
      Rows of sums, notes and headings were left out: there is no appeal in them.
      Look at these rows. Where a heading names an agency, a topic or a district, write groupedBy into the description of the source (docs/sources.md), or export the table so that these stand in every row.
        2026-10-31/a.xlsx:4"
  `);
});

test("rows that a filter hides are read, and it is told how many are: no empty ones, no sums", async () => {
  const rows = [
    header,
    row(1, "Минстрой"),
    row(2, "Минстрой"),
    row(3, "Минстрой"),
    [null],
    ["Итого", "3", null, null, null],
  ];
  const { appeals, said } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, hiddenRows: [1, 3, 4, 5, 6] }]) }, [
    source,
  ]);
  expect(appeals).toHaveLength(3);
  expect(said("ROWS_HIDDEN")).toMatchInlineSnapshot(`
    "WARNING ROWS_HIDDEN · 2 times
      Some rows of the sheet are hidden, by a filter or by hand. They were read like all others.
      Where hidden rows are not meant to be published, delete them from the file: hiding does not remove them.
        2026-10-31/a.xlsx:3
        2026-10-31/a.xlsx:4"
  `);
});

test.each([1, 7, 64, 1 << 16])(
  "merged ranges are found in pieces of %d bytes, whatever prefix the program writes",
  async (size) => {
    const xml = Buffer.from(
      `<x:worksheet><x:sheetData>${"<x:row/>".repeat(40)}</x:sheetData><x:mergeCells count="3"><x:mergeCell ref="A2:A4"/><x:mergeCell\nref='C2:D9' /><x:mergeCell ref="B1:Z1"/></x:mergeCells></x:worksheet>`,
    );
    const merged = await mergedCellsOf(
      (async function* () {
        for (let at = 0; at < xml.length; at += size) yield xml.subarray(at, at + size);
      })(),
    );
    const fill = merged.filler();
    const filled = Array.from({ length: 10 }, (_, index) =>
      fill(index + 1, index === 1 || index === 3 ? ["a", "", "c"] : ["", "b", ""]),
    );
    expect(filled).toEqual([[], [], [0, 2], [], [2], [2], [2], [2], [2], []]);
  },
);

test("of cells that a range covers, those with a value of their own keep it and are not counted as filled", async () => {
  const rows = [header, row(1, "Минстрой"), row(2, "Минтранс"), row(3), row(4, "Минстрой")];
  const { appeals, said } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A2:A5"] }]) }, [source]);
  expect(appeals.map(({ agency }) => agency)).toEqual(["minstroy", "mintrans", "minstroy", "minstroy"]);
  expect(said("MERGED_FILLED")).toMatchInlineSnapshot(`
    "note MERGED_FILLED · once
      Cells that are merged with the one above were read with its value.
        2026-10-31/a.xlsx:4 field agency"
  `);
});

test("a formula without a saved value is no empty cell: what it says nobody knows", async () => {
  const closed = (cell: Parameters<typeof workbookOf>[0][number]["rows"][number][number]) => [
    "Минстрой",
    "1",
    "01.10.2026",
    cell,
    "Вода",
  ];
  const read = async (cell: Parameters<typeof closed>[0]) =>
    intake({ "2026-10-31/a.xlsx": workbookOf([{ rows: [header, closed(cell)] }]) }, [source]);
  const unsaved = await read({ formula: "C2+5" });
  expect(unsaved.appeals[0]).toMatchObject({ closed: null, outcome: "unknown", unread: ["closed"] });
  expect(unsaved.told).toContain("FORMULA_UNSAVED 2026-10-31/a.xlsx:2");
  const empty = await read({ formula: 'IF(1,"","")', text: "" });
  expect(empty.appeals[0]).toMatchObject({ closed: null, outcome: "open" });
  expect(empty.told.some((text) => text.startsWith("FORMULA"))).toBe(false);
});

test("a number that is no day stops nothing where its cell is formatted as a date", async () => {
  const rows = [
    header,
    ...[99_999_999_999, -70_000].map((date, index) => ["Минстрой", String(index), { date }, "", "Вода"]),
    ["Минстрой", "7", { date: 46_296 }, "", "Вода"],
  ];
  const { appeals, said } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows }]) }, [source]);
  expect(appeals.map(({ id }) => id)).toEqual(["7"]);
  expect(said("DATE_UNREADABLE")).toMatchInlineSnapshot(`
    "ERROR DATE_UNREADABLE · 2 times
      A date cannot be understood.
      The appeal is not counted. Where day and month cannot be told apart, set dateOrder in the source description; otherwise mend the date.
        2026-10-31/a.xlsx:2 field received
        2026-10-31/a.xlsx:3 field received"
  `);
});

test("rows that are formatted far beyond what is written in them are as wide as that", async () => {
  const wide = [...header, ...Array.from({ length: 3000 }, () => ({ blank: true }) as const)];
  const rows = [wide, row(1, "Минстрой"), ...Array.from({ length: 2000 }, () => [{ blank: true } as const])];
  const { appeals, told } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows }]) }, [source]);
  expect(appeals).toHaveLength(1);
  expect(told.filter((text) => !text.startsWith("NOT_RECORDED"))).toEqual([]);
});
