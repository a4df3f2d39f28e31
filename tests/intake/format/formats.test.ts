import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { concernsWholeFile } from "../../../src/model/finding.ts";
import { isoDateOfDay } from "../../../src/model/moment.ts";
import { intake, sourceOf } from "../portal.ts";
import { workbookOf, zipOf } from "./workbook.ts";

const source = sourceOf("letters", {
  columns: { id: "Номер", received: "Поступило", agency: "Ведомство", text: "Текст" },
});
const csv =
  "Номер;Поступило;Ведомство;Текст\n007;01.10.2026;Минстрой;Протекает крыша на улице Ленина\n008;02.10.2026 14:30;Минстрой;Не работает освещение во дворе\n";
const same = [
  ["007", "2026-10-01", null, "minstroy", "Протекает крыша на улице Ленина"],
  ["008", "2026-10-02", "2026-10-02T11:30:00.000Z", "minstroy", "Не работает освещение во дворе"],
];

async function read(bytes: string | Uint8Array, name = "a.csv") {
  const result = await intake({ [`2026-10-31/${name}`]: bytes }, [source]);
  return {
    ...result,
    rows: result.appeals.map(({ id, received, agency, text }) => [
      id,
      isoDateOfDay(received.day),
      received.instant === null ? null : new Date(received.instant).toISOString(),
      agency,
      text,
    ]),
  };
}

describe("the same appeals come out of a file in", () => {
  test.each(["utf-16le", "utf-16be", "ibm866", "koi8-r", "iso-8859-5", "windows-1251"])("%s", async (encoding) => {
    const { rows, report } = await read(iconv.encode(csv, encoding));
    expect(rows).toEqual(same);
    expect(report.files[0]).toMatchObject({ encoding });
  });

  test("UTF-16 with a byte order mark", async () => {
    expect((await read(iconv.encode(csv, "utf-16le", { addBOM: true }))).rows).toEqual(same);
    expect((await read(iconv.encode(csv, "utf-16be", { addBOM: true }))).rows).toEqual(same);
  });

  test("a zip archive, and a gzip under a plain name", async () => {
    expect((await read(zipOf({ "folder/export.csv": csv }), "a.zip")).rows).toEqual(same);
    expect((await read(gzipSync(csv), "a.csv")).rows).toEqual(same);
  });

  test("a workbook with a title above the header, dates as numbers and a units row", async () => {
    const rows = [
      ["Отчёт за октябрь"],
      [],
      ["Номер", "Поступило", "Ведомство", "Текст"],
      ["", "дд.мм.гггг", "", ""],
      ["007", { date: 46296 }, "Минстрой", "Протекает крыша на улице Ленина"],
      ["008", { date: 46297.604166666664 }, "Минстрой", "Не работает освещение во дворе"],
    ];
    const {
      rows: read1900,
      told,
      appeals,
    } = await read(workbookOf([{ rows }, { rows: [["Пояснения"]] }, { rows: [["x"]], hidden: true }]), "a.xlsx");
    expect(read1900).toEqual(same);
    expect(appeals.map(({ line, file }) => `${file}:${line}`)).toEqual(["a.xlsx#1:5", "a.xlsx#1:6"]);
    expect(told).toEqual(["SHEET_UNREAD 2026-10-31/a.xlsx ×2", "UNITS_ROW 2026-10-31/a.xlsx#1:4"]);
  });

  test("a workbook whose days count from 1904", async () => {
    const rows = [
      ["Номер", "Поступило", "Ведомство", "Текст"],
      ["007", { date: 46296 - 1462 }, "Минстрой", "Протекает крыша на улице Ленина"],
    ];
    expect((await read(workbookOf([{ rows }], {}, true), "a.xlsx")).rows).toEqual(same.slice(0, 1));
  });

  test("JSON: an array, an array of arrays, an object around it, objects line by line, GeoJSON", async () => {
    const records = [
      { Номер: "007", Поступило: "2026-10-01", Ведомство: "Минстрой", Текст: same[0]![4] },
      { Номер: "008", Поступило: "2026-10-02T14:30:00+03:00", Ведомство: "Минстрой", Текст: same[1]![4], Ещё: null },
    ];
    const dialects = [
      JSON.stringify(records),
      JSON.stringify(records, null, 2),
      JSON.stringify([records]),
      JSON.stringify({ meta: { count: 2 }, results: records }),
      records.map((record) => JSON.stringify(record)).join("\n"),
      JSON.stringify({
        type: "FeatureCollection",
        features: records.map((properties) => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: [1, 2] },
          properties,
        })),
      }),
    ];
    for (const text of dialects) expect((await read(text, "a.json")).rows, text.slice(0, 40)).toEqual(same);
  });

  test("JSON in UTF-16, and with shorter lists beside the one of records", async () => {
    const records = [
      { Номер: "007", Поступило: "2026-10-01", Ведомство: "Минстрой", Текст: same[0]![4] },
      {
        Номер: "008",
        Поступило: "2026-10-02T14:30:00+03:00",
        Ведомство: "Минстрой",
        Текст: same[1]![4],
        история: [{ статус: 1 }, { статус: 2 }, { статус: 3 }],
      },
    ];
    const dialects = [
      { success: true, result: { fields: [{ id: "Номер", type: "text" }], records } },
      { filters: [{ name: "Ведомство" }], links: { next: { href: "x" } }, data: { items: records } },
      { took: 1, "{[": "]}", hits: { total: { value: 2 }, hits: records } },
    ];
    for (const json of dialects) expect((await read(JSON.stringify(json), "a.json")).rows).toEqual(same);
    for (const encoding of ["utf-16le", "utf-16be"])
      for (const addBOM of [true, false])
        expect((await read(iconv.encode(JSON.stringify(records), encoding, { addBOM }), "a.json")).rows).toEqual(same);
  });

  test("Parquet, also under the name of a CSV", async () => {
    const folder = await mkdtemp(join(tmpdir(), "parquet-"));
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const path = join(folder, "it's.parquet");
    await connection.run(`copy (select '007' as "Номер", timestamp '2026-10-01 00:00:00' as "Поступило", 'Минстрой' as "Ведомство", '${same[0]![4]}' as "Текст"
      union all select '008', timestamp '2026-10-02 14:30:00', 'Минстрой', '${same[1]![4]}') to '${path.replaceAll("'", "''")}' (format parquet)`);
    connection.closeSync();
    const bytes = await readFile(path);
    await rm(folder, { recursive: true });
    const { rows, report } = await read(bytes);
    expect(rows).toEqual(same);
    expect(report.files[0]).toMatchObject({ encoding: "parquet", delimiter: "parquet", read: 2 });
  });
});

