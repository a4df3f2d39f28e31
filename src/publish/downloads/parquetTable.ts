import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Column } from "../../codebook/column.ts";
import type { ColumnType } from "../../codebook/columnKinds.ts";
import type { Cell } from "../../words/figureCells.ts";

/** Rows that are kept until they are written together. */
const groupSize = 5000;

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** How a type of the codebook stands in Parquet; a moment stays a text, because a bare date is no moment. */
const elements: Record<ColumnType, Partial<Element>> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  code: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  moment: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  month: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  date: { type: "INT32", converted_type: "DATE" },
  yesno: { type: "BOOLEAN" },
};

const valueOf = (type: ColumnType, cell: Cell): string | number | boolean | Date | null => {
  if (cell === null) return null;
  if (type === "yesno") return cell === "yes";
  return type === "date" ? new Date(`${cell}T00:00:00Z`) : cell;
};

/** A table in the making as one Parquet file; the same rows make the same bytes. Rows come in groups of any size. */
export function parquetTable(
  path: string,
  columns: readonly Column[],
): { rows: () => number; write: (rows: readonly Cell[][]) => void; close: () => void } {
  const schema = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: "OPTIONAL", ...elements[type] })),
  ] as Element[];
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: "otklik" });
  let waiting: Cell[][] = [];
  let count = 0;
  const flush = (): void => {
    if (waiting.length === 0) return;
    const columnData = columns.map(({ name, type }, at) => ({
      name,
      data: waiting.map((row) => valueOf(type, row[at] ?? null)),
    }));
    void writer.write({ columnData, rowGroupSize: groupSize });
    waiting = [];
  };
  return {
    rows: () => count,
    write(rows) {
      for (const row of rows) {
        waiting.push(row);
        count += 1;
        if (waiting.length === groupSize) flush();
      }
    },
    close() {
      flush();
      void writer.finish();
    },
  };
}
