import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { crossesItself } from "../../src/boundaries/crossings.ts";
import { drawRegion } from "../../src/boundaries/drawRegion.ts";
import { equalArea } from "../../src/boundaries/equalArea.ts";
import { pathText } from "../../src/charts/map/pathText.ts";
import { drawnRegionSchema, type DrawnRegion } from "../../src/model/regionMap.ts";
import { square, type Ring } from "./squares.ts";

const draw = (shapes: Record<string, Ring[][]>): DrawnRegion =>
  drawnRegionSchema.parse(drawRegion(new Map(Object.entries(shapes))));

/** Edges of an outline, each named whichever way it runs. */
function edgesOf(rings: readonly (readonly number[])[]): string[] {
  return rings.flatMap((numbers) => {
    const points: [number, number][] = [];
    for (let at = 0; at < numbers.length; at += 2) {
      const [x, y] = points.at(-1) ?? [0, 0];
      points.push([x + numbers[at]!, y + numbers[at + 1]!]);
    }
    return points.map((point, at) => [point.join(), points[(at + 1) % points.length]!.join()].sort().join(" "));
  });
}

/** A border of many bends from one corner to another, the same whichever side draws it. */
const bends = (from: [number, number], to: [number, number], points = 3000): Ring =>
  Array.from({ length: points + 1 }, (_, at) => {
    const share = at / points;
    const aside =
      Math.sin(share * 37) * 0.05 * Math.sin(share * Math.PI) + Math.sin(share * 400) * 0.004 * (at % points && 1);
    return [
      from[0] + (to[0] - from[0]) * share - (to[1] - from[1]) * aside,
      from[1] + (to[1] - from[1]) * share + (to[0] - from[0]) * aside,
    ];
  });

test("a border of six thousand bends stays shared when it is cut down, and the map weighs less than ten kilobytes packed", () => {
  const border = bends([45, 55], [45, 60]);
  const west: Ring = [[40, 55], ...border, [40, 60], [40, 55]];
  const east: Ring = [...border.toReversed(), [50, 55], [50, 60], [45, 60]];
  const { places } = draw({ west: [[west]], east: [[east]] });
  const [one, other] = places.map(({ rings }) => edgesOf(rings));
  const shared = one!.filter((edge) => other!.includes(edge));
  expect(shared.length).toBeGreaterThan(30);
  // All edges of either but its own three sides.
  expect(one!.length - shared.length).toBe(3);
  expect(other!.length - shared.length).toBe(3);
  expect(gzipSync(places.map(({ rings }) => pathText(rings)).join("")).length).toBeLessThan(10_000);
});

test("neither the way that rings run nor the order of places changes a byte of a map", () => {
  const shapes: Record<string, Ring[][]> = { a: [[square(40, 55)]], b: [[square(41, 55)]] };
  const turned = { b: [[square(41, 55).toReversed()]], a: [[square(40, 55).toReversed()]] };
  const set = ({ places }: DrawnRegion): string[] => places.map(({ rings }) => edgesOf(rings).sort().join()).sort();
  expect(set(draw(turned))).toEqual(set(draw(shapes)));
  expect(draw(Object.fromEntries(Object.entries(shapes).reverse()))).toEqual(draw(shapes));
});

test("a hole stays a hole, and what lies in it is drawn after what lies around it", () => {
  const { places } = draw({ city: [[square(40.3, 55.3, 0.4)]], district: [[square(40, 55), square(40.3, 55.3, 0.4)]] });
  expect(places.map(({ code }) => code)).toEqual(["district", "city"]);
  expect(places[0]!.rings).toHaveLength(2);
  expect(edgesOf(places[0]!.rings)).toEqual(expect.arrayContaining(edgesOf(places[1]!.rings)));
});

test("parts that touch, as maps cut at the date line have them, become one", () => {
  const { places, width, height } = draw({
    chukotka: [
      [square(178, 65, 2)],
      [
        [
          [-180, 65],
          [-178, 65],
          [-178, 67],
          [-180, 67],
          [-180, 65],
        ],
      ],
    ],
    other: [[square(174, 65, 4)]],
  });
  expect(places.find(({ code }) => code === "chukotka")!.rings).toHaveLength(1);
  // Eight degrees from 174° to 182°, and not three hundred and sixty.
  expect(width / height).toBeGreaterThan(0.7);
  expect(places.every(({ room }) => room > 300)).toBe(true);
});

test("a place too small to be seen gets a dot at its place, and islets beside it are left out", () => {
  const { places } = draw({
    large: [[square(40, 50, 10)], [square(52, 50, 0.001)]],
    small: [[square(45, 55, 0.002)]],
  });
  const small = places.find(({ code }) => code === "small")!;
  expect(small.dot).toBe(true);
  const large = places.find(({ code }) => code === "large")!;
  expect(large.dot).toBeUndefined();
  expect(large.rings).toHaveLength(1);
  expect(Math.abs(small.x - large.x)).toBeLessThan(100);
});

describe("areas are kept", () => {
  test.each([
    [41, 69],
    [66, 77],
    [-35, -22],
    [-3, 4],
    [-20, 20],
  ])("from %d° to %d°", (south, north) => {
    const project = equalArea({ west: 30, east: 50, south, north });
    const cell = (lat: number): number => {
      const [a, b, c, d] = (
        [
          [40, lat],
          [40.01, lat],
          [40.01, lat + 0.01],
          [40, lat + 0.01],
        ] as const
      ).map(([x, y]) => project([x, y]));
      const twice = [a!, b!, c!, d!].reduce((sum, [x, y], at, ring) => {
        const [nextX, nextY] = ring[(at + 1) % 4]!;
        return sum + x * nextY - nextX * y;
      }, 0);
      const onSphere =
        ((0.01 * Math.PI) / 180) * (Math.sin(((lat + 0.01) * Math.PI) / 180) - Math.sin((lat * Math.PI) / 180));
      return Math.abs(twice / 2) / onSphere;
    };
    for (const lat of [south, (south + north) / 2, north - 0.01]) expect(cell(lat)).toBeCloseTo(1, 3);
    // North is up.
    expect(project([40, north])[1]).toBeLessThan(project([40, south])[1]);
  });
});

test("a ring that crosses itself is found, one that only touches itself is not", () => {
  expect(
    crossesItself([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]),
  ).toBe(true);
  expect(crossesItself(square(0, 0))).toBe(false);
  expect(
    crossesItself([
      [0, 0],
      [2, 0],
      [1, 1],
      [2, 2],
      [0, 2],
      [1, 1],
      [0, 0],
    ]),
  ).toBe(false);
});

test("nothing to draw is no map", () => {
  expect(drawRegion(new Map())).toBeNull();
});
