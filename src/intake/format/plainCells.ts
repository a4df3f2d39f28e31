import type { RowBatch } from "../table.ts";
import type { Part } from "./part.ts";

/** A formula that only says a text: ="001001" and ="05.01.2026" keep a spreadsheet from touching what they hold. */
const asFormula = /^="((?:[^"]|"")*)"\s*$/;

/** What a cell says, without the formula around it. */
function plainCell(cell: string): string {
  const [, inside] = asFormula.exec(cell) ?? [];
  return inside === undefined ? cell : inside.replaceAll('""', '"');
}

function plain(batch: RowBatch): RowBatch {
  if (batch.ordinary === true) return batch;
  for (const row of batch.rows) {
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at]!;
      if (cell.startsWith('="')) row[at] = plainCell(cell);
      else if (cell.startsWith("'") && cell.indexOf("'", 1) === -1) row[at] = cell.slice(1);
      // Half of a character, as JSON may escape it, cannot be saved in any file: it becomes the sign for one that is lost.
      if (!cell.isWellFormed()) row[at] = row[at]!.toWellFormed();
    }
  }
  return batch;
}

/** The one door at which formulas that only say a text, and the apostrophe before a cell that does the same, are taken off: numbers, dates, labels and headers alike. */
export function withPlainCells(part: Part): Part {
  const readings = part.readings.map((reading) => ({
    ...reading,
    sample: plain(reading.sample),
    async *rows(onRead?: (bytes: number) => void) {
      for await (const batch of reading.rows(onRead)) yield plain(batch);
    },
  }));
  return { ...part, readings };
}
