import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBDataChunk, DuckDBInstance, LIST, listValue, VARCHAR, type DuckDBAppender, type DuckDBConnection } from "@duckdb/node-api";
import { type Appeal } from "../model/appeal.ts";
import { oldestDay } from "../model/plausibleReceipt.ts";
import { storedAppealReader, storedColumns } from "./appealTable.ts";
import { lastEventsIn, type SourceEvents } from "./lastEvents.ts";
import { PastEditions, type SnapshotDelivery } from "./pastEditions.ts";
import { type RowsThatWait } from "./rowsThatWait.ts";
import { holdUnfinishedWeeks } from "./unfinishedWeeks.ts";

/** Rows per file that started an appeal (accepted) or came to one already known (merged). */
export interface MergeCount {
  edition: string;
  file: string;
  accepted: number;
  merged: number;
}

/** Numbers that came more than once in one edition of a source with copies that say different things. */
export interface DifferingCopies {
  edition: string;
  /** The file they stand in; null where there are several. */
  file: string | null;
  count: number;
}

/** Numbers of a source that came again for appeals with another date of receipt. */
export interface ReusedNumbers {
  edition: string;
  file: string;
  /** Where the first of them stands. */
  line: number;
  count: number;
}

/** DuckDB's own size of a data chunk. */
const chunkRows = 2048;

/**
 * The appeals of all editions on their way from intake to the gate: appended row by row, merged by source and registry
 * number. Lives in a database file of its own inside the working folder of one build and goes with it, because it holds
 * what the gate has not seen yet. Memory stays flat: DuckDB spills to that folder.
 */
