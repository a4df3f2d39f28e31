import { expect, test } from "vitest";
import { allTime, factsOf } from "./portal.ts";

const source = `title: Письма
files: ["*.csv"]
channel: letter
columns: { id: id, received: received, registered: registered, firstReply: replied, closed: closed, outcome: status, agency: agency }
outcomes: { Отозвано: withdrawn, В работе: open }
`;
const csv = (rows: string[]): string =>
  ["id,received,registered,replied,closed,status,agency", ...rows.map((row, n) => `${n + 1},${row},Управа`)].join("\n");
const answered = Array<string>(5).fill("2026-10-01,2026-10-02,2026-10-04,,В работе");

/** How many appeals each clock counts for the first reply, and how many of them can no longer have one. */
async function counted(rows: string[]): Promise<number[][]> {
  const { firstReply, agencyClock } = allTime(
    await factsOf(source, { "2026-10-31/a.csv": csv([...answered, ...rows]) }),
  );
  if ("state" in agencyClock) throw new Error("No clock");
  return [
    [firstReply.n, firstReply.waiting],
    [agencyClock.firstReply.n, agencyClock.firstReply.waiting],
  ];
}

test("an appeal that was taken back waited until then by either clock", async () => {
  expect(await counted(["2026-10-01,2026-10-02,,2026-10-05,Отозвано"])).toEqual([
    [6, 1],
    [6, 1],
  ]);
});

test("one that was taken back before it was registered counts by its author's clock alone", async () => {
  expect(await counted(["2026-10-01,2026-10-20,,2026-10-05,Отозвано"])).toEqual([
    [6, 1],
    [5, 0],
  ]);
});

test("one that was taken back nobody knows when counts by neither", async () => {
  expect(await counted(["2026-10-01,2026-10-02,,,Отозвано"])).toEqual([
    [5, 0],
    [5, 0],
  ]);
});
