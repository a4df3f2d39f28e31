import { places } from "./places.ts";
import { populations } from "./populations.ts";

/**
 * Boundaries of the invented region: a piece of land in the middle of an ocean, cut into its municipalities by lines that
 * neighbours share. Nothing of it is taken from a real map, and nothing of it is left to chance.
 */

type Point = readonly [number, number];

/** Squares of the land from west to east and from north to south; corners are moved about, edges bent. */
const columns = 40;
const rows = 30;
const west = -38;
const north = 55;
const step = { east: 0.3, south: 0.18 };

/** A number between 0 and 1 that belongs to these numbers alone. */
function scattered(...numbers: number[]): number {
  let hash = 2166136261;
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number + 977), 16777619);
    hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  }
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Cities lie inside the districts, small and dense; the districts share the land. */
const isCity = (name: string): boolean => name.startsWith("город ");
const cities = places.filter(({ name }) => isCity(name));
const districts = places.filter(({ name }) => !isCity(name));

/** Where the middle of each place lies, in squares: on a spiral, so that none lies on another. */
function middles(of: readonly { code: string }[], turn: number): Map<string, Point> {
  return new Map(
    of.map(({ code }, at) => {
      const distance = Math.sqrt((at + 0.5) / of.length);
      const angle = at * 2.399963 + turn;
      return [
        code,
        [columns / 2 + Math.cos(angle) * distance * columns * 0.42, rows / 2 + Math.sin(angle) * distance * rows * 0.4],
      ];
    }),
  );
}

/** Which place each square belongs to; null: the sea. */
function land(): (string | null)[][] {
  const seats = [...middles(districts, 0.4)];
  const squares = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column): string | null => {
      const [x, y] = [(column + 0.5 - columns / 2) / (columns / 2), (row + 0.5 - rows / 2) / (rows / 2)];
      const coast = 0.88 + 0.09 * Math.sin(5 * Math.atan2(y, x) + 1) + 0.04 * Math.sin(11 * Math.atan2(y, x));
      if (Math.hypot(x, y) > coast) return null;
      const near = seats.map(([code, [east, south]], at) => ({
        code,
        far: Math.hypot(column + 0.5 - east, (row + 0.5 - south) * 1.15) + scattered(column, row, at) * 1.1,
      }));
      return near.reduce((a, b) => (b.far < a.far ? b : a)).code;
    }),
  );
  for (const [code, [east, south]] of middles(cities, 1.9)) {
    const reach = 0.9 + Math.sqrt((populations[code] ?? 0) / 312_400) * 1.2;
    squares.forEach((line, row) =>
      line.forEach((square, column) => {
        if (square !== null && Math.hypot(column + 0.5 - east, row + 0.5 - south) <= reach) line[column] = code;
      }),
    );
  }
  return squares;
}

/** Rings of a place along the edges of its squares, the place on the right hand. */
function ringsAround(squares: readonly (readonly (string | null)[])[], code: string): Point[][] {
  const isOwn = (column: number, row: number): boolean => squares[row]?.[column] === code;
  const next = new Map<string, Point[]>();
  const key = ([x, y]: Point): string => `${x} ${y}`;
  const add = (from: Point, to: Point): void => void next.set(key(from), [...(next.get(key(from)) ?? []), to]);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (!isOwn(column, row)) continue;
      if (!isOwn(column, row - 1)) add([column, row], [column + 1, row]);
      if (!isOwn(column + 1, row)) add([column + 1, row], [column + 1, row + 1]);
      if (!isOwn(column, row + 1)) add([column + 1, row + 1], [column, row + 1]);
      if (!isOwn(column - 1, row)) add([column, row + 1], [column, row]);
    }
  const rings: Point[][] = [];
  for (let start = next.keys().next().value; start !== undefined; start = next.keys().next().value) {
    const [x, y] = start.split(" ").map(Number);
    const ring: Point[] = [[x!, y!]];
    for (;;) {
      const at = ring.at(-1)!;
      const ways = next.get(key(at))!;
      const before = ring.at(-2);
      // Where two squares touch at a corner alone, the way turns right: rings do not cross themselves.
      const turned =
        ways.find(
          ([toX, toY]) =>
            before !== undefined && (at[0] - before[0]) * (toY - at[1]) - (at[1] - before[1]) * (toX - at[0]) > 0,
        ) ?? ways[0]!;
      if (ways.length === 1) next.delete(key(at));
      else
        next.set(
          key(at),
          ways.filter((way) => way !== turned),
        );
      if (key(turned) === start) break;
      ring.push(turned);
    }
    rings.push(ring);
  }
  return rings;
}

/** A corner of the squares on the invented land, in degrees. */
function placed([x, y]: Point): Point {
  const moved = (which: number): number => (scattered(x, y, which) - 0.5) * 0.62;
  return [west + (x + moved(1)) * step.east, north - (y + moved(2)) * step.south];
}

/** The points between two corners, the same for both sides of the line. */
function bent(from: Point, to: Point): Point[] {
  const isTurned = from[0] > to[0] || from[1] > to[1];
  const [a, b] = isTurned ? [to, from] : [from, to];
  const [start, end] = [placed(a), placed(b)];
  const points = [0.33, 0.66].map((share, at): Point => {
    const aside = (scattered(a[0], a[1], b[0], b[1], at) - 0.5) * 0.3;
    return [
      start[0] + (end[0] - start[0]) * share - (end[1] - start[1]) * aside,
      start[1] + (end[1] - start[1]) * share + (end[0] - start[0]) * aside,
    ];
  });
  return isTurned ? points.reverse() : points;
}

const written = ([x, y]: Point): number[] => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4];

function lineOf(ring: readonly Point[]): number[][] {
  const line = ring.flatMap((from, at) => [placed(from), ...bent(from, ring[(at + 1) % ring.length]!)].map(written));
  return [...line, line[0]!];
}

const areaOf = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/** A feature for each municipality, under its name. */
function boundariesGeoJson(): string {
  const squares = land();
  const features = places.flatMap(({ code, name }) => {
    const rings = ringsAround(squares, code);
    // With y downwards, outlines run one way and holes the other.
    const outer = rings.filter((ring) => areaOf(ring) > 0);
    const holes = rings.filter((ring) => areaOf(ring) < 0);
    if (outer.length === 0) return [];
    const [largest, ...others] = [...outer].sort((a, b) => areaOf(b) - areaOf(a));
    const polygons = [[largest!, ...holes], ...others.map((ring) => [ring])].map((part) => part.map(lineOf));
    const geometry =
      polygons.length === 1
        ? { type: "Polygon", coordinates: polygons[0] }
        : { type: "MultiPolygon", coordinates: polygons };
    return [JSON.stringify({ type: "Feature", properties: { name }, geometry })];
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

/** Squares as near to where places lie as a grid allows. */
function tilesCsv(): string {
  const across = 5;
  const seats = [...middles(districts, 0.4), ...middles(cities, 1.9)];
  const fromNorth = seats.toSorted((a, b) => a[1][1] - b[1][1]);
  const tiles = Array.from({ length: Math.ceil(seats.length / across) }, (_, row) =>
    fromNorth
      .slice(row * across, (row + 1) * across)
      .sort((a, b) => a[1][0] - b[1][0])
      .map(([code], column) => `${code},${row + 1},${column + 1}\n`),
  );
  return `code,row,column\n${tiles.flat().join("")}`;
}

/** What the map of the demonstration is drawn by, by file name below the data folder. */
export const mapFiles = (): Readonly<Record<string, string>> => ({
  "boundaries.geojson": boundariesGeoJson(),
  "tiles.csv": tilesCsv(),
});
