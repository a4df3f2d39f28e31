import { joinable } from "./joinable.ts";
import type { TableCell } from "./tableCell.ts";

/** Whether the sums of rows and columns alone tell how many stand in some cells together: then nothing told beside them does any harm. */
export function isGivenBySums(cells: readonly TableCell[], some: ReadonlySet<number>): boolean {
  const nodes = joinable();
  cells.forEach(({ row, column }, at) => {
    if (!some.has(at)) nodes.join(row * 2, column * 2 + 1);
  });
  // Each of them leads one step up, from its column to its row; whatever is joined lies on one level.
  const steps = new Map<number, { node: number; up: number }[]>();
  for (const at of some) {
    const [row, column] = [nodes.rootOf(cells[at]!.row * 2), nodes.rootOf(cells[at]!.column * 2 + 1)];
    steps.set(column, [...(steps.get(column) ?? []), { node: row, up: 1 }]);
    steps.set(row, [...(steps.get(row) ?? []), { node: column, up: -1 }]);
  }
  const levels = new Map<number, number>();
  for (const first of steps.keys()) {
    if (levels.has(first)) continue;
    levels.set(first, 0);
    const open = [first];
    for (const node of open)
      for (const { node: next, up } of steps.get(node) ?? []) {
        const level = levels.get(node)! + up;
        if (!levels.has(next)) open.push(next);
        else if (levels.get(next) !== level) return false;
        levels.set(next, level);
      }
  }
  return true;
}
