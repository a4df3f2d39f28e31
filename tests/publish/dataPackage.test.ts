import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleCrossings } from "../words/exampleCrossings.ts";
import { exampleShifts } from "../words/exampleShifts.ts";
import { exampleWeeks } from "../words/exampleWeeks.ts";
import { exampleReplies } from "../words/exampleReplies.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import { writeTables } from "../../src/publish/downloads/writeDownloads.ts";
import { comparedFacts } from "../charts/comparedFacts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import profile from "../codebook/oracles/datapackage-2.0.json" with { type: "json" };

interface Field {
  name: string;
  type: string;
  trueValues?: string[];
  falseValues?: string[];
  constraints?: { enum?: string[]; pattern?: string; required?: boolean };
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: {
    fields: Field[];
    primaryKey?: string[];
    uniqueKeys?: string[][];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

const folder = mkdtempSync(join(tmpdir(), "otklik-package-"));
const data = join(folder, "site", "data");
let described: { resources: Resource[]; licenses: { path: string }[] };
beforeAll(async () => {
  const facts = { ...comparedFacts(), weeks: exampleWeeks(), shifts: exampleShifts() };
  writeFileSync(join(folder, "facts.json"), JSON.stringify(facts));
  writeFileSync(
    join(folder, "appeals.ndjson"),
    Array.from({ length: 40 }, (_, at) => appeal({ id: `id${at}` }))
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(""),
  );
  writeFileSync(join(folder, "crossings.json"), JSON.stringify(exampleCrossings()));
  writeFileSync(join(folder, "replies.json"), JSON.stringify(exampleReplies()));
  await writeTables(facts as unknown as StoredFacts, folder, join(folder, "site"));
  described = JSON.parse(readFileSync(join(data, "datapackage.json"), "utf8")) as typeof described;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Why a cell of a file is not what the schema of its field says. */
function fault({ type, constraints = {}, trueValues = [], falseValues = [] }: Field, cell: string): string | null {
  if (cell === "") return constraints.required ? "missing" : null;
  if (constraints.enum && !constraints.enum.includes(cell)) return `enum: ${cell}`;
  if (constraints.pattern && !new RegExp(constraints.pattern, "u").test(cell)) return `pattern: ${cell}`;
  if (type === "integer") return /^-?\d+$/u.test(cell) ? null : `integer: ${cell}`;
  if (type === "number") return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/u.test(cell) ? null : `number: ${cell}`;
  if (type === "date") return /^\d{4}-\d\d-\d\d$/u.test(cell) ? null : `date: ${cell}`;
  if (type === "yearmonth") return /^\d{4}-\d\d$/u.test(cell) ? null : `month: ${cell}`;
  if (type === "boolean") return [...trueValues, ...falseValues].includes(cell) ? null : `boolean: ${cell}`;
  return null;
}

const rowsOf = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(join(data, path), "utf8"), { header: true, skipEmptyLines: true })
    .data;

describe("the data package", () => {
  test("is one by the published profile", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    // A word for forms, no rule.
    ajv.addFormat("textarea", true);
    const validate = ajv.compile(profile);
    validate(described);
    expect(validate.errors ?? []).toEqual([]);
    expect(described.licenses).toEqual([
      expect.objectContaining({ path: "https://creativecommons.org/licenses/by/4.0/" }),
    ]);
  });

  test("names every file with its true size and hash", () => {
    expect(described.resources.length).toBeGreaterThan(20);
    for (const { path, bytes, hash } of described.resources) {
      expect(bytes, path).toBe(statSync(join(data, path)).size);
      expect(hash, path).toBe(
        `sha256:${createHash("sha256")
          .update(readFileSync(join(data, path)))
          .digest("hex")}`,
      );
    }
    expect(new Set(described.resources.map(({ name }) => name)).size).toBe(described.resources.length);
  });

  test("has a schema for every table, and our own tables are read back by it", () => {
    const tables = described.resources.filter(({ schema }) => schema !== undefined);
    expect(tables.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["agencies.csv", "appeals.csv", "months.csv"]),
    );
    for (const { path, schema } of tables) {
      const { fields, primaryKey, uniqueKeys = [], foreignKeys = [] } = schema!;
      const rows = rowsOf(path);
      const [header] = readFileSync(join(data, path), "utf8").split("\r\n", 1);
      expect(header!.split(","), path).toEqual(fields.map(({ name }) => name));
      // The example edition has no topic in one place, and no change of a usual share.
      if (!["crossings.csv", "shifts.csv"].includes(path)) expect(rows.length, path).toBeGreaterThan(0);
      const faults = rows.flatMap((row) =>
        fields.flatMap((field) => {
          const found = fault(field, row[field.name]!);
          return found === null ? [] : [`${field.name}: ${found}`];
        }),
      );
      expect([...new Set(faults)], path).toEqual([]);
      for (const key of [...(primaryKey ? [primaryKey] : []), ...uniqueKeys])
        expect(new Set(rows.map((row) => key.map((name) => row[name]).join("\n"))).size, path).toBe(rows.length);
      for (const {
        fields: [own = ""],
        reference,
      } of foreignKeys) {
        const listed = described.resources.find(({ name }) => name === reference.resource);
        expect(
          listed?.schema?.fields.map(({ name }) => name),
          path,
        ).toEqual(expect.arrayContaining(reference.fields));
        const known = new Set(rowsOf(listed!.path).map((row) => row[reference.fields[0]!]));
        const foreign = [...new Set(rows.map((row) => row[own]!))].filter((code) => code !== "" && !known.has(code));
        // The sample appeals are of another region than the facts.
        if (path !== "appeals.csv") expect(foreign, `${path} ${own}`).toEqual([]);
      }
    }
  });
});
