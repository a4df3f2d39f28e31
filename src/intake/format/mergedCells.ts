/** A range of merged cells, from its second row down: cells that show what stands in the first. Rows from 1, columns from 0. */
interface Range {
  column: number;
  from: number;
  to: number;
}

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/;
/** Ranges that begin in so many rows are an attack on memory. */
const mostRanges = 1_000_000;

const longestElement = 200;
/** A header has no more rows. */
const mostHeaderRows = 5;

/** "C" is column 2. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/**
 * The cells that a sheet itself declares as merged with the one above. A range that is several columns wide shows the value of
 * its first column there, and nothing in the others: titles run across, and no cell beside them has a value of its own.
 */
export class MergedCells {
  readonly #starting = new Map<number, Range[]>();

  /** @param references as the sheet writes them: "A2:A41" */
  constructor(references: Iterable<string>) {
    let count = 0;
    for (const text of references) {
      const [, letters = "", first, last] = reference.exec(text) ?? [];
      const range = { column: columnOf(letters), from: Number(first), to: Number(last) };
      if (!(range.to > range.from) || (count += 1) > mostRanges) continue;
      this.#starting.set(range.from, [...(this.#starting.get(range.from) ?? []), range]);
    }
  }

  get none(): boolean {
    return this.#starting.size === 0;
  }

  /** The last row of a header that begins in a row: names merged downwards belong to all of its rows. */
  headerEnd(row: number): number {
    const ends = (this.#starting.get(row) ?? []).map(({ to }) => to).filter((to) => to < row + mostHeaderRows);
    return Math.max(row, ...ends);
  }

  /**
   * Makes what fills the rows of one reading, in their order: empty cells of a range get the value of its first, and the
   * columns of these are given back. A cell of a range that has a value of its own keeps it.
   */
  filler(): (row: number, cells: string[]) => number[] {
    const active = new Map<number, Range & { value: string }>();
    return (row, cells) => {
      // A row of nothing but what stands above it is an empty one.
      const isEmpty = cells.every((cell) => cell === "");
      const filled: number[] = [];
      for (const [column, { from, to, value }] of active) {
        if (row > to) active.delete(column);
        else if (row > from && !isEmpty && (cells[column] ?? "") === "") {
          while (cells.length < column) cells.push("");
          cells[column] = value;
          if (value !== "") filled.push(column);
        }
      }
      for (const range of this.#starting.get(row) ?? [])
        active.set(range.column, { ...range, value: cells[range.column] ?? "" });
      return filled;
    };
  }
}

/** Reads the references of merged cells out of a sheet's bytes, where they stand behind all rows, without parsing these. */
export async function mergedCellsOf(sheet: AsyncIterable<Buffer>): Promise<MergedCells> {
  const references: string[] = [];
  let rest = "";
  for await (const chunk of sheet) {
    const text = rest + chunk.toString("latin1");
    let read = 0;
    if (text.includes("mergeCell")) {
      for (const found of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([^"']+)["'][^>]*>/g)) {
        references.push(found[1] ?? "");
        read = found.index + found[0].length;
      }
    }
    // An element may be cut by the end of a chunk.
    rest = text.slice(Math.max(read, text.length - longestElement));
  }
  return new MergedCells(references);
}
