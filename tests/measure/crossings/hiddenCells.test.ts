import "../../propertyRuns.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenCells } from "../../../src/measure/crossings/hiddenCells.ts";
import type { TableCell } from "../../../src/measure/crossings/tableCell.ts";

const shown = 5;

/** The cells of a table that are not empty. */
const cellsOf = (table: readonly (readonly number[])[]): TableCell[] =>
  table.flatMap((counts, row) => counts.flatMap((count, column) => (count > 0 ? [{ row, column, count }] : [])));
const hiddenOf = (table: readonly (readonly number[])[], wanted?: readonly number[]): TableCell[] => {
  const cells = cellsOf(table);
  const places = wanted ?? cells.flatMap(({ count }, at) => (count >= shown ? [at] : []));
  return [...hiddenCells(cells, shown, places)].map((at) => cells[at]!);
};

test("beside a cell with too few, the smallest of its row is hidden, and one of that column to close the square", () => {
  expect(
    hiddenOf([
      [3, 20, 30],
      [40, 50, 60],
    ]),
  ).toEqual([
    { row: 0, column: 1, count: 20 },
    { row: 1, column: 0, count: 40 },
    { row: 1, column: 1, count: 50 },
  ]);
});

test("nothing is hidden where nobody stands in a cell with too few, or enough people stand in those of a row and column", () => {
  expect(
    hiddenOf([
      [20, 30, 0],
      [0, 50, 60],
    ]),
  ).toEqual([]);
  // In two rows and columns of few, 8 people at least stand in whatever sums give away.
  expect(
    hiddenOf([
      [4, 4, 30],
      [4, 4, 30],
      [9, 9, 60],
    ]),
  ).toEqual([]);
});

test("what the sums alone give away hides nothing: no cell could mend it", () => {
  expect(hiddenOf([[3], [40]])).toEqual([]);
});

/** Whether a row can be made of others, by elimination. */
function isMadeOf(rows: readonly (readonly number[])[]): (wanted: readonly number[]) => boolean {
  const basis: number[][] = [];
  const reduce = (row: readonly number[]): number[] => {
    const rest = [...row];
    for (const base of basis) {
      const pivot = base.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = rest[pivot]! / base[pivot]!;
      base.forEach((value, at) => (rest[at]! -= factor * value));
    }
    return rest;
  };
  for (const row of rows) {
    const rest = reduce(row);
    if (rest.some((value) => Math.abs(value) > 1e-9)) basis.push(rest);
  }
  return (wanted) => reduce(wanted).every((value) => Math.abs(value) < 1e-9);
}

test("no adding and subtracting of sums and told cells tells of fewer people than are shown, unless sums alone do", () => {
  const size = 4;
  const count = fc.oneof(fc.nat({ max: 3 }), fc.constant(0), fc.integer({ min: 1, max: 12 }));
  const table = fc.array(fc.array(count, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
  let hid = 0;
  fc.assert(
    fc.property(table, fc.integer({ min: 5, max: 8 }), (counts, least) => {
      const cells = cellsOf(counts);
      const wanted = cells.flatMap((cell, at) => (cell.count >= least ? [at] : []));
      const hidden = hiddenCells(cells, shown, wanted);
      hid += hidden.size;
      const indicator = (isIn: (cell: TableCell, at: number) => boolean): number[] =>
        cells.map((cell, at) => (isIn(cell, at) ? 1 : 0));
      const sums = Array.from({ length: size }, (_, line) => [
        indicator(({ row }) => row === line),
        indicator(({ column }) => column === line),
      ]).flat();
      const told = wanted.filter((at) => !hidden.has(at));
      const bySums = isMadeOf(sums);
      const byAll = isMadeOf([...sums, ...told.map((one) => indicator((_, at) => at === one))]);
      // A group that is given away may hold told cells or not: what counts is who else is in it.
      const few = cells.flatMap((cell, at) => (cell.count < shown ? [at] : []));
      const groups: number[][] = [[]];
      for (const at of few)
        for (const group of [...groups])
          if ([...group, at].reduce((sum, one) => sum + cells[one]!.count, 0) < shown) groups.push([...group, at]);
      for (const group of groups.slice(1)) {
        const wantedRow = indicator((_, at) => group.includes(at));
        if (byAll(wantedRow) && !bySums(wantedRow)) throw new Error(JSON.stringify({ counts, least, group, told }));
      }
    }),
    { numRuns: 300 },
  );
  expect(hid).toBeGreaterThan(0);
});
