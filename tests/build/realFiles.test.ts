import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factsSchema } from "../../src/model/facts.ts";
import { runCommand } from "./oneProcess.ts";

const root = resolve(import.meta.dirname, "../..");
const real = [join(root, "..", "shared", "data"), join(root, "..", "..", "shared", "data")].find((folder) =>
  existsSync(folder),
);
if (real === undefined) process.stderr.write("SKIPPED: the real exports are not at hand (../shared/data)\n");

/** What a newcomer does with a file nobody here described: inspect, then check or build, and no editing. */
describe.skipIf(real === undefined)(
  `from a real export to a portal without editing${real === undefined ? " (SKIPPED: ../shared/data is not here)" : ""}`,
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "otklik-real-"));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));
    const inspected = async (file: string): Promise<string> => {
      const data = join(folder, basename(file).replace(/\..*$/, ""));
      const { code, stderr } = await runCommand("inspect", [file, "--write", "--data", data]);
      expect(code, stderr).toBe(0);
      expect((await readdir(data)).sort()).toEqual(["exports", "portal.yaml", "sources"]);
      return data;
    };

    test("every fourth row of São Paulo 156 of 2021: semicolons, Windows-1252, no numbers, no agencies", async () => {
      const file = join(folder, "sp156-2021.csv.gz");
      const rows = await everyFourth(join(real!, "sp156-2021-semicolon-cp1252.csv.gz"), file);
      const data = await inspected(file);
      const site = join(folder, "site");
      const build = await runCommand("build", ["--data", data, "--out", site]);
      expect(build.code, build.stderr).toBe(0);
      const facts = factsSchema.parse(JSON.parse(await readFile(join(site, "data", "facts.json"), "utf8")));
      expect(facts.portal).toMatchObject({ appeals: "figures-only", language: "en" });
      expect(facts.edition).toMatchObject({ published: rows, from: "2021-01-01", to: "2021-12-31" });
      const { closing, resolvedStrict } = facts.subjects[0]!.periods.all.measures;
      expect(closing).toMatchObject({ precision: "day", median: { state: "exact" } });
      expect(resolvedStrict).toEqual({ state: "missing", reason: "not-recorded" });
      expect(await readFile(join(site, "data", "index.html"), "utf8")).toContain('id="completeness"');
    });

    test("São Paulo 156 of the last year: Parquet, thousands of identical rows that are appeals of their own", async () => {
      const file = join(folder, "sp156.parquet");
      const [rows, different] = await lastYear(join(real!, "sp156-all.parquet"), file);
      expect(rows! - different!).toBeGreaterThan(5000);
      const check = await runCommand("check", ["--data", await inspected(file)]);
      expect(check.code, check.stderr).toBe(0);
      expect(check.stderr).toContain(`appeals: ${rows!.toLocaleString("en")}; withdrawn: 0`);
    });
  },
);

/** Copies the header and every fourth row into a file. No cell of this export goes over a line. @returns how many rows */
async function everyFourth(all: string, file: string): Promise<number> {
  const lines = gunzipSync(await readFile(all))
    .toString("latin1")
    .trimEnd()
    .split("\n");
  const some = lines.filter((_line, at) => at === 0 || at % 4 === 1);
  await writeFile(file, gzipSync(Buffer.from(`${some.join("\n")}\n`, "latin1")));
  return some.length - 1;
}

/** Copies the rows of 2023 into a file. @returns how many they are, and how many of them differ from each other */
async function lastYear(all: string, file: string): Promise<number[]> {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    await connection.run(
      `COPY (SELECT * FROM '${all}' WHERE "Data de abertura" >= DATE '2023-01-01') TO '${file}' (FORMAT parquet)`,
    );
    const counted = await connection.runAndReadAll(
      `SELECT (SELECT count(*) FROM '${file}')::INTEGER, (SELECT count(*) FROM (SELECT DISTINCT * FROM '${file}'))::INTEGER`,
    );
    return counted.getRows()[0] as number[];
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}
