import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { FileFault } from "../fileFault.ts";
import { type RowBatch } from "../table.ts";
import { type OnRead } from "./byteSource.ts";
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

/**
 * A Parquet file, read by DuckDB in the order of its rows. Lines are numbers of rows.
 *
 * @throws FileFault FILE_TRUNCATED where it has no readable footer
 */
export async function parquetPart(path: string, size: number): Promise<Part> {
  const columns = await withConnection(async (connection) => {
    const described = await connection.runAndReadAll("describe select * from read_parquet($1)", [path]);
    return described
      .getRowObjects()
      .map((row) => ({ name: String(row["column_name"]), type: String(row["column_type"]) }));
  }).catch(() => {
    throw new FileFault("FILE_TRUNCATED");
  });
  const header = columns.map(({ name }) => name);
  const query = `select ${columns.map(({ name, type }) => asText(name, type)).join(", ")} from read_parquet($1)`;

  const rows = async function* (onRead?: OnRead, limit = ""): AsyncGenerator<RowBatch> {
    yield { lines: [0], rows: [header], brokenQuotes: [] };
    const instance = await DuckDBInstance.create(":memory:", {
      threads: "2",
      memory_limit: "1GB",
      autoinstall_known_extensions: "false",
    });
    const connection = await instance.connect();
    try {
      const result = await connection.stream(query + limit, [path]);
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
