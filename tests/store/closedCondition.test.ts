import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { isClosed } from "../../src/model/events/closing.ts";
import { outcomes } from "../../src/model/outcome.ts";
import { closedCondition } from "../../src/store/closedCondition.ts";

test("SQL calls those rows closed that the rules of events do, whatever a row holds", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = outcomes.flatMap((outcome) =>
    [null, 20_000].flatMap((closedDay) => [0, 1].map((closedUndated) => ({ outcome, closedDay, closedUndated }))),
  );
  const values = rows.map(
    ({ outcome, closedDay, closedUndated }, at) =>
      `(${at}, '${outcome}', ${closedDay ?? "cast(null as integer)"}, ${closedUndated})`,
  );
  const told = await connection.runAndReadAll(
    `select ${closedCondition} as closed from (values ${values.join(", ")}) as cells(position, outcome, "closedDay", "closedUndated") order by position`,
  );
  const expected = rows.map(({ outcome, closedDay, closedUndated }) =>
    isClosed({ closed: closedDay, outcome, closedUndated: closedUndated === 1 }),
  );
  expect(told.getRowObjectsJS().map(({ closed }) => closed)).toEqual(expected);
  expect(new Set(expected).size).toBe(2);
});
