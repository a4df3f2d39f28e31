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
  const { appeals, told } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A2:A4", "A5:A6"] }]) }, [
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
  expect(told).toContain("MERGED_FILLED 2026-10-31/a.xlsx:3 agency ×3");
  expect(told).toContain("AGENCY_MISSING 2026-10-31/a.xlsx:7 agency");
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
  const { appeals, told } = await intake(
    { "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"] }]) },
    [described],
  );
  expect(appeals).toHaveLength(1);
  expect(told).toContain("COLUMN_UNREAD 2026-10-31/a.xlsx:2 4");
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
  const { appeals, told } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["C2:C4"] }]) }, [source]);
  expect(appeals.map(({ id }) => id)).toEqual(["1", "2", "3"]);
  expect(told).toContain("NOTE_ROW 2026-10-31/a.xlsx:4");
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
  const { appeals, told } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, hiddenRows: [1, 3, 4, 5, 6] }]) }, [
    source,
  ]);
  expect(appeals).toHaveLength(3);
  expect(told).toContain("ROWS_HIDDEN 2026-10-31/a.xlsx:3 ×2");
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
  const { appeals, told } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows, merged: ["A2:A5"] }]) }, [source]);
  expect(appeals.map(({ agency }) => agency)).toEqual(["minstroy", "mintrans", "minstroy", "minstroy"]);
  expect(told).toContain("MERGED_FILLED 2026-10-31/a.xlsx:4 agency");
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
  const { appeals, told } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows }]) }, [source]);
  expect(appeals.map(({ id }) => id)).toEqual(["7"]);
  expect(told).toContain("DATE_UNREADABLE 2026-10-31/a.xlsx:2 received ×2");
});

test("rows that are formatted far beyond what is written in them are as wide as that", async () => {
  const wide = [...header, ...Array.from({ length: 3000 }, () => ({ blank: true }) as const)];
  const rows = [wide, row(1, "Минстрой"), ...Array.from({ length: 2000 }, () => [{ blank: true } as const])];
  const { appeals, told } = await intake({ "2026-10-31/a.xlsx": workbookOf([{ rows }]) }, [source]);
  expect(appeals).toHaveLength(1);
  expect(told.filter((text) => !text.startsWith("NOT_RECORDED"))).toEqual([]);
});