test("an archive with several files is read file by file, each counted for itself", async () => {
  const { report, appeals } = await intake(
    { "2026-10-31/all.zip": zipOf({ "b.csv": csv, "a.csv": csv.replaceAll("00", "10"), "__MACOSX/._a.csv": "x" }) },
    [source],
  );
  expect(report.files.map(({ file, passed }) => [file, passed])).toEqual([
    ["all.zip#1", 2],
    ["all.zip#2", 2],
  ]);
  expect(appeals.map(({ id, file }) => [id, file])).toEqual([
    ["107", "all.zip#1"],
    ["108", "all.zip#1"],
    ["007", "all.zip#2"],
    ["008", "all.zip#2"],
  ]);
});

test("Latin letters with accents are Windows-1252, however many cells are empty", async () => {
  const latin = sourceOf("sp", { columns: { received: "Abertura", topic: "Serviço" } });
  const { report } = await intake(
    {
      "2026-10-31/a.csv": iconv.encode(
        "Abertura;Serviço\n01/10/2021;Solicitação de poda de árvore\n22/10/2021;Vacinação de cães\n",
        "windows-1252",
      ),
    },
    [latin],
  );
  expect(report.files[0]).toMatchObject({ encoding: "windows-1252", passed: 2 });
  expect(report.vocabulary.topics.map(({ name }) => name)).toEqual([
    "Solicitação de poda de árvore",
    "Vacinação de cães",
  ]);
});

test("a macro or a link in a workbook is told, and nothing of it runs", async () => {
  const rows = [
    ["Номер", "Поступило", "Ведомство", "Текст"],
    ["007", "01.10.2026", "Минстрой", "=1+1"],
  ];
  const { told, appeals } = await read(
    workbookOf([{ rows }], { "xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<x/>" }),
    "a.xlsm",
  );
  expect(told).toEqual(["WORKBOOK_ACTIVE 2026-10-31/a.xlsm"]);
  expect(appeals[0]?.text).toBe("=1+1");
});

