import { DuckDBInstance } from "@duckdb/node-api";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mergeExports } from "../../src/flow/mergeExports.ts";
import type { Progress } from "../../src/flow/progress.ts";
import { isoDateOfDay } from "../../src/model/moment.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { AppealStore } from "../../src/store/appealStore.ts";
import { portalFolder } from "./portal.ts";

const silent: Progress = { stage: (_, run) => run(() => undefined) };
const source = `title: Письма
files: ["letters*"]
channel: letter
columns: { id: id, received: received, firstReply: firstReply, closed: closed, reopened: reopened, confirmed: confirmed, withdrawn: withdrawn, text: text, reply: reply }
ignore: [edition, year]
`;

/** 400 appeals in four editions: some change, some vanish, some come twice in one edition, some are withdrawn. */
const rows = `
  select '2026-0' || e || '-28' as edition, 'П-' || i as id, date '2026-01-01' + cast(i % 20 as integer) as received,
    case when (i + e) % 3 = 0 then date '2026-01-25' + cast(copy as integer) end as firstReply,
    case when (i * e) % 5 = 4 then date '2026-01-26' end as closed,
    cast(null as date) as reopened,
    case when (i * e) % 10 = 4 then date '2026-01-27' end as confirmed,
    case when i % 41 = 0 and e > 2 then 'да' else 'нет' end as withdrawn,
    'Обращение ' || i || repeat(' снова', cast(copy as integer)) as text,
    case when (i * e) % 5 = 4 then 'Сделано ' || e end as reply
  from range(400) as a(i), range(2, 6) as b(e), range(2) as c(copy)
  where (i + e) % 7 > 0 and (copy = 0 or i % 11 = 0)`;

const documented = async (page: string): Promise<string> =>
  /```sql\n([\s\S]+?)```/u.exec(await readFile(new URL(`../../docs/${page}`, import.meta.url), "utf8"))![1]!;

async function merged(folder: string): Promise<string[]> {
  const store = await AppealStore.open(join(folder, "work"));
  await mergeExports(await readSettings(folder), store, silent);
  const told: string[] = [];
  for await (const appeals of store.appeals())
    for (const { id, received, firstReply, closed, confirmed, text, reply } of appeals)
      told.push(
        [
          id,
          ...[received, firstReply, closed, confirmed].map((moment) => (moment ? isoDateOfDay(moment.day) : "")),
          text,
          reply,
        ].join(" | "),
      );
  store.close();
  return told.sort();
}

test("the SQL of the guide merges editions in an engine as the program merges them", async () => {
  const sql = await documented("sources.md");
  expect(await documented("sources.ru.md")).toBe(sql);
  const [apart, together] = [await portalFolder(source, {}), await portalFolder(source, {})];
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const edition of ["2026-02-28", "2026-03-28", "2026-04-28", "2026-05-28"]) {
    await mkdir(join(apart, "exports", edition), { recursive: true });
    await connection.run(
      `copy (select * from (${rows}) where edition = '${edition}') to '${join(apart, "exports", edition, "letters.parquet")}' (format parquet)`,
    );
  }
  // As an engine keeps them: one data set, divided by edition.
  await connection.run(`copy (${rows}) to '${join(together, "kept")}' (format parquet, partition_by (edition))`);
  await connection.run(
    `create view letters as select * from read_parquet('${join(together, "kept")}/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)`,
  );
  await mkdir(join(together, "exports/2026-05-28"), { recursive: true });
  await connection.run(
    `copy (select * exclude (place), year(received) as year from (${sql})) to '${join(together, "exports/2026-05-28/letters")}' (format parquet, partition_by (year))`,
  );
  connection.closeSync();
  const told = await merged(together);
  expect(told.length).toBeGreaterThan(300);
  expect(told).toEqual(await merged(apart));
});
