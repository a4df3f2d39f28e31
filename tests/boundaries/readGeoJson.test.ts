import { describe, expect, test } from "vitest";
import { readGeoJson } from "../../src/boundaries/readGeoJson.ts";
import { collection, featureOf, polygon, square } from "./squares.ts";

const whole = featureOf(polygon(square(40, 55)), { code: "a" });
const edge = 20_037_508.342789244;

describe("what cannot be used is a fault, never a stop", () => {
  test.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["null", "null"],
    ["a geometry without a feature", JSON.stringify(polygon(square(40, 55)))],
    ["TopoJSON", JSON.stringify({ type: "Topology", objects: {}, arcs: [] })],
    ["a collection of nothing", JSON.stringify({ type: "FeatureCollection", features: null })],
  ])("%s is unreadable", (_, text) => {
    expect(readGeoJson(text)).toEqual({ shapes: [], faults: [{ code: "MAP_UNREADABLE", records: [] }] });
  });

  test.each([
    ["none", null],
    ["undefined", undefined],
    ["a word", "here"],
    ["a point", { type: "Point", coordinates: [40, 55] }],
    ["a line", { type: "LineString", coordinates: square(40, 55) }],
    ["no coordinates", { type: "Polygon" }],
    ["no rings", { type: "Polygon", coordinates: [] }],
    ["coordinates of another depth", { type: "Polygon", coordinates: square(40, 55) }],
    [
      "texts for numbers",
      {
        type: "Polygon",
        coordinates: [
          [
            ["40", "55"],
            ["41", "55"],
            ["41", "56"],
          ],
        ],
      },
    ],
    [
      "two points",
      polygon([
        [40, 55],
        [41, 55],
        [40, 55],
      ]),
    ],
    [
      "one point many times",
      polygon([
        [40, 55],
        [40, 55],
        [40, 55],
        [40, 55],
      ]),
    ],
    ["an empty collection", { type: "GeometryCollection", geometries: [] }],
  ])("a feature with the geometry: %s has no shape, and the others have", (_, geometry) => {
    const { shapes, faults } = readGeoJson(collection([whole, featureOf(geometry), null]));
    expect(shapes.map(({ at }) => at)).toEqual([1]);
    expect(faults).toEqual([{ code: "MAP_SHAPE_EMPTY", records: [2, 3] }]);
  });

  test("a collection inside collections without end is no shape", () => {
    let geometry = polygon(square(40, 55));
    for (let depth = 0; depth < 50; depth += 1) geometry = { type: "GeometryCollection", geometries: [geometry] };
    expect(readGeoJson(collection([whole, featureOf(geometry)])).faults).toEqual([
      { code: "MAP_SHAPE_EMPTY", records: [2] },
    ]);
  });
});

describe("coordinates", () => {
  test("of one feature beyond all degrees leave that feature out", () => {
    const { shapes, faults } = readGeoJson(collection([whole, whole, featureOf(polygon(square(40, 95)))]));
    expect(shapes.map(({ at }) => at)).toEqual([1, 2]);
    expect(faults).toEqual([{ code: "MAP_COORDINATES", records: [3] }]);
  });

  test("of most features beyond all degrees are no degrees", () => {
    const metres = featureOf(polygon(square(4_000_000, 7_000_000, 1000)));
    expect(readGeoJson(collection([metres, metres, whole])).faults).toEqual([{ code: "MAP_CRS", records: [] }]);
  });

  test.each(["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])(
    "in %s are read as they are",
    (name) => {
      const { shapes, faults } = readGeoJson(collection([whole], { crs: { type: "name", properties: { name } } }));
      expect(faults).toEqual([]);
      expect(shapes[0]!.polygons[0]![0]).toEqual(square(40, 55));
    },
  );

  test.each(["urn:ogc:def:crs:EPSG::3857", "EPSG:900913"])("in %s become degrees", (name) => {
    const shape = featureOf(
      polygon([
        [0, 0],
        [edge / 2, 0],
        [edge / 2, edge],
        [0, 0],
      ]),
    );
    const { shapes, faults } = readGeoJson(collection([shape], { crs: { type: "name", properties: { name } } }));
    expect(faults).toEqual([]);
    const [first, second, third] = shapes[0]!.polygons[0]![0]!;
    expect(first).toEqual([0, 0]);
    expect(second![0]).toBeCloseTo(90, 9);
    // The edge of Web Mercator (EPSG Guidance Note 7-2).
    expect(third![1]).toBeCloseTo(85.0511287798, 9);
  });

  test.each([
    [{ type: "name", properties: { name: "urn:ogc:def:crs:EPSG::28408" } }],
    [{ type: "link", properties: { href: "here" } }],
    ["EPSG:43260"],
  ])("in another system (%j) are not guessed", (crs) => {
    expect(readGeoJson(collection([whole], { crs })).faults).toEqual([{ code: "MAP_CRS", records: [] }]);
  });
});

test("rings that are not closed, or stand still, or have heights are read; holes and parts are kept", () => {
  const open = square(40, 55).slice(0, -1);
  const twice = square(50, 55).flatMap((point) => [point, point]);
  const high = square(60, 55).map(([x, y]) => [x, y, 120]);
  const parts = { type: "MultiPolygon", coordinates: [[square(70, 55), square(70.2, 55.2, 0.2)], [square(80, 55)]] };
  const shapes = [polygon(open), polygon(twice), polygon(high as never), parts].map((geometry) => featureOf(geometry));
  const read = readGeoJson(collection(shapes));
  expect(read.faults).toEqual([]);
  expect(read.shapes.map(({ polygons }) => polygons)).toEqual([
    [[square(40, 55)]],
    [[square(50, 55)]],
    [[square(60, 55)]],
    [[square(70, 55), square(70.2, 55.2, 0.2)], [square(80, 55)]],
  ]);
});

test("labels are the identifier and all properties that are texts or numbers", () => {
  const { shapes } = readGeoJson(
    collection([{ ...whole, id: 7, properties: { name: "A", oktmo: 12, more: { name: "B" }, none: null } }]),
  );
  expect([...shapes[0]!.labels]).toEqual([
    ["id", "7"],
    ["name", "A"],
    ["oktmo", "12"],
  ]);
});
