import type { DuckDBConnection } from "@duckdb/node-api";
import { holdUnfinishedEvents } from "./unfinishedEvents.ts";
import { arrivingColumns, rowsThatWaitIn, type RowsThatWait } from "./rowsThatWait.ts";
import { sqlText } from "./sqlText.ts";
import { closedCondition } from "./closedCondition.ts";

/**
 * Appeals of some topics are dated by their week only. Whoever compares two editions could still see on which days of it
 * an appeal was not there yet. So no row is read before its week is over: it comes with the next export of its source that is from after the
 * week, as that export has it, or, where that does not hold it again (a delta, a row that vanished), as it was. Dates after
 * the export are mistakes, and no week will end for them. Nor is an event read before its week is over (unfinishedEvents.ts).
 *
 * @param connection database with the table "rows", before it is merged
 * @param topics codes as they are stored
 * @param logs sources whose exports hold only what is new or changed
 */
export async function holdUnfinishedWeeks(
  connection: DuckDBConnection,
  topics: readonly string[],
  logs: readonly string[],
): Promise<RowsThatWait[]> {
  if (topics.length === 0) return [];
  const listed = topics.map(sqlText).join(", ");
  const dayOf = (edition: string) => `(cast(${edition} as date) - date '1970-01-01')`;
  // 1970-01-01 was a Thursday.
  const sunday = `"receivedDay" + 6 - ("receivedDay" + 3) % 7`;
  const isEarly = `topic in (${listed}) and "receivedDay" <= ${dayOf("edition")} and ${sunday} > ${dayOf("edition")}`;
  await connection.run(
    `create table early as select *, row_number() over (partition by source, id order by edition desc, file, line) as age, ${sunday} as sunday from rows where ${isEarly}`,
  );
  await connection.run(
    "create table delivered as select source, edition, min(file) as file from rows group by source, edition",
  );
  await connection.run(`delete from rows where ${isEarly}`);
  // Those that the first export after their week does not hold again arrive with it. What later ones hold changes nothing.
  await connection.run(`
    create table arriving as
    select early.source, early.id, min(delivered.edition) as edition
    from early join delivered on delivered.source = early.source and ${dayOf("delivered.edition")} >= early.sunday
    where early.age = 1
    group by early.source, early.id`);
  await connection.run(
    "delete from arriving where exists (select 1 from rows where rows.source = arriving.source and rows.id = arriving.id and rows.edition <= arriving.edition)",
  );
  const names = arrivingColumns("early");
  const arrivals = `arriving join early on early.source = arriving.source and early.id = arriving.id and early.age = 1
    join delivered on delivered.source = arriving.source and delivered.edition = arriving.edition`;
  await connection.run(`insert into rows select ${names} from ${arrivals}`);
  const counts = await connection.runAndReadAll(`
    select edition, file, sum(waiting) as waiting, sum(arrived) as arrived, sum(closed) as closed from (
      select edition, file, 1 as waiting, 0 as arrived, case when ${closedCondition} then 1 else 0 end as closed from early
      union all select delivered.edition, delivered.file, 0, 1, case when ${closedCondition} then -1 else 0 end from ${arrivals})
    group by edition, file order by edition, file`);
  for (const table of ["early", "delivered", "arriving"]) await connection.run(`drop table ${table}`);
  const rows = rowsThatWaitIn(counts);
  return summed([...rows, ...(await holdUnfinishedEvents(connection, listed, logs))]);
}

/** One for each file. */
function summed(all: readonly RowsThatWait[]): RowsThatWait[] {
  return [...Map.groupBy(all, ({ edition, file }) => `${edition}/${file}`).values()].map((rows) =>
    rows.reduce((sum, { waiting, arrived, closed }) => ({
      ...sum,
      waiting: sum.waiting + waiting,
      arrived: sum.arrived + arrived,
      closed: sum.closed + closed,
    })),
  );
}