describe("a file that is not what its name says is refused by its own code:", () => {
  const long = Buffer.from(`${csv}${"x".repeat(3_000_000)}`);
  test.each([
    ["a web page", "<!DOCTYPE html>\n<html><body>Войдите</body></html>", "FILE_HTML"],
    ["a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "FILE_LFS_POINTER"],
    ["an old Excel workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "FILE_OLD_EXCEL"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "FILE_NOT_TEXT"],
    ["a gzip cut off", gzipSync(long).subarray(0, 400), "FILE_TRUNCATED"],
    ["a zip cut off", zipOf({ "a.csv": csv }).subarray(0, 120), "FILE_TRUNCATED"],
    ["a Parquet file cut off", Buffer.from("PAR1 and no more"), "FILE_TRUNCATED"],
    ["an archive in an archive", zipOf({ "inner.zip": zipOf({ "a.csv": csv }) }), "ARCHIVE_NESTED"],
    ["a bomb", gzipSync(Buffer.alloc(230 << 20, "a,b\n")), "ARCHIVE_BOMB"],
    ["broken JSON", '[{"Номер": "1", "Поступило": "2026-10-01"', "JSON_BROKEN"],
    ["2,001 columns", `${Array.from({ length: 2001 }, (_, index) => `c${index}`).join(";")}\n`, "COLUMNS_TOO_MANY"],
  ])("%s", async (_, bytes, code) => {
    const { report, appeals } = await read(bytes);
    expect(report.findings.filter(concernsWholeFile).map((finding) => finding.code)).toEqual([code]);
    expect(appeals).toEqual([]);
  });
});

test("a cell of ten million characters is one rejected row, and the rest is read", async () => {
  const { rows, told } = await read(csv.replace("008;", `9;01.10.2026;Минстрой;"${"х\n".repeat(5_000_000)}"\n008;`));
  expect(rows).toEqual(same);
  expect(told).toEqual(["CELL_TOO_LONG 2026-10-31/a.csv:3"]);
});

test("zero bytes, lost letters and twice converted text are told", async () => {
  const spoiled = `${csv}9;03.10.2026;Минстрой;РџСЂРёРІРµС‚\n10;03.10.2026;Минстрой;Ð¿Ñ€Ð¸Ð²ÐµÑ‚\n11;03.10.2026;Мин\u0000строй;потеря\ufffd\n12;03.10.2026;Мин\u200bстрой;РСФСР, СССР и Россия\n`;
  const { told, appeals } = await read(spoiled);
  expect(told).toEqual([
    "MOJIBAKE 2026-10-31/a.csv:4 ×2",
    "NUL_BYTES 2026-10-31/a.csv",
    "REPLACEMENT_CHARACTERS 2026-10-31/a.csv:6",
  ]);
  expect(new Set(appeals.map(({ agency }) => agency))).toEqual(new Set(["minstroy"]));
});

test("damaged UTF-8 is still UTF-8", async () => {
  const bytes = Buffer.concat([
    Buffer.from(csv),
    Buffer.from("9;03.10.2026;Минстрой;те"),
    Buffer.from([0xd0]),
    Buffer.from("кст\n"),
  ]);
  const { told, report } = await read(bytes);
  expect(report.files[0]?.encoding).toBe("utf-8");
  expect(told).toEqual(["ENCODING_DAMAGED 2026-10-31/a.csv", "REPLACEMENT_CHARACTERS 2026-10-31/a.csv:4"]);
});

test("a date among the agencies means shifted columns", async () => {
  const { told, report } = await read(`${csv}9;03.10.2026;04.10.2026 12:00;текст\n`);
  expect(told).toEqual(["ROW_SHIFTED 2026-10-31/a.csv:4 agency"]);
  expect(report.files[0]).toMatchObject({ read: 3, passed: 2, rejected: 1 });
});

test.each([
  [
    "a list of rows",
    [
      ["Номер", "Поступило"],
      ["1", "2026-10-01"],
      ["2", "2026-10-02"],
    ],
  ],
  [
    "rows beside a list of columns, as Socrata writes them",
    {
      meta: { columns: [{ name: "Номер" }, { name: "Поступило" }] },
      data: [
        ["1", "2026-10-01"],
        ["2", "2026-10-02"],
        ["3", "2026-10-03"],
      ],
    },
  ],
  [
    "objects under their numbers",
    Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`Н-${index}`, { Поступило: "2026-10-01", шаги: [{ шаг: 1 }] }]),
    ),
  ],
  [
    "columns one after the other",
    { Номер: ["1", "2"], Поступило: ["2026-10-01", "2026-10-02"], Ведомство: ["А", "Б"] },
  ],
])("JSON in a shape that names no field beside its value is refused, and not read in part: %s", async (_, json) => {
  const { appeals, report } = await read(JSON.stringify(json), "a.json");
  expect(appeals).toEqual([]);
  expect(report.findings.map(({ code }) => code)).toContain("JSON_SHAPE");
});

test.each([
  ['<?xml version="1.0"?>\n<обращения><обращение номер="1"/></обращения>', "FILE_OTHER_TABLE"],
  ["<appeals>\n <appeal><id>1</id></appeal></appeals>", "FILE_OTHER_TABLE"],
  ['<?xml version="1.0"?><!DOCTYPE html><html><body>Вход</body></html>', "FILE_HTML"],
  ["<!doctype html><html><body>Вход</body></html>", "FILE_HTML"],
])("a register in XML is none of web pages: %s", async (text, code) => {
  expect((await read(text, "a.xml")).report.findings.map((finding) => finding.code)).toContain(code);
});

test("a note beside the registers of an archive is told and stops nothing", async () => {
  const { rows, told } = await read(
    zipOf({ "a.csv": csv, "Пояснение.txt": "Выгрузка за октябрь.\nСостав прежний.\n" }),
    "a.zip",
  );
  expect(rows).toEqual(same);
  expect(told).toContain("MEMBER_UNREAD 2026-10-31/a.zip");
});

test("appeals of which a register says that they have no number are not one appeal", async () => {
  const { appeals, told } = await read(csv.replace("007", "б/н").replace("008", "Б.Н."));
  expect(new Set(appeals.map(({ id }) => id)).size).toBe(2);
  expect(told).toContain("ID_MISSING 2026-10-31/a.csv:2 id ×2");
});
