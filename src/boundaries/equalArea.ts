import type { Position } from "./coordinates.ts";

const radians = Math.PI / 180;
/** A cone this flat is a cylinder: both parallels lie on either side of the equator. */
const flattest = 0.02;

/** Edges of what is drawn, in degrees. */
export interface Degrees {
  west: number;
  east: number;
  south: number;
  north: number;
}

/**
 * A projection that keeps areas, y downwards: on a map of figures, a place must not look larger than it is. Albers' conic with
 * its parallels a sixth inside the edges; near the equator Lambert's cylindrical one.
 * Source: Snyder 1987, Map Projections: A Working Manual, USGS PP 1395, chapters 10 and 14, on the sphere.
 */
export function equalArea({ west, east, south, north }: Degrees): (position: Position) => Position {
  const sixth = (north - south) / 6;
  const first = Math.sin((south + sixth) * radians);
  const second = Math.sin((north - sixth) * radians);
  const middle = (west + east) / 2;
  const cone = (first + second) / 2;
  if (Math.abs(cone) < flattest) {
    const narrowed = Math.cos(((south + north) / 2) * radians);
    return ([x, y]) => [(x - middle) * radians * narrowed, -Math.sin(y * radians) / narrowed];
  }
  const constant = 1 - first * first + 2 * cone * first;
  return ([x, y]) => {
    const radius = Math.sqrt(Math.max(0, constant - 2 * cone * Math.sin(y * radians))) / cone;
    const angle = cone * (x - middle) * radians;
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  };
}
