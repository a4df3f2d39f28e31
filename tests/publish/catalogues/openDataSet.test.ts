import { expect, test } from "vitest";
import { openDataSet } from "../../../src/codebook/openDataSet.ts";
import type { Editions } from "../../../src/model/editions.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";

const example = exampleFacts();
const publisher = { ...example.portal.publisher, inn: "7700000000", phone: "+70000000000" };
const facts = { ...example, portal: { ...example.portal, publisher } };
const editions = { editions: [{ date: "2026-09-30" }, { date: "2026-10-31" }] } as unknown as Editions;

// The properties of shared/oracles/format/ru_opendata_meta_example.csv, with two versions instead of one.
test("the passport has the properties of the recommendations, in their order, with every version, the newest first", () => {
  const { passport, id } = openDataSet(facts, editions)!;
  const data = ["data-20261031-structure-20261130", "data-20260930-structure-20261130"];
  expect(passport.map(([property]) => property)).toEqual([
    ...["standardversion", "identifier", "title", "description", "creator", "created", "modified", "subject", "format"],
    ...data,
    ...["structure-20261130", "provenance", "valid", "publishername", "publisherphone", "publishermbox"],
  ]);
  const told = Object.fromEntries(passport);
  expect(id).toBe("7700000000-figures");
  expect(told).toMatchObject({
    standardversion: "http://opendata.gosmonitor.ru/standard/3.0",
    identifier: id,
    created: "20260930",
    modified: "20261031",
    valid: "20271031",
    [data[0]!]: `https://example.org/otklik/opendata/${id}/${data[0]}.csv`,
  });
});

test("the structure tells every column in both languages and its format", () => {
  const [head, ...rows] = openDataSet(facts, editions)!.structure;
  expect(head).toEqual(["field name", "english description", "russian description", "format"]);
  expect(rows.map(([name]) => name)).toEqual([
    "agency",
    "channel",
    "figure",
    "from",
    "to",
    "state",
    "value",
    "of",
    "value_reason",
  ]);
  expect(rows.map(([, , , format]) => format)).toEqual([
    ...Array<string>(3).fill("string"),
    "date",
    "date",
    "string",
    "decimal",
    "integer",
    "string",
  ]);
  for (const row of rows) for (const cell of row) expect(cell).not.toBe("");
});

test("without an INN there is no register", () => {
  expect(openDataSet(example, editions)).toBeNull();
});
