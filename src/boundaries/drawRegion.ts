import { feature, mergeArcs } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { DrawnPlace, DrawnRegion } from "../model/regionMap.ts";
import type { Position } from "./coordinates.ts";
import { equalArea } from "./equalArea.ts";
import { interiorOf } from "./interior.ts";
import { ringArea, wholeRing } from "./wholeRing.ts";

/** The longer side of a map; a coordinate is a whole number of it. */
const longSide = 1000;
/** Steps of the grid to which points are put before borders are compared: a tenth of a unit. */
const grid = 10 * longSide;
/** Coordinates of all outlines together: packed, four to five kilobytes. */
const mostNumbers = 4_500;
/** So many points of borders take no less than that: with more, nobody need try. */
const mostPoints = 4_000;
/** Islands and lakes smaller than this, in square units, are not seen. */
const smallestPart = 6;
/** A place smaller than this gets a dot, which is seen. */
const smallestPlace = 90;

type Polygons = Position[][][];
type Borders = Parameters<typeof presimplify>[0];

/**
 * Draws places on a plane that keeps areas, with as many points as the room allows. Borders are cut at the same points on both
 * sides (TopoJSON, Visvalingam's areas), so that neighbours touch. The same polygons give the same text.
 *
 * @param polygons of each place, by code, in degrees
 * @returns null where there is nothing to draw
 */
export function drawRegion(polygons: ReadonlyMap<string, Polygons>): DrawnRegion | null {
  const projected = onPlane(polygons);
  if (projected === null) return null;
  const { width, height, places } = projected;
  const codes = [...places.keys()].sort();
  const weighted = presimplify(
    topology(
      Object.fromEntries(
        codes.map((code) => [code, { type: "MultiPolygon" as const, coordinates: visible(places.get(code)!) }]),
      ),
      grid,
    ) as Borders,
  );
  let drawn: (DrawnPlace & { area: number })[] = [];
  const points = weighted.arcs.reduce((sum, arc) => sum + arc.length, 0);
  // Each turn keeps two thirds of the points of the one before.
  for (let kept = Math.min(1, mostPoints / points); kept * points > 1; kept *= 2 / 3) {
    const simple = kept === 1 ? weighted : simplify(weighted, quantile(weighted, kept));
    drawn = codes.map((code) => drawnPlace(code, ringsOf(simple, code), places.get(code)!));
    if (drawn.flatMap(({ rings }) => rings.flat()).length <= mostNumbers) break;
  }
  drawn.sort((a, b) => b.area - a.area || (a.code < b.code ? -1 : 1));
  return { width, height, places: drawn.map(({ area: _area, ...place }) => place) };
}

/** All points on the plane, in units of the map. */
function onPlane(polygons: ReadonlyMap<string, Polygons>) {
  const all = [...polygons.values()].flatMap((parts) => parts.flatMap((rings) => rings.flat()));
  if (all.length === 0) return null;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of all) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  // What lies on both sides of the date line is drawn in one piece.
  const isSplit = east - west > 180;
  const unrolled = (x: number): number => (isSplit && x < 0 ? x + 360 : x);
  if (isSplit) {
    [west, east] = [Infinity, -Infinity];
    for (const [x] of all) [west, east] = [Math.min(west, unrolled(x)), Math.max(east, unrolled(x))];
  }
  const project = equalArea({ west, east, south, north });
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  const flat = new Map(
    [...polygons].map(([code, parts]) => [
      code,
      parts.map((rings) =>
        rings.map((ring) =>
          ring.map(([x, y]): Position => {
            const point = project([unrolled(x), y]);
            [left, right] = [Math.min(left, point[0]), Math.max(right, point[0])];
            [top, bottom] = [Math.min(top, point[1]), Math.max(bottom, point[1])];
            return point;
          }),
        ),
      ),
    ]),
  );
  const longest = Math.max(right - left, bottom - top);
  if (!(longest > 0) || !Number.isFinite(longest)) return null;
  const scale = longSide / longest;
  const places = new Map(
    [...flat].map(([code, parts]) => [
      code,
      parts.map((rings) =>
        rings.map((ring) => ring.map(([x, y]): Position => [(x - left) * scale, (y - top) * scale])),
      ),
    ]),
  );
  return {
    width: Math.max(1, Math.ceil((right - left) * scale)),
    height: Math.max(1, Math.ceil((bottom - top) * scale)),
    places,
  };
}

/** The parts and holes that can be seen; the largest part always. */
function visible(parts: Polygons): Polygons {
  const sized = parts.map((rings) => ({ rings, area: ringArea(rings[0]!) }));
  const largest = Math.max(...sized.map(({ area }) => area));
  return sized
    .filter(({ area }) => area >= Math.min(largest, smallestPart))
    .map(({ rings: [outer, ...holes] }) => [outer!, ...holes.filter((hole) => ringArea(hole) >= smallestPart)]);
}

/** The rings of a place; parts that touch become one, so that no line runs through it. */
function ringsOf(simple: Borders, code: string): Position[][] {
  const object = simple.objects[code];
  if (object?.type !== "MultiPolygon") return [];
  const parts = object.arcs.map((arcs) => ({ type: "Polygon" as const, arcs }));
  const { geometry } = feature(simple, parts.length > 1 ? mergeArcs(simple, parts) : object);
  return geometry.coordinates.flat() as Position[][];
}

function drawnPlace(code: string, outline: Position[][], parts: Polygons): DrawnPlace & { area: number } {
  const rings = outline.flatMap((ring) => {
    const whole = wholeRing(ring);
    return whole === null ? [] : [whole];
  });
  const area = parts.reduce((sum, [outer]) => sum + ringArea(outer!), 0);
  const largest = parts.map(([outer]) => outer!).reduce((a, b) => (ringArea(b) > ringArea(a) ? b : a));
  const inside = interiorOf(rings.length === 0 ? [largest] : outline, largest);
  const dot = rings.length === 0 || area < smallestPlace;
  return { code, rings, ...inside, ...(dot && { dot }), area };
}
