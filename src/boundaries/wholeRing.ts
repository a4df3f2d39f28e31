import type { Position } from "./coordinates.ts";

/** A closed ring in whole numbers: its first point, and from each point the way to the next; null where they enclose nothing. */
export function wholeRing(ring: readonly Position[]): number[] | null {
  const points: Position[] = [];
  for (const [x, y] of ring) {
    const point: Position = [Math.round(x), Math.round(y)];
    const last = points.at(-1);
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  if (points.length > 1 && points[0]![0] === points.at(-1)![0] && points[0]![1] === points.at(-1)![1]) points.pop();
  if (points.length < 3 || ringArea(points) === 0) return null;
  return points.flatMap(([x, y], at) => {
    const [beforeX, beforeY] = points[at - 1] ?? [0, 0];
    return [x - beforeX, y - beforeY];
  });
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
