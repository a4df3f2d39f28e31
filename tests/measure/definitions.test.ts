import { describe, expect, it } from "vitest";
import { definitions, shareDefinitions } from "../../src/measure/definitions.ts";
import { measureAll } from "../../src/measure/measure.ts";
import { definitionSchema, measuresSchema, qualitySchema } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns } from "./sampleColumns.ts";
import english from "../../src/strings/definitions.en.json" with { type: "json" };
import russian from "../../src/strings/definitions.ru.json" with { type: "json" };

describe("the definitions", () => {
  const table = definitions();

  it("cover every share that is published, and no other", () => {
    const exportDay = dayOfIsoDate("2026-10-31");
    const { measures } = measureAll(sampleColumns([{ received: exportDay }], exportDay), { topics: [], minimumShown: 1, exportDay }).subjects[0]!.periods.all;
    const shared = Object.keys(measures).filter((name) => name in shareDefinitions);
    const defined = table.filter(({ kind }) => kind === "share").map(({ id }) => id);
    const shapes = Object.entries(measuresSchema.shape);
    const shareFields = shapes.filter(([, schema]) => schema.safeParse({ state: "exact", value: 1, part: 1, whole: 1, low: 0, high: 1 }).success).map(([name]) => name);
    expect(shared.sort()).toEqual(shareFields.sort());
    expect(defined.sort()).toEqual([...shareFields, ...Object.keys(qualitySchema.shape).map((name) => `quality.${name}`)].sort());
  });

  it("keep to their schema and have an id each", () => {
    for (const one of table) expect(definitionSchema.safeParse(one).error).toBeUndefined();
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
  });

  it("have words in both languages, and no words are left over", () => {
    const named = table.flatMap((one) => (one.kind === "count" ? [one.of] : one.kind === "share" ? [one.part, one.whole] : []));
    const keys = [...new Set(named)].sort().map((name) => `definition.${name}`);
    expect(Object.keys(russian)).toEqual(keys);
    expect(Object.keys(english)).toEqual(keys);
  });
});
