import type { Position } from "./coordinates.ts";

/**
 * Whether a closed ring crosses itself. Edges are compared only where they lie beside each other from west to east, so that a
 * coast of many thousands of points takes a moment.
 */
export function crossesItself(ring: readonly Position[]): boolean {
  const edges = ring.slice(1).map((to, at) => {
    const from = ring[at]!;
    return { at, from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) };
  });
  edges.sort((a, b) => a.west - b.west || a.at - b.at);
  let open: typeof edges = [];
  for (const edge of edges) {
    open = open.filter(({ east }) => east >= edge.west);
    if (open.some((other) => cross(edge.from, edge.to, other.from, other.to))) return true;
    open.push(edge);
  }
  return false;
}

/** Properly: edges that only touch, as neighbours do, do not. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

const side = (from: Position, to: Position, point: Position): number =>
  Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
