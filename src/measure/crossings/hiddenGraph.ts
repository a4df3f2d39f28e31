import { joinable } from "./joinable.ts";
import type { TableCell } from "./tableCell.ts";

/** An edge from the node of its row to that of its column. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface HiddenGraph {
  readonly ofRow: (row: number) => number;
  readonly ofColumn: (column: number) => number;
  /** Cells with few between different nodes. */
  readonly small: readonly Edge[];
  /** For each node, the small edges at it. */
  readonly at: ReadonlyMap<number, readonly Edge[]>;
  /** Which part of the graph a node is in: no small edge leads from one to another. */
  readonly part: (node: number) => number;
}

/** Rows and columns as nodes: those that a hidden cell with enough people joins are one, since no small set can part them. */
export function hiddenGraph(cells: readonly TableCell[], shown: number, told: ReadonlySet<number>): HiddenGraph {
  const nodes = joinable();
  const hidden = cells
    .filter((_, at) => !told.has(at))
    .map(({ row, column, count }) => ({ from: row * 2, to: column * 2 + 1, count }));
  for (const { from, to, count } of hidden) if (count >= shown) nodes.join(from, to);
  const small = hidden
    .filter(({ count }) => count < shown)
    .map(({ from, to, count }): Edge => ({ from: nodes.rootOf(from), to: nodes.rootOf(to), count }))
    .filter(({ from, to }) => from !== to);
  const at = new Map<number, Edge[]>();
  const parts = joinable();
  for (const edge of small) {
    parts.join(edge.from, edge.to);
    for (const node of [edge.from, edge.to]) {
      const own = at.get(node);
      if (own === undefined) at.set(node, [edge]);
      else own.push(edge);
    }
  }
  return {
    ofRow: (row) => nodes.rootOf(row * 2),
    ofColumn: (column) => nodes.rootOf(column * 2 + 1),
    small,
    at,
    part: parts.rootOf,
  };
}

/**
 * The sources' side of the least cut between some nodes and others, hidden cells crossing it from rows to columns alone;
 * null where there is none, or where at least `shown` people cross each. Flow goes along edges as far as people are in them,
 * and against them freely.
 */
export function smallCut(
  { at }: HiddenGraph,
  sources: readonly number[],
  sinks: readonly number[],
  shown: number,
): ReadonlySet<number> | null {
  if (sources.some((node) => sinks.includes(node))) return null;
  const flow = new Map<Edge, number>();
  for (let people = 0; people < shown; people++) {
    const cameBy = new Map<number, { edge: Edge; before: number } | null>(sources.map((node) => [node, null]));
    let reached: number | null = null;
    for (const node of cameBy.keys()) {
      if (sinks.includes(node)) {
        reached = node;
        break;
      }
      for (const edge of at.get(node) ?? []) {
        const isAlong = edge.from === node;
        const next = isAlong ? edge.to : edge.from;
        if (!cameBy.has(next) && (!isAlong || (flow.get(edge) ?? 0) < edge.count))
          cameBy.set(next, { edge, before: node });
      }
    }
    if (reached === null) return new Set(cameBy.keys());
    for (let step = cameBy.get(reached) ?? null; step !== null; step = cameBy.get(step.before) ?? null)
      flow.set(step.edge, (flow.get(step.edge) ?? 0) + (step.edge.from === step.before ? 1 : -1));
  }
  return null;
}
