import { coordinatesOf, type Position } from "./coordinates.ts";

/** A feature of a file of boundaries: what it says of itself, and its polygons in degrees. */
export interface Shape {
  /** 1-based number in the file. */
  at: number;
  /** Its identifier and its properties, as texts, by name. */
  labels: ReadonlyMap<string, string>;
  /** Polygons, each an outer ring and its holes; rings are closed and have an area. */
  polygons: Position[][][];
}

/** What is wrong with a file of boundaries, with the features that it is about. */
export interface ShapeFault {
  code: "MAP_UNREADABLE" | "MAP_CRS" | "MAP_COORDINATES" | "MAP_SHAPE_EMPTY";
  records: number[];
}

/** Collections of geometries may stand inside each other; deeper than this, nobody meant it. */
const deepest = 4;

/**
 * Reads boundaries as GeoJSON (RFC 7946), and as it was written before: with a `crs` member, rings of any direction, unclosed
 * rings. It never throws: what cannot be used is a fault.
 */
export function readGeoJson(text: string): { shapes: Shape[]; faults: ShapeFault[] } {
  const data = parsed(text);
  const features = data === null ? null : featuresOf(data);
  if (data === null || features === null) return { shapes: [], faults: [{ code: "MAP_UNREADABLE", records: [] }] };
  const raw = features.map((feature, index) => ({ at: index + 1, feature, polygons: polygonsOf(feature["geometry"]) }));
  const toDegrees = coordinatesOf(
    data["crs"],
    raw.map(({ polygons }) => polygons),
  );
  if (toDegrees === null) return { shapes: [], faults: [{ code: "MAP_CRS", records: [] }] };
  const shapes: Shape[] = [];
  const [outside, empty]: number[][] = [[], []];
  for (const { at, feature, polygons } of raw) {
    const placed = polygons.map((rings) => rings.map((ring) => ring.map(toDegrees)));
    if (placed.flat(2).some((position) => position === null)) {
      outside!.push(at);
      continue;
    }
    const kept = (placed as Position[][][])
      .map((rings) => rings.map(closedRing))
      .flatMap(([outer, ...holes]) =>
        outer === undefined || outer === null ? [] : [[outer, ...holes.filter((hole) => hole !== null)]],
      );
    if (kept.length === 0) empty!.push(at);
    else shapes.push({ at, labels: labelsOf(feature), polygons: kept });
  }
  return {
    shapes,
    faults: [
      ...(outside!.length > 0 ? [{ code: "MAP_COORDINATES" as const, records: outside! }] : []),
      ...(empty!.length > 0 ? [{ code: "MAP_SHAPE_EMPTY" as const, records: empty! }] : []),
    ],
  };
}

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): Members | null {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : null;
  } catch {
    return null;
  }
}

/** null where it is no GeoJSON that can hold boundaries. What stands among features and is none has no shape. */
function featuresOf(data: Members): Members[] | null {
  if (data["type"] === "Feature") return [data];
  if (data["type"] !== "FeatureCollection" || !Array.isArray(data["features"])) return null;
  return data["features"].map((feature: unknown) => (isObject(feature) ? feature : {}));
}

/** Every polygon of a geometry with the positions that can be read at all; none of what has no area. */
function polygonsOf(geometry: unknown, depth = 0): Position[][][] {
  if (!isObject(geometry) || depth > deepest) return [];
  const { type, coordinates, geometries } = geometry;
  if (type === "GeometryCollection" && Array.isArray(geometries))
    return geometries.flatMap((one) => polygonsOf(one, depth + 1));
  if (!Array.isArray(coordinates)) return [];
  if (type === "Polygon") return [ringsOf(coordinates)];
  return type === "MultiPolygon" ? coordinates.filter(Array.isArray).map(ringsOf) : [];
}

const ringsOf = (rings: unknown[]): Position[][] =>
  rings.filter(Array.isArray).map((ring) =>
    ring.flatMap((position: unknown): Position[] => {
      if (!Array.isArray(position)) return [];
      const [x, y] = position as unknown[];
      return typeof x === "number" && typeof y === "number" ? [[x, y]] : [];
    }),
  );

/** A ring without repeated points that ends where it begins; null where it encloses nothing. */
function closedRing(ring: readonly (Position | null)[]): Position[] | null {
  const points: Position[] = [];
  for (const point of ring as Position[]) {
    const last = points.at(-1);
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) points.push([...first]);
  return points.length < 4 ? null : points;
}

function labelsOf(feature: Members): Map<string, string> {
  const labels = new Map<string, string>();
  const add = (name: string, value: unknown): void => {
    if (typeof value === "string" || typeof value === "number") labels.set(name, String(value));
  };
  add("id", feature["id"]);
  if (isObject(feature["properties"]))
    for (const [name, value] of Object.entries(feature["properties"])) add(name, value);
  return labels;
}
