import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { appealColumns } from "../../codebook/appealColumns.ts";
import type { PublicAppeal } from "../../model/appeal.ts";
import type { Cell } from "../../words/figureCells.ts";
import { parquetTable } from "./parquetTable.ts";

/** Appeals in one file: few enough that whoever checks a file has it whole in memory. */
const mostInFile = 50_000;

/** A file of one year, by the way in which engines find the year in its path. */
const partitionPath = (year: string, part: number): string => `parquet/appeals/year=${year}/part-${part}.parquet`;

/**
 * Appeals as Parquet, partitioned by the year of receipt. They come in groups, in any order of years.
 *
 * @param folder where the paths begin
 * @returns at the end every file with its rows, sorted
 */
export function appealPartitions(folder: string): {
  write: (appeals: readonly PublicAppeal[], rows: readonly Cell[][]) => void;
  close: () => { path: string; rows: number }[];
} {
  const files: { path: string; rows: number }[] = [];
  const open = new Map<string, { part: number; table: ReturnType<typeof parquetTable> }>();
  const begin = (year: string, part: number) => {
    const path = join(folder, partitionPath(year, part));
    mkdirSync(dirname(path), { recursive: true });
    const begun = { part, table: parquetTable(path, appealColumns) };
    open.set(year, begun);
    return begun;
  };
  const end = (year: string): void => {
    const { part, table } = open.get(year)!;
    table.close();
    files.push({ path: partitionPath(year, part), rows: table.rows() });
  };
  return {
    write(appeals, rows) {
      for (const [at, { received }] of appeals.entries()) {
        const year = received.slice(0, 4);
        const { table } = open.get(year) ?? begin(year, 0);
        table.write([rows[at]!]);
        if (table.rows() < mostInFile) continue;
        const { part } = open.get(year)!;
        end(year);
        open.delete(year);
        begin(year, part + 1);
      }
    },
    close() {
      for (const year of open.keys()) end(year);
      return files.filter(({ rows }) => rows > 0).sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}
