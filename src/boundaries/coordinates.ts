/** East and north. */
export type Position = [number, number];

/** Metres of half the equator in Web Mercator: beyond it there is no longitude. */
const mercatorEdge = 20_037_508.342789244;
/** Coordinates of files that go on past the date line (190°) or count from 0 to 360. */
const mostEast = 360.000001;
const mostNorth = 90.000001;

const toLonLat = ([x, y]: Position): Position | null =>
  Math.abs(x) <= mostEast && Math.abs(y) <= mostNorth ? [x, y] : null;

/** Source: EPSG Guidance Note 7-2, method 1024, on the sphere of 6,378,137 m. */
const fromMercator = ([x, y]: Position): Position | null =>
  Math.abs(x) <= 2 * mercatorEdge && Math.abs(y) <= mercatorEdge * 1.000001
    ? [(x / mercatorEdge) * 180, (Math.atan(Math.sinh((y / mercatorEdge) * Math.PI)) * 180) / Math.PI]
    : null;

/**
 * How the positions of a file become degrees. RFC 7946 knows WGS 84 alone; files from before it say in `crs` what they hold.
 *
 * @param crs the member of that name
 * @param shapes positions of every feature: where most lie outside of all degrees, the file holds something else
 * @returns null where that cannot be told; the reading of a position gives null for one that lies nowhere on Earth
 */
export function coordinatesOf(
  crs: unknown,
  shapes: readonly (readonly (readonly (readonly Position[])[])[])[],
): ((position: Position) => Position | null) | null {
  const name = nameOf(crs);
  if (name !== null && /(?:^|\D)(?:3857|3785|900913|102100|102113)$/u.test(name)) return fromMercator;
  if (name !== null && !/(?:CRS:?84h?|(?:^|\D)4326|(?:^|\D)4979|WGS ?84)$/iu.test(name)) return null;
  const drawn = shapes.filter((polygons) => polygons.length > 0);
  const outside = drawn.filter((polygons) => polygons.flat(2).some((position) => toLonLat(position) === null));
  return outside.length > 0 && outside.length * 2 >= drawn.length ? null : toLonLat;
}

/** null where none is given; "" where it is given in a way that names nothing. */
function nameOf(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  if (typeof crs !== "object") return typeof crs === "string" ? crs : "";
  const { properties } = crs as { properties?: { name?: unknown; code?: unknown } | null };
  const name = properties?.name ?? properties?.code;
  return typeof name === "string" || typeof name === "number" ? String(name) : "";
}
