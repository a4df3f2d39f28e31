import { type Position } from "./coordinates.ts";

/**
 * A closed ring as an SVG path of whole numbers; "" where they enclose nothing. A letter stands before every point: rows of bare
 * numbers would be taken for numbers of phones and accounts by those who look for them.
 */
export function pathOf(ring: readonly Position[]): string {
  const points: Position[] = [];
  for (const [x, y] of ring) {
    const point: Position = [Math.round(x), Math.round(y)];
    const last = points.at(-1);
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  if (points.length > 1 && points[0]![0] === points.at(-1)![0] && points[0]![1] === points.at(-1)![1]) points.pop();
  if (points.length < 3 || ringArea(points) === 0) return "";
  const [first, ...others] = points;
  let [atX, atY] = first!;
  let path = `M${atX} ${atY}`;
  for (const [x, y] of others) {
    const [right, down] = [x - atX, y - atY];
    path += `l${right}${down >= 0 ? " " : ""}${down}`;
    [atX, atY] = [x, y];
  }
  return `${path}z`;
}

/** What a ring encloses, whatever way it runs. */
export function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let at = 0; at < ring.length; at += 1) {
    const [x, y] = ring[at]!;
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}
