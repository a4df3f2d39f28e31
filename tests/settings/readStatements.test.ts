import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readStatements, statementsIn } from "../../src/settings/readStatements.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { portalFolder } from "../flow/portal.ts";

const source = "title: Реестр\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: n, received: d }\n";
const read = (text: string) => statementsIn("roads", "statements/roads.md", text);

test("Each statement stands below its date, in paragraphs of plain text", () => {
  const { statements, findings } = read(
    "# Дорожный комитет\r\n\r\n## 2026-10-20\r\nОтвечаем\r\nиначе.\r\n\r\nОбразцы <b>убраны</b>.\r\n## 5.11.2026 ##\r\nИ ещё раз.",
  );
  expect(findings).toEqual([]);
  expect(statements).toEqual([
    {
      agency: "roads",
      date: "2026-10-20",
      paragraphs: ["Отвечаем иначе.", "Образцы <b>убраны</b>."],
      file: "statements/roads.md",
      line: 3,
    },
    { agency: "roads", date: "2026-11-05", paragraphs: ["И ещё раз."], file: "statements/roads.md", line: 8 },
  ]);
});

test.each([
  ["\n\nСлова без даты.\n", 3],
  ["## Октябрь\nСлова.", 1],
  ["## 2026-02-30\nСлова.", 1],
  ["## 30.02.2026\nСлова.", 1],
])("Words without a date that exists are left out, and their line is named", (text, line) => {
  expect(read(text)).toEqual({
    statements: [],
    findings: [{ code: "STATEMENT_UNDATED", file: "statements/roads.md", line }],
  });
});

test("A document is no statement", () => {
  expect(read(`## 2026-10-20\n${"слово ".repeat(251)}`).findings).toEqual([
    { code: "STATEMENT_TOO_LONG", file: "statements/roads.md", line: 1 },
  ]);
});

test("A date without words says nothing, and an empty file neither", () => {
  for (const text of ["", "## 2026-10-20\n\n", "\ufeff"]) expect(read(text.trim()).statements).toEqual([]);
  expect(read("## 2026-10-20\n\n").findings).toEqual([]);
});

test("A portal without statements has none; a file in another encoding stops the build", async () => {
  const none = await readSettings(await portalFolder(source, {}));
  expect(none.statements).toEqual({ statements: [], findings: [] });
  const folder = await portalFolder(source, {}, { "statements/roads.md": "## 2026-10-20\nСлова." });
  expect((await readStatements(folder)).statements).toHaveLength(1);
  await writeFile(`${folder}/statements/roads.md`, Buffer.from([0x23, 0xc0, 0xff]));
  await expect(readStatements(folder)).rejects.toMatchObject({ code: "SETTINGS_UNREADABLE" });
});
