import type { DuckDBConnection } from "@duckdb/node-api";
import { arrivingColumns, rowsThatWaitIn, type RowsThatWait } from "./rowsThatWait.ts";
import { sqlText } from "./sqlText.ts";

/** Events that are told by their week. */
const events = ["registered", "firstReply", "closed", "reopened", "confirmed"] as const;

/** What an export of one day has of an event: days since 1970-01-01, which was a Thursday. */
const dayOf = (edition: string) => `(cast(${edition} as date) - date '1970-01-01')`;
const sundayOf = (event: string) => `("${event}Day" + 6 - ("${event}Day" + 3) % 7)`;
const isUnfinished = (event: string) =>
  `coalesce("${event}Day" <= ${dayOf("edition")} and ${sundayOf(event)} > ${dayOf("edition")}, false)`;

/** What a row says where an event of it is not read yet; the rest of it stays. A rating and a reply come with their event. */
const unread: readonly [column: string, after: string, instead: string][] = [
  ...events.flatMap((event): [string, string, string][] => [
    [`${event}Day`, isUnfinished(event), "null"],
    [`${event}Instant`, isUnfinished(event), "null"],
  ]),
  ["outcome", `${isUnfinished("closed")} and outcome <> 'unowed'`, "'open'"],
  ["reply", `${isUnfinished("firstReply")} or ${isUnfinished("closed")}`, "''"],
  ["rating", `${isUnfinished("firstReply")} or ${isUnfinished("closed")}`, "null"],
];

/**
 * An event of a week that is not over is not read either: of two editions the one that holds it and the one that does not
 * would tell the days on which it may have been. The row says until then what it would say without the event, and comes whole
 * with the next export of its source from after that week, unless that one holds it itself.
 *
 * @param connection database with the table "rows", before it is merged
 * @param listed topics as they are stored, as a list of SQL
 * @param logs sources whose exports hold only what is new or changed: a row there is the event, and none where the appeal is known already
 * @returns closed: how many rows are not read as closed yet, less those that arrived so
 */
export async function holdUnfinishedEvents(
  connection: DuckDBConnection,
  listed: string,
  logs: readonly string[],
): Promise<RowsThatWait[]> {
  const isHeld = `topic in (${listed}) and (${events.map(isUnfinished).join(" or ")})`;
  const until = `greatest(${events.map((event) => `case when ${isUnfinished(event)} then ${sundayOf(event)} end`).join(", ")})`;
  const quoted = logs.map(sqlText).join(", ") || "null";
  const isNews = `coalesce(source in (${quoted}), false) and exists (select 1 from rows as known where known.source = rows.source and known.id = rows.id and known.edition < rows.edition)`;
  const isClosing = isUnfinished("closed");
  await connection.run(
    `create table held as select *, row_number() over (partition by source, id order by edition desc, file, line) as age, ${until} as until, ${isClosing} as closing, ${isNews} as news from rows where ${isHeld}`,
  );
  await connection.run(
    "create table delivered as select source, edition, min(file) as file from rows group by source, edition",
  );
  await connection.run(
    "delete from rows where exists (select 1 from held where held.news and held.source = rows.source and held.id = rows.id and held.edition = rows.edition and held.file = rows.file and held.line = rows.line)",
  );
  await connection.run(
    `update rows set ${unread.map(([column, after, instead]) => `"${column}" = case when ${after} then ${instead} else "${column}" end`).join(", ")} where ${isHeld}`,
  );
  await connection.run(`
    create table arriving as
    select held.source, held.id, held.edition as seen, min(delivered.edition) as edition
    from held join delivered on delivered.source = held.source and ${dayOf("delivered.edition")} >= held.until
    where held.age = 1
    group by held.source, held.id, held.edition`);
  await connection.run(
    "delete from arriving where exists (select 1 from rows where rows.source = arriving.source and rows.id = arriving.id and rows.edition > arriving.seen and rows.edition <= arriving.edition)",
  );
  const names = arrivingColumns("held");
  const arrivals = `arriving join held on held.source = arriving.source and held.id = arriving.id and held.age = 1
    join delivered on delivered.source = arriving.source and delivered.edition = arriving.edition`;
  await connection.run(`insert into rows select ${names} from ${arrivals}`);
  const counts = await connection.runAndReadAll(`
    select edition, file, sum(waiting) as waiting, sum(arrived) as arrived, sum(closed) as closed from (
      select edition, file, case when news then 1 else 0 end as waiting, 0 as arrived, case when closing then 1 else 0 end as closed from held
      union all select delivered.edition, delivered.file, 0, 1, case when closing then -1 else 0 end from ${arrivals})
    group by edition, file order by edition, file`);
  for (const table of ["held", "delivered", "arriving"]) await connection.run(`drop table ${table}`);
  return rowsThatWaitIn(counts);
}
