import { strFromU8, unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { sheetNames } from "../../src/documents/sheetNames.ts";
import { workbook } from "../../src/documents/workbook.ts";
import { readWorkbook } from "./readWorkbook.ts";

const table = {
  name: "Июль",
  title: "Обращения в июле",
  notes: ["Источник: портал"],
  header: ["строка", "число", "доля", "день", "к прошлому году"],
  rows: [
    ["Поступило", 1234, { value: 0.256, format: "percent" as const }, "2026-07-31", -12],
    ["=1+1", 0, null, null, null],
    ["нет в выгрузке", null, "скрыто", null, { value: -0.5, format: "points" as const }],
  ],
  formats: { число: "integer", день: "date", "к прошлому году": "change" },
} as const;

test("a workbook holds numbers as numbers, dates as dates, empty cells as nothing, and no formula", async () => {
  const [sheet] = readWorkbook(await workbook([table]));
  expect(sheet!.name).toBe("Июль");
  expect(sheet!.rows).toEqual([
    ["Обращения в июле"],
    ["Источник: портал"],
    [],
    ["строка", "число", "доля", "день", "к прошлому году"],
    // 46234 days since 30 December 1899, as spreadsheets count.
    ["Поступило", 1234, 0.256, 46234, -12],
    ["'=1+1", 0],
    ["нет в выгрузке", null, "скрыто", null, -0.5],
  ]);
  expect(sheet!.formats[4]).toEqual([null, "#,##0", "0.0%", "dd.mm.yyyy", "+#,##0;−#,##0;0"]);
  expect(sheet!.xml).not.toContain("<f>");
});

test("the same tables give the same bytes, whenever and in whatever zone they are packed", async () => {
  const first = await workbook([table, { ...table, name: "Август" }]);
  vi.useFakeTimers({ now: new Date("2031-05-05T05:05:05Z"), toFake: ["Date"] });
  const zone = process.env["TZ"];
  process.env["TZ"] = "Pacific/Kiritimati";
  const second = await workbook([table, { ...table, name: "Август" }]);
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  vi.useRealTimers();
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  expect(strFromU8(first)).not.toBe("");
  expect(Object.keys(unzipSync(first))[0]).toBe("[Content_Types].xml");
});

test("a number or a date that is none is refused, not written", async () => {
  await expect(workbook([{ name: "a", header: ["x"], rows: [[NaN]] }])).rejects.toThrow(RangeError);
  await expect(
    workbook([{ name: "a", header: ["x"], rows: [["31.07.2026"]], formats: { x: "date" } }]),
  ).rejects.toThrow(RangeError);
});

test("sheets get names that a workbook takes", () => {
  const long = "Министерство строительства и жилищно-коммунального хозяйства";
  expect(sheetNames([long, long, "a/b: [c]?", "A b c", "'x'", ""])).toEqual([
    "Министерство строительства и жи",
    "Министерство строительства (2)",
    "a b c",
    "A b c (2)",
    "x",
    "1",
  ]);
});

test("a sheet for paper is fitted to it, and a row is as tall as its longest text", async () => {
  const long = "В одном обращении может быть несколько вопросов, поэтому их числа не складывают";
  const [own, other] = readWorkbook(
    await workbook([
      {
        name: "Печать",
        header: ["строка", "пояснение"],
        rows: [
          ["короткая", "да"],
          ["длинная", long],
        ],
        widths: [20, 20],
        fitsPaper: true,
      },
      { name: "Экран", header: ["строка"], rows: [["да"]] },
    ]),
  );
  expect(own!.xml).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/u);
  expect(own!.xml).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/u);
  const heights = [...own!.xml.matchAll(/<row ([^>]*)>/gu)].map(([, look]) =>
    Number(/\bht="([\d.]+)"/u.exec(look!)?.[1] ?? 0),
  );
  expect(heights[1]).toBe(0);
  expect(heights[2]).toBeGreaterThan(4 * 13);
  expect(other!.xml).not.toContain("pageSetup");
});
