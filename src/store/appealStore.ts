import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance, LIST, listValue, VARCHAR, type DuckDBConnection } from "@duckdb/node-api";
import type { Appeal } from "../model/appeal.ts";
import { storedAppealReader, storedColumns } from "./appealTable.ts";
import { IncomingRows } from "./incomingRows.ts";
import { lastEventsIn, type SourceEvents } from "./lastEvents.ts";
import { mergeRows, type MergedRows } from "./mergeRows.ts";
import { PastEditions, type SnapshotDelivery } from "./pastEditions.ts";
import { reusedNumbersIn, type ReusedNumbers } from "./reusedNumbers.ts";
import type { RowsThatWait } from "./rowsThatWait.ts";
import { takenBackIn, type TakenBackRow } from "./takenBack.ts";
import { toldSpansIn, type ToldSpan } from "./toldSpans.ts";
import { holdUnfinishedWeeks } from "./unfinishedWeeks.ts";

/**
 * The appeals of all editions on their way from intake to the gate: appended row by row, merged by source and registry
 * number. Lives in a database file of its own inside the working folder of one build and goes with it, because it holds
 * what the gate has not seen yet. Memory stays flat: DuckDB spills to that folder.
 */
export class AppealStore {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #incoming: IncomingRows;
  #recodedTopics: ReadonlyMap<string, string> = new Map();

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, incoming: IncomingRows) {
    this.#instance = instance;
    this.#connection = connection;
    this.#incoming = incoming;
  }

  /** Opens an empty store in a folder, which is created. */
  static async open(folder: string): Promise<AppealStore> {
    await mkdir(folder, { recursive: true });
    const instance = await DuckDBInstance.create(join(folder, "appeals.duckdb"), {
      memory_limit: "400MB",
      temp_directory: join(folder, "spill"),
      threads: "2",
    });
    const connection = await instance.connect();
    // Nobody opens the file again.
    await connection.run("pragma disable_checkpoint_on_shutdown");
    return new AppealStore(instance, connection, await IncomingRows.into(connection));
  }

  /** Adds rows as they come, in any order. */
  append(appeals: readonly Appeal[]): void {
    this.#incoming.append(appeals);
  }

  /** Writes the rows of an edition to a Parquet file, from which another store can adopt them. */
  saveEdition(edition: string, file: string): Promise<void> {
    return this.#incoming.saveEdition(edition, file);
  }

  /** Takes over rows that saveEdition wrote; the files are read until merge has ended. */
  adopt(files: readonly string[]): void {
    this.#incoming.adopt(files);
  }

  /**
   * Merges the rows, as mergeRows does; withdrawn appeals go.
   *
   * @param recodedTopics topics that turned out to be others, when all rows were read
   * @param weekly final codes of topics whose appeals are dated by their week only: see holdUnfinishedWeeks
   * @param logs sources whose exports hold only what is new or changed
   */
  async merge(
    recodedTopics: ReadonlyMap<string, string> = new Map(),
    weekly: readonly string[] = [],
    logs: readonly string[] = [],
  ): Promise<MergedRows & { waiting: RowsThatWait[] }> {
    this.#recodedTopics = recodedTopics;
    const kind = weekly.length > 0 ? "table" : "view";
    await this.#incoming.finish(kind);
    const waiting = await holdUnfinishedWeeks(this.#connection, this.#asStored(weekly), logs);
    const merged = await mergeRows(this.#connection);
    await this.#incoming.drop(kind);
    return { ...merged, waiting };
  }

  /**
   * The first and the last plausible day of receipt of each source, as they are published. Call after merge.
   *
   * @param weekly topics whose appeals are dated by their week only
   */
  toldSpans(weekly: readonly string[]): Promise<ToldSpan[]> {
    return toldSpansIn(this.#connection, this.#asStored(weekly));
  }

  /** Where numbers stand for other appeals than before: see reusedNumbersIn. Call after merge. */
  reusedNumbers(): Promise<ReusedNumbers[]> {
    return reusedNumbersIn(this.#connection);
  }

  /** Withdrawn appeals whose addresses were published: see takenBackIn. Call after merge. */
  takenBack(): Promise<TakenBackRow[]> {
    return takenBackIn(this.#connection);
  }

  /** Source and registry number of every appeal of every edition, those that were withdrawn among them. Call after merge. */
  async *numbers(): AsyncGenerator<{ source: string; id: string }[]> {
    const result = await this.#connection.stream("select source, id from ranked where arrival = 1");
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      yield chunk.getRows().map(([source, id]) => ({ source: String(source), id: String(id) }));
    }
  }

  /** How many merged appeals of each source name which agency. Call after merge. */
  async agencyRows(): Promise<{ source: string; agency: string; rows: number }[]> {
    const result = await this.#connection.runAndReadAll(`
      select source, agency, count(*) as rows from ranked where rank = 1 and withdrawn = 0 and agency <> '' group by source, agency order by source, agency`);
    return result
      .getRowObjectsJS()
      .map((row) => ({ source: String(row["source"]), agency: String(row["agency"]), rows: Number(row["rows"]) }));
  }

  /** Everything that any edition said of one appeal, the first edition first. Call after merge. */
  async versionsOf(source: string, id: string): Promise<Appeal[]> {
    const names = storedColumns.map((column) => `"${column.name}"`).join(", ");
    const result = await this.#connection.runAndReadAll(
      `select ${names} from ranked where source = $source and id = $id order by edition, file, line`,
      { source, id },
    );
    const read = storedAppealReader();
    const columns = result.getColumns();
    return Array.from({ length: result.currentRowCount }, (_, row) => this.#recoded(read(columns, row)));
  }

  /**
   * The merged appeals, newest received first, in groups of about two thousand. Call after merge.
   *
   * @param weekly topics of whose appeals only the week is published: they stand at their Monday, so that their place
   *   among the others does not tell the day
   */
  async *appeals(weekly: readonly string[] = []): AsyncGenerator<Appeal[]> {
    const names = storedColumns.map((column) => `"${column.name}"`).join(", ");
    const isWeekly = "list_contains($weekly, topic)";
    // 1970-01-01 was a Thursday. Ties are settled by a hash: registry numbers would tell who came first.
    const result = await this.#connection.stream(
      `select ${names} from ranked where rank = 1 and withdrawn = 0
      order by "receivedDay" - (case when ${isWeekly} then ("receivedDay" + 3) % 7 else 0 end) desc,
        (case when ${isWeekly} then null else "receivedInstant" end) desc nulls last, md5(concat(source, ' ', id))`,
      { weekly: listValue(this.#asStored(weekly)) },
      { weekly: LIST(VARCHAR) },
    );
    const read = storedAppealReader();
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const columns = chunk.getColumns();
      yield Array.from({ length: chunk.rowCount }, (_, row) => this.#recoded(read(columns, row)));
    }
  }

  /** The last events of each source in each edition: see lastEventsIn. Call after merge. */
  lastEvents(weekly: readonly string[] = []): Promise<SourceEvents[]> {
    return lastEventsIn(this.#connection, this.#asStored(weekly));
  }

  /**
   * What each edition knew, from the rows up to it. Call after merge.
   *
   * @param deliveries which editions each source of snapshots delivered
   */
  pastEditions(deliveries: readonly SnapshotDelivery[]): Promise<PastEditions> {
    return PastEditions.over(this.#connection, deliveries, this.#recodedTopics);
  }

  /** Codes of topics with those that turned out to be one of them. */
  #asStored(topics: readonly string[]): string[] {
    return [
      ...topics,
      ...[...this.#recodedTopics].flatMap(([stored, code]) => (topics.includes(code) ? [stored] : [])),
    ];
  }

  #recoded(appeal: Appeal): Appeal {
    const topic = this.#recodedTopics.get(appeal.topic);
    return topic === undefined ? appeal : { ...appeal, topic };
  }

  /** Closes the database; its folder is the caller's to remove. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
