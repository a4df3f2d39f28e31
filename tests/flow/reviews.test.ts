import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFacts, readReviewFiles, readReviews } from "../../src/edition/readEdition.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Reviews } from "../../src/model/reviews.ts";
import { reviewTable } from "../../src/publish/reviews/reviewTable.ts";
import { machineCsv } from "../../src/words/csv.ts";
import { writeReviewFiles } from "../../src/publish/reviews/writeReviews.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { readDocument } from "../documents/readDocument.ts";
import { readWorkbook } from "../documents/readWorkbook.ts";
import { makePortal, settings } from "./portal.ts";

const data = resolve(import.meta.dirname, "../../data");
const formNames = ["five-sections", "previous-period", "year-on-year"];

/** A register that knows neither outcomes nor topics, but three of an office's own marks. */
const source = `title: Письма
files: ["*.csv"]
channel: letter
columns: { id: id, received: received, closed: closed, collective: Вид, onControl: Контроль, visited: Выезд }
marks: { Групповое: yes, Одиночное: no }
`;
const days = Array.from({ length: 34 }, (_, turn) =>
  new Date(Date.UTC(2026, 6, 1 + turn * 3)).toISOString().slice(0, 10),
);
const csv = [
  "id,received,closed,Вид,Контроль,Выезд",
  ...days.flatMap((received, turn) =>
    Array.from({ length: 4 }, (_, one) => {
      const ended = new Date(Date.parse(received) + (one + 10) * 86_400_000).toISOString().slice(0, 10);
      const closed = one === 3 || ended > "2026-10-09" ? "" : ended;
      return `${turn * 4 + one + 1},${received},${closed},${one === 0 ? "Групповое" : "Одиночное"},${one === 1 ? "да" : ""},${turn === 0 && one === 0 ? "кто знает" : ""}`;
    }),
  ),
].join("\n");

let folder: string;
let reviews: Reviews;
let findings: Finding[] = [];
beforeAll(async () => {
  const form = (name: string) => readFile(join(data, "reports", `${name}.yaml`), "utf8");
  folder = await makePortal(
    source,
    { "2026-10-09/a.csv": csv },
    {
      "portal.yaml": settings.replace("address:", "demo: true\notherLanguages: [en]\naddress:"),
      "vocabulary/topics.csv": await readFile(join(data, "vocabulary/topics.csv"), "utf8"),
      "languages/en.yaml":
        "title: Otklik\nregion: { name: Region, in: in the Region, of: the Region }\npublisher: Press\n",
      ...Object.fromEntries(
        await Promise.all(formNames.map(async (name) => [`reports/${name}.yaml`, await form(name)] as const)),
      ),
    },
  );
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: join(folder, "edition"),
    progress: { stage: (_, run) => run(() => undefined) },
    onReport: (report) => void (findings = report.findings),
  });
  reviews = readReviews(join(folder, "edition"));
  await mkdir(join(folder, "site"));
  await writeReviewFiles(readFacts(join(folder, "edition")), join(folder, "edition"), join(folder, "site"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the lines of a form say in the period itself. */
function linesOf(form: string, id: string): Record<string, number | string> {
  const { sections, columns } = reviews.forms.find(({ name }) => name === form)!;
  const period = reviews.periods.find((one) => one.id === id)!;
  const at = columns.indexOf("period");
  return Object.fromEntries(
    sections
      .flatMap(({ lines }) => lines)
      .map(({ title }, line) => {
        const cell = period.forms[form]![line]![at]!;
        return [typeof title === "string" ? title : title.ru!, "value" in cell ? cell.value : cell.reason];
      }),
  );
}

const rows = csv
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));
const inQuarter = rows.filter(([, received]) => received! < "2026-10");
const of = (test: (row: string[]) => boolean): number => inQuarter.filter(test).length;

