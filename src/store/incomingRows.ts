import { DOUBLE, DuckDBDataChunk, INTEGER, type DuckDBAppender, type DuckDBConnection } from "@duckdb/node-api";
import type { Appeal } from "../model/appeal.ts";
import { storedColumns, type StoredColumn } from "./appealTable.ts";
import { sqlText } from "./sqlText.ts";

/** DuckDB's own size of a data chunk. */
const chunkRows = 2048;

/** Stand for nothing in columns of numbers: an empty cell costs the appender ten times as much as a number. */
const noInteger = -2_147_483_648;
const noDouble = -1.7e308;

/** Numbers the words of columns that say the same few things over and over. */
class Words {
  readonly #codes = new Map<string, number>();
  readonly list: string[] = [];

  codeOf(word: string): number {
    let code = this.#codes.get(word);
    if (code === undefined) {
      // Lists in SQL begin with 1.
      code = this.list.push(word);
      this.#codes.set(word, code);
    }
    return code;
  }
}

/**
 * Rows on their way into the database, where the appender's work for each text and each empty cell is most of the time: words
 * that repeat are appended as numbers, and told again in words by SQL when all rows are there.
 */
export class IncomingRows {
  readonly #connection: DuckDBConnection;
  readonly #appender: DuckDBAppender;
  readonly #words = new Words();
  readonly #adopted: string[] = [];
  /** Cells of one chunk, column by column. */
  readonly #cells = storedColumns.map(() => new Array<string | number>(chunkRows));

  private constructor(connection: DuckDBConnection, appender: DuckDBAppender) {
    this.#connection = connection;
    this.#appender = appender;
  }

  static async into(connection: DuckDBConnection): Promise<IncomingRows> {
    const columns = storedColumns.map((column) => `"${column.name}" ${typeAsCoded(column).toString()}`);
    await connection.run(`create table coded (${columns.join(", ")})`);
    return new IncomingRows(connection, await connection.createAppender("coded"));
  }

  append(appeals: readonly Appeal[]): void {
    for (let start = 0; start < appeals.length; start += chunkRows) {
      const count = Math.min(chunkRows, appeals.length - start);
      const chunk = DuckDBDataChunk.create(storedColumns.map(typeAsCoded), count);
      for (const [at, column] of storedColumns.entries()) {
        const cells = this.#cells[at]!;
        cells.length = count;
        for (let row = 0; row < count; row += 1) cells[row] = this.#coded(column, appeals[start + row]!);
        chunk.setColumnValues(at, cells);
      }
      this.#appender.appendDataChunk(chunk);
    }
  }

  #coded(column: StoredColumn, appeal: Appeal): string | number {
    const value = column.write(appeal);
    if (column.repeats) return this.#words.codeOf(value as string);
    return (value ?? (column.type === INTEGER ? noInteger : noDouble)) as string | number;
  }

  /** Takes rows over from files that saveEdition wrote. They may be read until the rows are merged. */
  adopt(files: readonly string[]): void {
    this.#adopted.push(...files);
  }

  /** Writes the rows of an edition to a Parquet file, each cell as it came. */
  async saveEdition(edition: string, file: string): Promise<void> {
    this.#appender.flushSync();
    await this.#tellWords();
    await this.#connection.run(
      `copy (select ${decodedColumns} from coded where edition = ${this.#words.codeOf(edition)}) to ${sqlText(file)} (format parquet, compression zstd, row_group_size 20000)`,
    );
  }

  async #tellWords(): Promise<void> {
    await this.#connection.run(`set variable words = [${this.#words.list.map(sqlText).join(", ")}]::varchar[]`);
  }

  /**
   * Makes "rows" of what was appended, each cell as it came. Nothing can be appended afterwards.
   *
   * @param kind a table where rows are to be changed; a view costs no copy of them
   */
  async finish(kind: "table" | "view"): Promise<void> {
    this.#appender.closeSync();
    await this.#tellWords();
    const adopted =
      this.#adopted.length === 0
        ? ""
        : ` union all select ${columnNames} from read_parquet([${this.#adopted.map(sqlText).join(", ")}])`;
    await this.#connection.run(`create ${kind} rows as select ${decodedColumns} from coded${adopted}`);
  }

  /** Forgets the rows, once they are merged. */
  async drop(kind: "table" | "view"): Promise<void> {
    await this.#connection.run(`drop ${kind} rows`);
    await this.#connection.run("drop table coded");
    await this.#connection.run("reset variable words");
  }
}

const typeAsCoded = ({ type, repeats }: StoredColumn) => (repeats ? INTEGER : type);

function decoded({ name, type, repeats }: StoredColumn): string {
  if (repeats) return `list_extract(getvariable('words'), "${name}") as "${name}"`;
  if (type === INTEGER) return `nullif("${name}", ${noInteger}) as "${name}"`;
  return type === DOUBLE ? `nullif("${name}", ${noDouble}) as "${name}"` : `"${name}"`;
}

const columnNames = storedColumns.map(({ name }) => `"${name}"`).join(", ");
const decodedColumns = storedColumns.map(decoded).join(", ");
