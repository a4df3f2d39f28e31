import { isGivenBySums } from "./givenBySums.ts";
import { hiddenGraph, type HiddenGraph, smallCut } from "./hiddenGraph.ts";
import type { TableCell } from "./tableCell.ts";

/**
 * Which cells of a table have to stay hidden beside those with too few, where the sums of its rows and columns are public.
 *
 * Who knows a row's sum and some of its cells knows what the others make up together. A set of hidden cells is given away
 * by adding and subtracting if and only if whole numbers can be put on the rows and columns so that the two ends of a hidden
 * cell differ by one where the cell is in the set and by nothing elsewhere. (What is known is spanned by the rows of the
 * incidence matrix of a bipartite graph, rows and columns of the table its nodes and hidden cells its edges.) So the least
 * set that is given away is a directed cut, which flows find (Ford & Fulkerson 1956); cf. Gusfield 1988, "A graph theoretic
 * approach to statistical data security", SIAM J. Comput. 17:552.
 */

/**
 * @param cells all cells of the table that are not empty, those with no row or column of their own name among them
 * @param shown fewer people than this: nothing is told of them, alone or together
 * @param wanted places in `cells` of those that are to be told
 * @returns those of the wanted that stay hidden: those with too few, and the smallest of those that would give such away
 */
export function hiddenCells(
  cells: readonly TableCell[],
  shown: number,
  wanted: readonly number[],
): ReadonlySet<number> {
  const told = new Set(wanted.filter((at) => cells[at]!.count >= shown));
  while (told.size > 0) {
    const guilty = givingAway(cells, shown, told);
    if (guilty === null) break;
    told.delete(guilty);
  }
  // One that was hidden early may be needed no longer beside those hidden after it.
  const spared = wanted.filter((at) => cells[at]!.count >= shown && !told.has(at));
  for (const at of spared.sort((a, b) => cells[b]!.count - cells[a]!.count || a - b)) {
    told.add(at);
    if (givingAway(cells, shown, told) !== null) told.delete(at);
  }
  return new Set(wanted.filter((at) => !told.has(at)));
}

/** The smallest told cell without which fewer than `shown` people would not be given away; null where no told cell gives them away. */
function givingAway(cells: readonly TableCell[], shown: number, told: ReadonlySet<number>): number | null {
  const graph = hiddenGraph(cells, shown, told);
  const across = [...told]
    .map((at) => ({ at, row: graph.ofRow(cells[at]!.row), column: graph.ofColumn(cells[at]!.column) }))
    .sort((a, b) => cells[a.at]!.count - cells[b.at]!.count || a.at - b.at);
  for (const edge of graph.small) {
    // Whoever is safe where all told cells may lie anywhere is safe where one of them has to lie across.
    if (smallCut(graph, [edge.from], [edge.to], shown) === null) continue;
    for (const { row, column } of across) {
      const isBeside = [row, column].some((node) => graph.part(node) === graph.part(edge.from));
      if (!isBeside) continue;
      const sides = [
        smallCut(graph, [edge.from, row], [edge.to, column], shown),
        smallCut(graph, [edge.from, column], [edge.to, row], shown),
      ].filter((side) => side !== null);
      for (const side of sides) {
        if (isGivenBySums(cells, cutCells(cells, graph, told, side, graph.part(edge.from)))) continue;
        const least = across.find((one) => side.has(one.row) !== side.has(one.column));
        if (least !== undefined) return least.at;
      }
    }
  }
  return null;
}

/** The hidden cells of one part of the graph that a cut parts. */
function cutCells(
  cells: readonly TableCell[],
  graph: HiddenGraph,
  told: ReadonlySet<number>,
  side: ReadonlySet<number>,
  part: number,
): Set<number> {
  const cut = new Set<number>();
  cells.forEach(({ row, column }, at) => {
    const [from, to] = [graph.ofRow(row), graph.ofColumn(column)];
    if (!told.has(at) && graph.part(from) === part && side.has(from) !== side.has(to)) cut.add(at);
  });
  return cut;
}