test("an office's own columns come into its reviews, and what has no column reads so", () => {
  const lines = linesOf("year-on-year", "2026-q3");
  expect(lines).toMatchObject({
    "Всего обращений": inQuarter.length,
    письма: inQuarter.length,
    коллективные: of(([, , , kind]) => kind === "Групповое"),
    "Взято на контроль": of(([, , , , control]) => control === "да"),
    Рассмотрено: of(([, , closed]) => closed !== ""),
    повторные: "not-exported",
    "на личном приёме": "not-exported",
    "через сайты и приложения": "not-exported",
    "с выездом на место": "not-exported",
    "Меры приняты": "not-exported",
    "ЖКХ и благоустройство": "not-exported",
    "Вопросов в обращениях": "not-exported",
  });
});

test("a word that nobody can tell from yes and no is found, and counts as nothing said", () => {
  expect(findings).toContainEqual(expect.objectContaining({ code: "MARK_UNLISTED", line: 2, column: "visited" }));
});

describe.each(["", "en"])("in the language at /%s", (language) => {
  test.each(formNames)("%s: document, workbook and table say the same as the edition", async (form) => {
    const allReviews = reviewTable(readFacts(join(folder, "edition")), reviews);
    const table = Papa.parse<Record<string, string>>(machineCsv([allReviews.header, ...allReviews.rows]), {
      header: true,
      skipEmptyLines: true,
    }).data;
    for (const { id } of reviews.periods) {
      const cells = table.filter((row) => row["period"] === id && row["form"] === form);
      expect(cells.length, id).toBeGreaterThan(0);
      const path = join(folder, "site", language, "reports", id, form);
      const [sheet] = readWorkbook(await readFile(`${path}.xlsx`));
      const [printed] = readDocument(await readFile(`${path}.docx`)).tables;
      const head = sheet!.rows.findIndex((row) => row.length > 4);
      const width = printed![0]!.length - 1;
      const fromSheet = sheet!.rows.slice(head + 1).filter((row) => row.length > 1);
      const fromDocument = printed!.slice(1).filter((row) => row.length > 1);
      // In months, since January there is more to say than in a period that begins with it.
      const columns = [...new Set(cells.map((row) => row["column"]!))].slice(0, width);
      const lines = cells.filter((row) => row["column"] === columns[0]);
      expect([fromSheet.length, fromDocument.length], id).toEqual([lines.length, lines.length]);
      lines.forEach((_, line) => {
        columns.forEach((column, at) => {
          const told = cells.filter((row) => row["column"] === column)[line]!;
          const [inSheet, inDocument] = [fromSheet[line]![at + 2], fromDocument[line]![at + 1]!];
          if (told["value"] === "") {
            expect(typeof inSheet, `${id} ${line} ${column}`).toBe("string");
            expect(inDocument).toBe(inSheet);
            expect(inDocument).not.toMatch(/\d/u);
          } else {
            const value = Number(told["value"]);
            expect(column === "percent" ? (inSheet as number) * 100 : inSheet).toBeCloseTo(value, 6);
            expect(
              Number(
                inDocument
                  .replace(/[^\d.,−-]/gu, "")
                  .replace("−", "-")
                  .replace(language === "" ? "," : "", language === "" ? "." : ""),
              ),
            ).toBeCloseTo(value, 6);
          }
        });
      });
    }
  });
});

test("documents of a demonstration say that they are one", async () => {
  const path = join(folder, "site/reports/2026-q3/year-on-year");
  expect(readDocument(await readFile(`${path}.docx`)).paragraphs[0]).toMatch(/^Демонстрационные данные/u);
  expect(readWorkbook(await readFile(`${path}.xlsx`))[0]!.rows[1]).toEqual([
    expect.stringMatching(/^Демонстрационные данные/u),
  ]);
});

test("the edition knows of each document how long it is and its hash, for the pages", async () => {
  const files = readReviewFiles(join(folder, "edition"));
  expect(files.length).toBe(reviews.periods.length * formNames.length * 2 * 2);
  expect(new Set(files.map(({ path }) => path.replace(/^en\//u, ""))).size).toBe(files.length / 2);
  for (const { path, bytes, sha256, rows } of files) {
    const content = await readFile(join(folder, "site", path));
    expect([path, bytes, sha256]).toEqual([path, content.length, createHash("sha256").update(content).digest("hex")]);
    expect(rows).toBeGreaterThan(0);
  }
});
