import type { Position } from "./coordinates.ts";

/** Lines on which room is looked for. */
const lines = 15;

/**
 * The middle of the widest level stretch inside a place, for its name: lines near its top and bottom are left to others.
 *
 * @param rings of the place, holes among them; largest: its largest part, for where the rings enclose nothing
 */
export function interiorOf(
  rings: readonly (readonly Position[])[],
  largest: readonly Position[],
): { x: number; y: number; room: number } {
  const heights = largest.map(([, y]) => y);
  const top = heights.reduce((a, b) => Math.min(a, b), Infinity);
  const bottom = heights.reduce((a, b) => Math.max(a, b), -Infinity);
  let best = { x: largest[0]![0], y: (top + bottom) / 2, room: 0, worth: -1 };
  for (let line = 1; line <= lines; line += 1) {
    const y = top + ((bottom - top) * line) / (lines + 1);
    const edges = rings.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
    for (let at = 0; at + 1 < edges.length; at += 2) {
      const room = edges[at + 1]! - edges[at]!;
      // The middle of a place is where its name is looked for.
      const worth = room * (1 - Math.abs(line / (lines + 1) - 0.5));
      if (worth > best.worth) best = { x: (edges[at]! + edges[at + 1]!) / 2, y, room, worth };
    }
  }
  return { x: Math.round(best.x), y: Math.round(best.y), room: Math.max(0, Math.floor(best.room)) };
}

function crossingsOf(ring: readonly Position[], y: number): number[] {
  return ring.flatMap(([x, from], at) => {
    const [nextX, to] = ring[(at + 1) % ring.length]!;
    return from <= y === to <= y ? [] : [x + ((y - from) / (to - from)) * (nextX - x)];
  });
}
