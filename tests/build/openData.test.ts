import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { expect, inject, test } from "vitest";

/** The register at /opendata/ has the structure of the recommendations' example, and its page that of its passport. */

const oracles = resolve(import.meta.dirname, "../codebook/oracles");
const folder = join(inject("demoSite"), "opendata");
const [set] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const read = (path: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path, "utf8"), { skipEmptyLines: true }).data;
const example = (name: string): string[][] => read(join(oracles, `ru_opendata_${name}_example.csv`));

/** A property without its dates, so that two passports can be compared. */
const kindOf = (property: string): string => property.replace(/\d{8}/gu, "DATE");
/** Each kind of property once where it comes first: a set may have many versions. */
const kindsOf = (rows: readonly string[][]): string[] => [...new Set(rows.map(([property]) => kindOf(property!)))];

test("the passport has the properties of the example, in its order, each with a value of the same form", () => {
  const [ours, theirs] = [read(join(folder, set!, "meta.csv")), example("meta")];
  expect(kindsOf(ours)).toEqual(kindsOf(theirs));
  const formOf = (value: string): string =>
    /^\d{8}$/u.test(value)
      ? "date"
      : /^https?:/u.test(value)
        ? "address"
        : /^\d{10}-[\w-]+$/u.test(value)
          ? "identifier"
          : "words";
  const forms = (rows: readonly string[][]): Map<string, string> =>
    new Map(rows.map(([property, value]) => [kindOf(property!), formOf(value!)]));
  expect([...forms(ours)].sort()).toEqual([...forms(theirs)].sort());
  const text = readFileSync(join(folder, set!, "meta.csv"), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(false);
  expect(text.split("\r\n").length).toBe(text.split("\n").length);
});

test("the register and the structure have the columns of the example, and name files that are there", () => {
  const register = read(join(folder, "list.csv"));
  expect(register[0]).toEqual(example("list")[0]);
  expect(register[1]).toEqual(example("list")[1]);
  expect(register[2]![0]).toBe(set);
  const files = readdirSync(join(folder, set!));
  const structure = files.find((name) => /^structure-\d{8}\.csv$/u.test(name));
  expect(read(join(folder, set!, structure!))[0]).toEqual(example("structure")[0]);
  for (const [property, value] of read(join(folder, set!, "meta.csv")))
    if (/^(?:data|structure)-/u.test(property!)) expect(files).toContain(new URL(value!).pathname.split("/").at(-1));
});

test("the page tells the passport row by row, with the marks that a register reads", () => {
  const html = readFileSync(join(folder, set!, "index.html"), "utf8");
  const plain = (cell: string): string =>
    cell
      .replace(/<[^>]+>/gu, "")
      .replace(/&(?:#34|quot);/gu, '"')
      .replace(/&amp;/gu, "&")
      .replace(/[\s\u00a0]+/gu, " ")
      .trim();
  const rows = [...html.matchAll(/<tr[^>]*>\s*<th[^>]*>(.*?)<\/th>\s*<td([^>]*)>(.*?)<\/td>/gsu)].map(
    ([, property, , value]) => [plain(property!), plain(value!)],
  );
  expect(rows).toEqual(
    read(join(folder, set!, "meta.csv"))
      .slice(1)
      .map((row) => row.map(plain)),
  );
  expect(html).toContain('typeof="foaf:Document"');
  expect(html).toMatch(/rel="dc:conformsTo"[^>]*resource="http:\/\/opendata\.gosmonitor\.ru\/standard\/3\.0"/u);
  for (const name of [
    "identifier",
    "title",
    "description",
    "creator",
    "created",
    "modified",
    "valid",
    "subject",
    "format",
  ])
    expect(html).toContain(`property="dc:${name}"`);
});
