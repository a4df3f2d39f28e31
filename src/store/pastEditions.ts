import type { DuckDBConnection, DuckDBListValue, DuckDBValue } from "@duckdb/node-api";
import type { Appeal } from "../model/appeal.ts";
import type { Channel } from "../model/channel.ts";
import type { AppealGroup } from "../model/appealGroup.ts";
import { sqlText } from "./sqlText.ts";
import { storedAppealReader, storedColumns } from "./appealTable.ts";

/** One appeal as two editions have it; texts and its place in a file are left out. */
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

const leftOut = new Set(["text", "reply", "file", "line"]);
const kept = storedColumns.map(({ name }) => name).filter((name) => !leftOut.has(name));
const compared = kept.filter((name) => name !== "edition");
const quotedNames = (table: string, names: readonly string[]) => names.map((name) => `${table}."${name}"`).join(", ");

/**
 * What the store knew of each appeal at each edition. A state is the row that won inside one edition; it holds until
 * the next edition that brings the appeal again. So an edition is recalled from the rows up to it and nothing else.
 * DuckDB joins and spills; here memory is that of one chunk.
 */
export class PastEditions {
  readonly #connection: DuckDBConnection;
  readonly #recodedTopics: ReadonlyMap<string, string>;

  private constructor(connection: DuckDBConnection, recodedTopics: ReadonlyMap<string, string>) {
    this.#connection = connection;
    this.#recodedTopics = recodedTopics;
  }

  /**
   * @param connection database with the table "ranked" of AppealStore.merge
   * @param deliveries which editions each source of snapshots delivered
   * @param recodedTopics topics that turned out to be others
   */
  static async over(
    connection: DuckDBConnection,
    deliveries: readonly SnapshotDelivery[],
    recodedTopics: ReadonlyMap<string, string>,
  ): Promise<PastEditions> {
    await connection.run(`
      create or replace table states as
      select ${quotedNames("r", kept)}, lead(edition) over (partition by source, id order by edition) as superseded
      from (select ${quotedNames("ranked", kept)}, row_number() over (partition by source, id, edition order by rank) as copy from ranked) as r
      where copy = 1`);
    const rows = deliveries.map(({ source, edition }) => `(${sqlText(source)}, ${sqlText(edition)})`).join(", ");
    await connection.run(
      `create or replace table deliveries as select * from (values ${rows || "(null::varchar, null::varchar)"}) as delivered(source, edition)`,
    );
    await connection.run("create or replace table left_out (source varchar, id varchar)");
    return new PastEditions(connection, recodedTopics);
  }

  /** How many appeals an edition had, and how many of them had vanished from their register by then. */
  async count(edition: string): Promise<{ appeals: number; vanished: number }> {
    const result = await this.#connection.runAndReadAll(`
      select count(*) as appeals, count(*) filter (${newest("d")} is not null and s.edition < ${newest("d")}) as vanished
      from ${asOf("s", edition)} left join ${delivered("d", edition)} on d.source = s.source where s.withdrawn = 0`);
    const [row] = result.getRowObjectsJS();
    return { appeals: Number(row?.["appeals"]), vanished: Number(row?.["vanished"]) };
  }

  /** What stands for the rows of each edition: as long as it is the same, so are they. In the order of editions. */
  async marks(): Promise<{ edition: string; mark: string }[]> {
    const result = await this.#connection.runAndReadAll(`
      select edition, concat_ws(' ', count(*), bit_xor(row), sum(row::hugeint)) as mark
      from (select edition, hash(${quotedNames("states", kept)}) as row from states) group by edition order by edition`);
    return result.getRowObjectsJS().map((row) => ({ edition: String(row["edition"]), mark: String(row["mark"]) }));
  }

  /** The appeals as an edition had them, without texts, in no order that tells anything. */
  async *appeals(edition: string): AsyncGenerator<Appeal[]> {
    const result = await this.#connection.stream(
      `select ${quotedNames("s", kept)} from ${asOf("s", edition)} where s.withdrawn = 0`,
    );
    const read = storedAppealReader(kept);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const columns = chunk.getColumns();
      yield Array.from({ length: chunk.rowCount }, (_, row) => this.#recode(read(columns, row)));
    }
  }

  /** Leaves appeals out of the groups of every edition. @param isLeftOut tells by source and id */
  async leaveOut(isLeftOut: (source: string, id: string) => boolean): Promise<void> {
    const named = await this.#connection.runAndReadAll("select distinct source, id from states");
    const pairs = named.getRowsJS().filter(([source, id]) => isLeftOut(String(source), String(id)));
    for (const [source, id] of pairs)
      await this.#connection.run(`insert into left_out values (${sqlText(String(source))}, ${sqlText(String(id))})`);
  }

  /** The same appeals by what a neighbour may know of them, without those left out. */
  async groups(edition: string): Promise<AppealGroup[]> {
    const result = await this.#connection.stream(`
      select topic, place, agency, strftime(date '1970-01-01' + "receivedDay", '%Y-%m') as month, channel, list("receivedDay") as days
      from ${asOf("s", edition)} where withdrawn = 0 and not exists (select 1 from left_out as o where o.source = s.source and o.id = s.id)
      group by all`);
    const groups: AppealGroup[] = [];
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const [topic, place, agency, month, channel, days] of chunk.getRows()) {
        groups.push({
          topic: this.#topic(topic as string),
          place: place as string,
          agency: agency as string,
          month: month as string,
          channel: channel as Channel,
          days: [...(days as DuckDBListValue).items] as number[],
        });
      }
    }
    return groups;
  }

  /** Appeals that a later edition has otherwise than an earlier one, or no longer in its snapshot; in an order that tells nothing. */
  async *changed(earlier: string, later: string): AsyncGenerator<StatePair[]> {
    const width = kept.length;
    const read = storedAppealReader(kept);
    const wasThere = `(${newest("p")} is null or b.edition = ${newest("p")})`;
    const isThere = `(${newest("q")} is null or a.edition = ${newest("q")})`;
    const result = await this.#connection.stream(`
      select ${quotedNames("a", kept)}, ${quotedNames("b", kept)}, ${wasThere}, ${isThere}, b.id is not null
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
        after: this.#recode(read(after, row)),
        before: columns[2 * width + 2]![row] === true ? this.#recode(read(before, row)) : null,
        wasThere: columns[2 * width]![row] === true,
        isThere: columns[2 * width + 1]![row] === true,
      }));
    }
  }

  #recode(appeal: Appeal): Appeal {
    const topic = this.#topic(appeal.topic);
    return topic === appeal.topic ? appeal : { ...appeal, topic };
  }

  #topic(code: string): string {
    return this.#recodedTopics.get(code) ?? code;
  }
}

function asOf(alias: string, edition: string): string {
  return `(select * from states where edition <= ${sqlText(edition)} and (superseded is null or superseded > ${sqlText(edition)})) as ${alias}`;
}

/** The newest delivery of each source of snapshots up to an edition. */
function delivered(alias: string, edition: string): string {
  return `(select source, max(edition) as newest from deliveries where edition <= ${sqlText(edition)} group by source) as ${alias}`;
}

const newest = (alias: string) => `${alias}.newest`;
