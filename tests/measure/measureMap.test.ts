import { expect, test } from "vitest";
import { measureAll } from "../../src/measure/measure.ts";
import type { MapContext } from "../../src/measure/mapContext.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import type { MapFigure, MappedPlace } from "../../src/model/regionMap.ts";
import { sampleColumns, type SampleAppeal } from "./sampleColumns.ts";

const exportDay = dayOfIsoDate("2026-10-31");
const received = dayOfIsoDate("2026-03-10");
const codes = ["a", "b", "c", "d", "e", "f"];

/** So many appeals of each place, answered in time or not. */
const appealsOf = (counts: Record<string, number>, more: Partial<SampleAppeal> = {}): SampleAppeal[] =>
  Object.entries(counts).flatMap(([place, count]) =>
    Array.from({ length: count }, (_, at) => ({
      place,
      topic: "roads",
      agency: "one",
      received,
      replyNorm: 10,
      reply: at % 5 === 0 ? 20 : 3,
      ...more,
    })),
  );

function mapOf(appeals: SampleAppeal[], map: Partial<MapContext> = {}): MapFigure[] {
  const { mapFigures } = measureAll(sampleColumns(appeals, exportDay), {
    topics: [
      { code: "roads", parent: null },
      { code: "secret", parent: null },
      { code: "part", parent: "secret" },
    ],
    places: [{ code: "village", parent: "a" }, ...codes.map((code) => ({ code, parent: null }))],
    minimumShown: 5,
    minimumCompared: 30,
    exportDay,
    map: {
      codes,
      populations: new Map(codes.map((code) => [code, 10_000])),
      sensitiveTopics: ["secret"],
      shown: 5,
      ...map,
    },
  });
  return mapFigures!;
}
const figureOf = (figures: MapFigure[], figure: string, topic = ""): MapFigure | undefined =>
  figures.find((one) => one.figure === figure && one.topic === topic);
const placeOf = (figure: MapFigure | undefined, code: string): MappedPlace =>
  figure!.places.find((place) => place.code === code)!;

test("a portal without a map is measured none", () => {
  const columns = sampleColumns(appealsOf({ a: 10 }), exportDay);
  expect(measureAll(columns, { topics: [], minimumShown: 5, exportDay }).mapFigures).toBeUndefined();
});

test("a rate is appeals of twelve months per 1,000 residents, those of places inside counted, with Garwood's interval", () => {
  const old = appealsOf({ a: 50 }, { received: dayOfIsoDate("2024-03-10") });
  const rate = figureOf(mapOf([...appealsOf({ a: 8, village: 2, b: 100, c: 100 }), ...old]), "perThousand");
  // Exact 95 % limits of a Poisson mean of which 10 were seen: 4.7954 and 18.3904 (Garwood 1936).
  expect(placeOf(rate, "a").value).toEqual({
    part: 10,
    whole: 10_000,
    value: 1,
    low: 0.4795,
    high: 1.839,
    position: null,
  });
  expect(rate!.common).toBe(3.5);
});

test("too few appeals, or unknown residents, are no rate; and never a plain number", () => {
  const rate = figureOf(
    mapOf(appealsOf({ a: 4, b: 5, c: 50 }), {
      populations: new Map([
        ["a", 100],
        ["b", 100],
        ["c", 100],
      ]),
    }),
    "perThousand",
  );
  expect(placeOf(rate, "a")).toEqual({ code: "a", value: null, reason: "too-few" });
  expect(placeOf(rate, "b").value!.value).toBe(50);
  expect(placeOf(rate, "d")).toEqual({ code: "d", value: null, reason: "no-residents" });
});

test("a place lies outside where its count is beyond what the scatter of all explains; one with few appeals is not placed", () => {
  const positions = (counts: Record<string, number>) =>
    Object.fromEntries(
      figureOf(mapOf(appealsOf(counts)), "perThousand")!.places.map(({ code, value }) => [code, value?.position]),
    );
  // Of places so unlike each other nothing can be said: the limits allow for it.
  expect(positions({ a: 1400, b: 200, c: 700, d: 90, e: 1000, f: 10 })).toEqual({
    a: "at",
    b: "at",
    c: "at",
    d: "at",
    e: "at",
    f: null,
  });
  const twenty = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at}`, 400 + (at % 5)]));
  const columns = sampleColumns(appealsOf({ ...twenty, p3: 800, p4: 100 }), exportDay);
  const { mapFigures } = measureAll(columns, {
    topics: [],
    places: Object.keys(twenty).map((code) => ({ code, parent: null })),
    minimumShown: 5,
    minimumCompared: 30,
    exportDay,
    map: {
      codes: Object.keys(twenty),
      populations: new Map(Object.keys(twenty).map((code) => [code, 10_000])),
      sensitiveTopics: [],
      shown: 5,
    },
  });
  const outside = mapFigures![0]!.places.filter(({ value }) => value!.position !== "at");
  expect(outside.map(({ code, value }) => [code, value!.position])).toEqual([
    ["p3", "above"],
    ["p4", "below"],
  ]);
});

test("a topic has a map where two thirds of the places have enough appeals; a sensitive one has none, nor has what lies under it", () => {
  const four = { a: 10, b: 10, c: 10, d: 10 };
  const topics = (appeals: SampleAppeal[]) => mapOf(appeals).map(({ figure, topic }) => `${figure} ${topic}`.trim());
  expect(topics(appealsOf(four))).toEqual(["perThousand", "perThousand roads"]);
  expect(topics(appealsOf({ a: 10, b: 10, c: 10 }))).toEqual(["perThousand"]);
  expect(topics([...appealsOf(four, { topic: "secret" }), ...appealsOf(four, { topic: "part" })])).toEqual([
    "perThousand",
  ]);
});

test("the share in time is adjusted as between agencies: with one mix of topics for all, it is the plain share", () => {
  const share = figureOf(mapOf(appealsOf({ a: 100, b: 100, c: 100, d: 100, e: 100, f: 10 })), "answeredInNorm");
  expect(share!.common).toBe(0.8);
  expect(placeOf(share, "a").value).toMatchObject({ part: 80, whole: 100, value: 0.8, position: "at" });
  expect(placeOf(share, "f")).toEqual({ code: "f", value: null, reason: "too-few" });
  const { low, high } = placeOf(share, "a").value!;
  // 80 seen: 63.4 to 99.6 by Garwood, of 80 expected.
  expect([low, high].map((limit) => Math.round(limit * 1000) / 1000)).toEqual([0.634, 0.996]);
});
