import { describe, expect, test } from "vitest";
import { mapOfRegion } from "../../src/flow/mapOfRegion.ts";
import { portalSchema } from "../../src/model/portal.ts";
import { collection, featureOf, polygon, square } from "../boundaries/squares.ts";

const portal = portalSchema.parse({
  title: "Портал",
  region: { name: "Край", in: "в крае", of: "края" },
  timeZone: "UTC",
  address: "https://example.org/",
  publisher: { name: "Пресс-служба", email: "press@example.org" },
  map: { attribution: "придуманы" },
});
const place = (
  code: string,
  name: string,
  more: { parent?: string; population?: number; aliases?: string[] } = {},
) => ({
  code,
  name,
  parent: more.parent ?? null,
  population: "population" in more ? (more.population ?? null) : 1000,
  aliases: more.aliases ?? [],
});
const places = [
  place("ozersk", "город Озёрск", { aliases: ["Озёрск"] }),
  place("luga", "Лужский район"),
  place("selo", "село Луга", { parent: "luga" }),
];
const named = (label: unknown, west: number) => featureOf(polygon(square(west, 55)), { name: label });
const both = [named("ОЗЕРСК", 40), named(" лужский  район ", 41)];
const told = (boundaries: string | null, tiles: { code: string; row: number; column: number }[] = []) =>
  mapOfRegion({ boundaries, tiles, portal }, { places });

test("a portal with neither boundaries nor tiles is told nothing", () => {
  expect(told(null)).toEqual({ shapes: null, tiles: [], codes: [], findings: [] });
});

test("places are found by name whatever its case, spaces, ё and е", () => {
  const { shapes, codes, findings } = told(collection(both));
  expect(findings).toEqual([]);
  expect(codes).toEqual(["luga", "ozersk"]);
  expect(shapes!.places).toHaveLength(2);
});

describe("findings have a code and a place, and what is right is drawn all the same", () => {
  test.each([
    ["a feature that is no place", [...both, named("Другой", 42)], { code: "MAP_PLACE_UNKNOWN", record: 3 }],
    [
      "two of them",
      [...both, named("X", 42), named("Y", 43)],
      { code: "MAP_PLACE_UNKNOWN", record: 3, records: [3, 4], count: 2 },
    ],
    ["a feature without a geometry", [...both, featureOf(null, { name: "X" })], { code: "MAP_SHAPE_EMPTY", record: 3 }],
    ["one beyond the poles", [...both, featureOf(polygon(square(40, 120)))], { code: "MAP_COORDINATES", record: 3 }],
    ["a place inside another", [...both, named("село Луга", 41)], { code: "MAP_PLACE_NESTED", record: 3 }],
    [
      "a ring that crosses itself",
      [
        both[1],
        featureOf(
          polygon([
            [40, 55],
            [41, 56],
            [41, 55],
            [40, 56],
            [40, 55],
          ]),
          { name: "Озёрск" },
        ),
      ],
      { code: "MAP_SHAPE_CROSSES", record: 2 },
    ],
  ])("%s", (_, features, finding) => {
    const { shapes, findings } = told(collection(features));
    expect(findings).toEqual([{ file: "boundaries.geojson", ...finding }]);
    expect(shapes!.places.map(({ code }) => code).sort()).toEqual(["luga", "ozersk"]);
  });

  test("a place that the file lacks is named, and stays among the places", () => {
    const { codes, findings } = told(collection([both[0]]));
    expect(findings).toEqual([
      { code: "MAP_PLACE_LACKING", file: "boundaries.geojson", column: "luga, selo", count: 2 },
    ]);
    expect(codes).toEqual(["luga", "ozersk"]);
  });

  test("what is no GeoJSON, or in no degrees, draws nothing and stops nothing", () => {
    expect(told("<kml/>").findings).toEqual([{ code: "MAP_UNREADABLE", file: "boundaries.geojson", record: 1 }]);
    const metres = featureOf(polygon(square(7e6, 8e6, 1e4)), { name: "Озёрск" });
    expect(told(collection([metres]))).toMatchObject({ shapes: null, codes: [], findings: [{ code: "MAP_CRS" }] });
  });

  test("boundaries of which nobody has said whose they are", () => {
    const { findings } = mapOfRegion(
      { boundaries: collection(both), portal: { ...portal, map: undefined } },
      { places },
    );
    expect(findings).toEqual([{ code: "MAP_ATTRIBUTION", file: "boundaries.geojson" }]);
  });

  test("a place of the map without residents", () => {
    const few = [places[0]!, place("luga", "Лужский район", { population: undefined })];
    const { findings } = mapOfRegion({ boundaries: collection(both), portal }, { places: few });
    expect(findings).toEqual([
      { code: "MAP_POPULATION_LACKING", file: "vocabulary/places.csv", column: "luga", count: 1 },
    ]);
  });

  test("tiles: no such place, a place twice, a square twice; the others are laid", () => {
    const { tiles, findings } = told(null, [
      { code: "ozersk", row: 1, column: 1 },
      { code: "X", row: 1, column: 2 },
      { code: "ozersk", row: 2, column: 2 },
      { code: "luga", row: 1, column: 1 },
      { code: "Лужский район", row: 1, column: 2 },
    ]);
    expect(tiles.map(({ code }) => code)).toEqual(["ozersk", "luga"]);
    expect(findings).toEqual([
      { code: "MAP_PLACE_UNKNOWN", file: "tiles.csv", line: 3 },
      { code: "MAP_TILE_TAKEN", file: "tiles.csv", line: 4 },
      { code: "MAP_TILE_TAKEN", file: "tiles.csv", line: 5 },
    ]);
  });
});

test("a name that two places have is no place, and the property that finds the most places decides", () => {
  const twins = [place("a", "село Луга"), place("b", "село Луга"), place("c", "Озёрск")];
  const features = [
    featureOf(polygon(square(40, 55)), { code: "a", centre: "Озёрск" }),
    featureOf(polygon(square(41, 55)), { code: "b", centre: "Озёрск" }),
    featureOf(polygon(square(42, 55)), { code: "c", centre: "Озёрск" }),
    featureOf(polygon(square(43, 55)), { name: "село Луга" }),
  ];
  const { shapes, findings } = mapOfRegion({ boundaries: collection(features), portal }, { places: twins });
  expect(shapes!.places.map(({ code }) => code).sort()).toEqual(["a", "b", "c"]);
  expect(findings).toEqual([{ code: "MAP_PLACE_UNKNOWN", file: "boundaries.geojson", record: 4 }]);
});
