import { type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import { type Appeal } from "../model/appeal.ts";
import { readStoredAppeal, storedColumns } from "./appealTable.ts";

/** One appeal as two editions have it; texts are left out. */
export interface StatePair {
  /** null: the earlier edition did not know it. */
  before: Appeal | null;
  after: Appeal;
  /** Whether the newest snapshot up to that edition held it; of a source of deltas: always. */
  wasThere: boolean;
  isThere: boolean;
}

/** An edition that a source delivered, where each of its exports holds everything. */
export interface SnapshotDelivery {
  source: string;
  edition: string;
}

const textless = new Set(["text", "reply"]);
const compared = storedColumns.map(({ name }) => name).filter((name) => !textless.has(name) && !["edition", "file", "line"].includes(name));
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** The columns of a table in the order of storedColumns, empty texts in the place of texts. */
const columnsOf = (table: string) => storedColumns.map(({ name }) => (textless.has(name) ? "''" : `${table}."${name}"`)).join(", ");

/**
 * What the store knew of each appeal at each edition. A state is the row that won inside one edition; it holds until
 * the next edition that brings the appeal again. So an edition is recalled from the rows up to it and nothing else.
 * DuckDB joins and spills; here memory is that of one chunk.
 */
export class PastEditions {
  readonly #connection: DuckDBConnection;
  readonly #recode: (appeal: Appeal) => Appeal;

  private constructor(connection: DuckDBConnection, recode: (appeal: Appeal) => Appeal) {
    this.#connection = connection;
    this.#recode = recode;
  }

  /**
   * @param connection database with the table "ranked" of AppealStore.merge
   * @param deliveries which editions each source of snapshots delivered
   * @param recode gives an appeal its final topic
   */
  static async over(connection: DuckDBConnection, deliveries: readonly SnapshotDelivery[], recode: (appeal: Appeal) => Appeal): Promise<PastEditions> {
    const narrow = storedColumns.filter(({ name }) => !textless.has(name)).map(({ name }) => `"${name}"`).join(", ");
    await connection.run(`
      create or replace table states as
      select ${narrow}, lead(edition) over (partition by source, id order by edition) as superseded
      from (select ${narrow}, row_number() over (partition by source, id, edition order by rank) as copy from ranked)
      where copy = 1`);
    const rows = deliveries.map(({ source, edition }) => `(${quoted(source)}, ${quoted(edition)})`).join(", ");
    await connection.run(`create or replace table deliveries as select * from (values ${rows || "(null::varchar, null::varchar)"}) as delivered(source, edition)`);
    return new PastEditions(connection, recode);
  }

  /** How many appeals an edition had, and how many of them had vanished from their register by then. */
  async count(edition: string): Promise<{ appeals: number; vanished: number }> {
    const result = await this.#connection.runAndReadAll(`
      select count(*) as appeals, count(*) filter (${newest("d")} is not null and s.edition < ${newest("d")}) as vanished
      from ${asOf("s", edition)} left join ${delivered("d", edition)} on d.source = s.source where s.withdrawn = 0`);
    const [row] = result.getRowObjectsJS();
    return { appeals: Number(row?.["appeals"]), vanished: Number(row?.["vanished"]) };
  }

  /** The appeals as an edition had them, without texts, in no order that tells anything. */
  async *appeals(edition: string): AsyncGenerator<Appeal[]> {
    const result = await this.#connection.stream(`select ${columnsOf("s")} from ${asOf("s", edition)} where s.withdrawn = 0`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const columns = chunk.getColumns();
      yield Array.from({ length: chunk.rowCount }, (_, row) => this.#recode(readStoredAppeal(columns, row)));
    }
  }

  /** Appeals that a later edition has otherwise than an earlier one, or no longer in its snapshot; in an order that tells nothing. */
  async *changed(earlier: string, later: string): AsyncGenerator<StatePair[]> {
    const width = storedColumns.length;
    const wasThere = `(${newest("p")} is null or b.edition = ${newest("p")})`;
    const isThere = `(${newest("q")} is null or a.edition = ${newest("q")})`;
    const result = await this.#connection.stream(`
      select ${columnsOf("a")}, ${columnsOf("b")}, ${wasThere}, ${isThere}, b.id is not null
      from ${asOf("a", later)}
      left join ${asOf("b", earlier)} on a.source = b.source and a.id = b.id
      left join ${delivered("p", earlier)} on p.source = a.source
      left join ${delivered("q", later)} on q.source = a.source
      where b.id is null or ${wasThere} <> ${isThere} or ${compared.map((name) => `a."${name}" is distinct from b."${name}"`).join(" or ")}
      order by md5(concat(a.source, ' ', a.id)), a.source, a.id`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const columns: DuckDBValue[][] = chunk.getColumns();
      const [after, before] = [columns.slice(0, width), columns.slice(width, 2 * width)];
      yield Array.from({ length: chunk.rowCount }, (_, row) => ({
        after: this.#recode(readStoredAppeal(after, row)),
        before: columns[2 * width + 2]![row] === true ? this.#recode(readStoredAppeal(before, row)) : null,
        wasThere: columns[2 * width]![row] === true,
        isThere: columns[2 * width + 1]![row] === true,
      }));
    }
  }
}

function asOf(alias: string, edition: string): string {
  return `(select * from states where edition <= ${quoted(edition)} and (superseded is null or superseded > ${quoted(edition)})) as ${alias}`;
}

/** The newest delivery of each source of snapshots up to an edition. */
function delivered(alias: string, edition: string): string {
  return `(select source, max(edition) as newest from deliveries where edition <= ${quoted(edition)} group by source) as ${alias}`;
}

const newest = (alias: string) => `${alias}.newest`;
