import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { FileFault } from "../fileFault.ts";
import type { RowBatch } from "../table.ts";
import type { OnRead } from "./byteSource.ts";
import { headerAmong, type Part } from "./part.ts";

async function withConnection<Result>(use: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    memory_limit: "1GB",
    autoinstall_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every column as text; times of day in a zone as ISO instants, because they would be written in the machine's zone. */
function asText(name: string, type: string): string {
  if (type === "TIMESTAMP WITH TIME ZONE")
    return `strftime(make_timestamp(epoch_us(${quoted(name)})), '%Y-%m-%dT%H:%M:%SZ')`;
  if (type.startsWith("TIMESTAMP")) return `strftime(${quoted(name)}, '%Y-%m-%dT%H:%M:%S')`;
  return `cast(${quoted(name)} as varchar)`;
}

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Stars, question marks and brackets in the name of a file are no pattern. */
const exactly = (path: string): string => path.replace(/[*?[]/gu, "[$&]");

/** Columns that stand in the names of folders (year=2026) are texts, as they are written there. */
function source(paths: readonly string[], isDataSet: boolean): string {
  const options = isDataSet ? ", hive_partitioning = true, hive_types_autocast = false, union_by_name = true" : "";
  return `read_parquet([${paths.map((path) => sqlText(exactly(path))).join(", ")}]${options})`;
}

/**
 * A Parquet file, or the files of a data set one after the other, read by DuckDB in the order of their rows. Lines are numbers
 * of rows.
 *
 * @param isDataSet true: more columns may stand in the names of folders, and files may lack some
 * @throws FileFault FILE_TRUNCATED where one has no readable footer
 */
export async function parquetPart(paths: readonly string[], isDataSet: boolean, size: number): Promise<Part> {
  const from = source(paths, isDataSet);
  const columns = await withConnection(async (connection) => {
    const described = await connection.runAndReadAll(`describe select * from ${from}`);
    return described
      .getRowObjects()
      .map((row) => ({ name: String(row["column_name"]), type: String(row["column_type"]) }));
  }).catch(() => {
    throw new FileFault("FILE_TRUNCATED");
  });
  const header = columns.map(({ name }) => name);
  const query = `select ${columns.map(({ name, type }) => asText(name, type)).join(", ")} from ${from}`;

  const rows = async function* (onRead?: OnRead, limit = ""): AsyncGenerator<RowBatch> {
    yield { lines: [0], rows: [header], brokenQuotes: [] };
    const instance = await DuckDBInstance.create(":memory:", {
      threads: "2",
      memory_limit: "1GB",
      autoinstall_known_extensions: "false",
    });
    const connection = await instance.connect();
    try {
      const result = await connection.stream(query + limit);
      let line = 0;
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        const cells = chunk.getRows().map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
        yield { lines: cells.map(() => (line += 1)), rows: cells, brokenQuotes: [] };
      }
      onRead?.(size);
    } catch {
      // Whatever DuckDB cannot read on the way through, a damaged page or a broken checksum, it says in its own words.
      throw new FileFault("FILE_TRUNCATED");
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  };
  const sample: RowBatch = { lines: [], rows: [], brokenQuotes: [] };
  for await (const batch of rows(undefined, ` limit ${headerAmong}`)) {
    sample.lines.push(...batch.lines);
    sample.rows.push(...batch.rows);
  }
  return {
    suffix: "",
    innerName: null,
    encoding: "parquet",
    readings: [{ delimiter: "parquet", sample, rows }],
    zeros: 0,
    damaged: 0,
  };
}
