import { DuckDBInstance } from "@duckdb/node-api";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isoDateOfDay } from "../../../src/model/moment.ts";
import { intake, sourceOf } from "../portal.ts";

const source = sourceOf("letters", {
  files: ["letters"],
  channel: "letter",
  columns: { id: "id", received: "received", topic: "topic", agency: "agency", text: "text" },
  ignore: ["year", "month"],
});

/** The files that DuckDB writes for some rows, by their paths in an exports folder. */
async function written(select: string, options: string): Promise<Record<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), "data-set-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "letters"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (${select}) to '${join(folder, "letters")}' (format parquet, ${options})`);
  connection.closeSync();
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    await Promise.all(
      files
        .filter((file) => file.isFile())
        .map(async (file) => {
          const path = join(file.parentPath, file.name);
          return [`2026-06-05/${path.slice(folder.length + 1)}`, await readFile(path)] as const;
        }),
    ),
  );
}

const rows = `select printf('%05d', i) as id, timestamp '2026-01-01 09:00:00' + interval (i * 6) hour as received,
  'Тема ' || i % 7 as topic, 'Ведомство ' || i % 3 as agency, 'Обращение ' || i as text,
  year(received) as year, lpad(month(received)::varchar, 2, '0') as month from range(600) as r(i)`;
const byMonth = "partition_by (year, month), overwrite_or_ignore";

test("a data set divided by months is one table, with every row and its dates", async () => {
  const files = await written(rows, byMonth);
  expect(Object.keys(files).length).toBeGreaterThan(4);
  const { appeals, report, told } = await intake(
    { ...files, "2026-06-05/letters/_SUCCESS": "", "2026-06-05/letters/year=2026/.part.parquet.crc": "x" },
    [source],
  );
  expect(report.files).toMatchObject([{ file: "letters", encoding: "parquet", read: 600, passed: 600 }]);
  expect(told).toEqual([]);
  expect(new Set(appeals.map(({ id }) => id)).size).toBe(600);
  const last = appeals.find(({ id }) => id === "00599")!;
  expect(isoDateOfDay(last.received.day)).toBe("2026-05-31");
  expect(last.text).toBe("Обращение 599");
  const { appeals: whole } = await intake(await written(rows, "per_thread_output"), [source]);
  const said = ({ line: _, ...appeal }: (typeof appeals)[number]) => JSON.stringify(appeal);
  expect(appeals.map(said).sort()).toEqual(whole.map(said).sort());
});

test("what the folders say is a column, and a file may lack one that others have", async () => {
  const files = {
    ...(await written(
      `${rows.replace("'Тема ' || i % 7 as topic,", "")}`,
      "partition_by (agency), overwrite_or_ignore",
    )),
  };
  const { appeals } = await intake(files, [{ ...source, optional: ["topic"] }]);
  expect(appeals).toHaveLength(600);
  expect(new Set(appeals.map(({ agency }) => agency))).toEqual(new Set(["vedomstvo-0", "vedomstvo-1", "vedomstvo-2"]));
});

test("a damaged file of a data set stops it, and a folder with anything else in it is no data set", async () => {
  const files = await written(rows, byMonth);
  const [path, bytes] = Object.entries(files)[1]!;
  const cut = await intake({ ...files, [path]: bytes.subarray(0, bytes.length - 30) }, [source]);
  expect(cut.told).toEqual(["FILE_TRUNCATED 2026-06-05/letters"]);
  const mixed = await intake({ ...files, "2026-06-05/letters/notes.csv": "a;b\n1;2\n" }, [source]);
  expect(mixed.told).toContain("FILE_UNCLAIMED 2026-06-05/letters");
});