export class AppealStore {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #appender: DuckDBAppender;
  #recodedTopics: ReadonlyMap<string, string> = new Map();

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, appender: DuckDBAppender) {
    this.#instance = instance;
    this.#connection = connection;
    this.#appender = appender;
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
    const columns = storedColumns.map((column) => `"${column.name}" ${column.type.toString()}`).join(", ");
    await connection.run(`create table rows (${columns})`);
    return new AppealStore(instance, connection, await connection.createAppender("rows"));
  }

  /** Adds rows as they come, in any order. */
  async append(appeals: readonly Appeal[]): Promise<void> {
    for (let start = 0; start < appeals.length; start += chunkRows) {
      const part = appeals.slice(start, start + chunkRows);
      const chunk = DuckDBDataChunk.create(storedColumns.map((column) => column.type));
      chunk.setColumns(storedColumns.map((column) => part.map(column.write)));
      this.#appender.appendDataChunk(chunk);
    }
  }

  /**
   * Merges the rows: per source and registry number the row of the newest edition wins, whole. Inside one edition the
   * copy that knows the latest event wins, then the one with more text, then one by a hash of its content, so that the
   * order of rows and files never matters. Withdrawn appeals go.
   *
   * @param recodedTopics topics that turned out to be others, when all rows were read
   * @param weekly topics, as they are called in the end, of which only the week is told: see holdUnfinishedWeeks
   * @param logs sources that send what changed alone
   */
  async merge(
    recodedTopics: ReadonlyMap<string, string> = new Map(),
    weekly: readonly string[] = [],
    logs: readonly string[] = [],
  ): Promise<{ counts: MergeCount[]; differing: DifferingCopies[]; withdrawn: number; remaining: number; waiting: RowsThatWait[] }> {
    this.#recodedTopics = recodedTopics;
    this.#appender.closeSync();
    const waiting = await holdUnfinishedWeeks(this.#connection, this.#asStored(weekly), logs);
    await this.#connection.run(`
      create table ranked as
      select *,
        hash(channel, agency, "handedFrom", topic, place, concat(outcome, unread, case when "closedUndated" = 1 then ' undated' end), text, reply, rating, withdrawn, "receivedDay", "receivedInstant",
             "firstReplyDay", "firstReplyInstant", "closedDay", "closedInstant", "reopenedDay", "confirmedDay", "registeredDay", "plannedDay") as content,
        row_number() over (partition by source, id order by edition, file, line) as arrival,
        row_number() over (partition by source, id order by
          edition desc,
          greatest("receivedDay", "firstReplyDay", "closedDay", "reopenedDay", "confirmedDay") desc,
          length(text) + length(reply) desc,
          content desc,
          file, line) as rank
      from rows`);
    await this.#connection.run("drop table rows");
    const perFile = await this.#connection.runAndReadAll(`
      select edition, file, count(*) filter (arrival = 1) as accepted, count(*) filter (arrival > 1) as merged
      from ranked group by edition, file order by edition, file`);
    const differing = await this.#connection.runAndReadAll(`
      select edition, min(first) as first, max(last) as last, count(*) as count
      from (select edition, min(file) as first, max(file) as last from ranked
            where (source, id) in (select (source, id) from ranked where arrival = 2)
            group by edition, source, id having count(distinct content) > 1)
      group by edition order by edition`);
    const totals = await this.#connection.runAndReadAll(`
      select count(*) filter (withdrawn = 1) as withdrawn, count(*) filter (withdrawn = 0) as remaining from ranked where rank = 1`);
    const [total] = totals.getRowObjectsJS();
    return {
      counts: perFile.getRowObjectsJS().map((row) => ({
        edition: String(row["edition"]),
        file: String(row["file"]),
        accepted: Number(row["accepted"]),
        merged: Number(row["merged"]),
      })),
      differing: differing.getRowObjectsJS().map((row) => ({
        edition: String(row["edition"]),
        file: row["first"] === row["last"] ? String(row["first"]) : null,
        count: Number(row["count"]),
      })),
      withdrawn: Number(total?.["withdrawn"]),
      remaining: Number(total?.["remaining"]),
      waiting,
    };
  }

  /** The first and the last possible day of receipt of each source, as they are told. @param weekly topics of which the week is told. Call after merge. */
  async toldSpans(weekly: readonly string[]): Promise<{ source: string; first: number; last: number }[]> {
    const result = await this.#connection.runAndReadAll(
      `select source, min(told) as first, max(told) as last
      from (select source, "receivedDay" - (case when list_contains($raw, topic) then ("receivedDay" + 3) % 7 else 0 end) as told from ranked
            where rank = 1 and "receivedDay" <= cast(edition as date) - date '1970-01-01' and "receivedDay" >= ${oldestDay})
      group by source order by source`,
      { raw: listValue(this.#asStored(weekly)) },
      { raw: LIST(VARCHAR) },
    );
    return result.getRowObjectsJS().map((row) => ({ source: String(row["source"]), first: Number(row["first"]), last: Number(row["last"]) }));
  }

  /**
   * Where numbers stand for other appeals than before, in the newest file of each source that has such. One number whose
   * date of receipt was corrected is no evidence; three are, where no correction explains them (the appeal would have been
   * received after it was closed, or after an edition that held it already), or where many of the numbers that came
   * again moved by more than two weeks, or most of them by days. Call after merge.
   */
  async reusedNumbers(): Promise<ReusedNumbers[]> {
    const result = await this.#connection.runAndReadAll(`
      with again as (
        select later.source, later.id, later.edition, later.file, later.line,
          abs(later."receivedDay" - earlier."receivedDay") > 14 as moved,
          abs(later."receivedDay" - earlier."receivedDay") > 2 as other,
          later."receivedDay" > earlier."receivedDay" + 14
            and (later."receivedDay" > earlier."closedDay" or later."receivedDay" > date_diff('day', date '1970-01-01', cast(earlier.edition as date))) as impossible
        from ranked later join ranked earlier on later.source = earlier.source and later.id = earlier.id and earlier.arrival = 1 and later.arrival > 1),
      judged as (
        select source, count(distinct id) as repeated, count(distinct id) filter (moved) as moved, count(distinct id) filter (other) as other,
          count(distinct id) filter (impossible) as impossible, max(edition) filter (other) as newest
        from again group by source)
      select newest as edition, max(again.file) as file, min(line) as line, count(distinct id) as count
      from judged join again on again.source = judged.source and again.edition = newest
      where again.other and (judged.impossible >= 3 or (judged.moved >= 3 and judged.moved >= judged.repeated * 0.2) or (judged.other >= 10 and judged.other >= judged.repeated * 0.5))
      group by judged.source, newest order by judged.source`);
    return result.getRowObjectsJS().map((row) => ({ edition: String(row["edition"]), file: String(row["file"]), line: Number(row["line"]), count: Number(row["count"]) }));
  }

  /**
   * Withdrawn appeals that an earlier edition held as they were, with the edition that took them back: their addresses
   * were published. Call after merge.
   */
  async takenBack(): Promise<{ source: string; id: string; edition: string }[]> {
    const result = await this.#connection.runAndReadAll(`
      select source, id, coalesce(min(edition) filter (withdrawn = 1 and edition > last), any_value(newest)) as edition
      from (select *,
              max(edition) filter (withdrawn = 0) over appeal as last,
              min(edition) filter (withdrawn = 0) over appeal as first,
              max(edition) over appeal as newest,
              max(withdrawn) filter (rank = 1) over appeal as gone
            from ranked window appeal as (partition by source, id))
      where gone = 1 and first < newest
      group by source, id order by source, id`);
    return result.getRowObjectsJS().map((row) => ({ source: String(row["source"]), id: String(row["id"]), edition: String(row["edition"]) }));
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
    return result.getRowObjectsJS().map((row) => ({ source: String(row["source"]), agency: String(row["agency"]), rows: Number(row["rows"]) }));
  }

  /** Everything that any edition said of one appeal, the first edition first. Call after merge. */
  async versionsOf(source: string, id: string): Promise<Appeal[]> {
    const names = storedColumns.map((column) => `"${column.name}"`).join(", ");
    const result = await this.#connection.runAndReadAll(`select ${names} from ranked where source = $source and id = $id order by edition, file, line`, { source, id });
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
    return [...topics, ...[...this.#recodedTopics].flatMap(([stored, code]) => (topics.includes(code) ? [stored] : []))];
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
