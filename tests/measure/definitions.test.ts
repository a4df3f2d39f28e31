import { describe, expect, it } from "vitest";
import { definitions, shareDefinitions } from "../../src/measure/definitions.ts";
import { measureAll } from "../../src/measure/measure.ts";
import { definitionSchema, measuresSchema, monthSchema, qualitySchema, timesSchema } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { sampleColumns } from "./sampleColumns.ts";
import english from "../../src/strings/definitions.en.json" with { type: "json" };
import russian from "../../src/strings/definitions.ru.json" with { type: "json" };

describe("the definitions", () => {
  const table = definitions();

  it("cover every share that is published, and no other", () => {
    const exportDay = dayOfIsoDate("2026-10-31");
    const { measures } = measureAll(sampleColumns([{ received: exportDay }], exportDay), {
      topics: [],
      minimumShown: 1,
      exportDay,
    }).subjects[0]!.periods.all;
    const shared = Object.keys(measures).filter((name) => name in shareDefinitions);
    const defined = table.filter(({ kind }) => kind === "share").map(({ id }) => id);
    const shapes = Object.entries(measuresSchema.shape);
    const shareFields = shapes
      .filter(
        ([, schema]) => schema.safeParse({ state: "exact", value: 1, part: 1, whole: 1, low: 0, high: 1 }).success,
      )
      .map(([name]) => name);
    expect(shared.sort()).toEqual(shareFields.sort());
    expect(defined.sort()).toEqual(
      [...shareFields, ...Object.keys(qualitySchema.shape).map((name) => `quality.${name}`)].sort(),
    );
  });

  it("keep to their schema and have an id each", () => {
    for (const one of table) expect(definitionSchema.safeParse(one).error).toBeUndefined();
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
  });

  it("explain every field that a slice of the figures has", () => {
    // Fields that are told together with another one, and the names of the channels.
    const told: Record<string, string | null> = {
      channels: null,
      firstReply: "firstReply.median",
      closing: "closing.median",
      inSubstance: "inSubstance.median",
      norms: null,
      agencyClock: "agencyClock.closing.median",
      marks: "rating",
      oldestOpen: "openByAge",
      oldestOpenToWeek: "openByAge",
      outcomesAbsent: "outcomes",
      quality: "quality.closedAtOnce",
    };
    const ids = new Set(table.map(({ id }) => id));
    for (const field of Object.keys(measuresSchema.shape)) {
      const id = field in told ? told[field] : field;
      if (id !== null) expect(ids, field).toContain(id);
    }
    const ofTimes = Object.keys(timesSchema.shape).filter(
      (field) => !["n", "waiting", "never", "precision"].includes(field),
    );
    for (const event of ["firstReply", "closing", "inSubstance"])
      for (const field of ofTimes) expect(ids).toContain(`${event}.${field}`);
    for (const field of ["usual", "usualReceived"]) expect(Object.keys(monthSchema.shape)).toContain(field);
    expect(ids).toContain("months.usual");
  });

  it("name the horizon at which means are cut", () => {
    const mean = table.find(({ id }) => id === "closing.meanToHorizon")!;
    expect(mean).toMatchObject({ formula: "∫ S(t) dt, 0 ≤ t ≤ 60" });
    expect(russian["figure.closing.meanToHorizon"]).toContain("60");
  });

  it("have words in both languages, and no words are left over", () => {
    const named = table.flatMap((one) =>
      one.kind === "count" ? [one.of] : one.kind === "share" ? [one.part, one.whole] : [],
    );
    const words = [...new Set(named)].sort().map((name) => `definition.${name}`);
    const explained = table.flatMap(({ id, kind }) => [
      `figure.${id}`,
      ...(kind === "count" || kind === "share" ? [] : [`figure.${id}.text`]),
    ]);
    for (const texts of [russian, english]) expect(Object.keys(texts)).toEqual([...words, ...explained]);
  });
});
