import { expect, test } from "vitest";
import { allTime, factsOf } from "./portal.ts";

const source = (more = "") =>
  `title: Реестр\nfiles: ['*.csv']\nchannel: letter\n${more}columns: { id: id, received: received, closed: closed, agency: agency }\n`;
const table = (year: number, count: number, from = 1) =>
  ["id,received,closed,agency", ...rows(year, count, from)].join("\n");
const rows = (year: number, count: number, from = 1) =>
  Array.from(
    { length: count },
    (_, index) => `${from + index},${year}-02-${String((index % 28) + 1).padStart(2, "0")},${year}-03-20,А`,
  );

test.each(["kind: delta\n", "kind: snapshot\n"])(
  "numbers that stand for other appeals than before stop the run (%s)",
  async (kind) => {
    await expect(
      factsOf(source(kind), { "2025-12-31/a.csv": table(2025, 30), "2026-06-30/a.csv": table(2026, 20) }),
    ).rejects.toMatchObject({ code: "EXPORT_UNUSABLE", places: [{ file: "exports/2026-06-30/a.csv" }] });
  },
);

test("so they do in one file, and where they are few among many that came again", async () => {
  await expect(
    factsOf(source(), { "2026-06-30/a.csv": [table(2025, 30), ...rows(2026, 20)].join("\n") }),
  ).rejects.toMatchObject({ code: "EXPORT_UNUSABLE" });
  await expect(
    factsOf(source("kind: delta\n"), {
      "2025-12-31/a.csv": table(2025, 200),
      "2026-06-30/a.csv": [table(2025, 100, 101), ...rows(2026, 3)].join("\n"),
    }),
  ).rejects.toMatchObject({ code: "EXPORT_UNUSABLE" });
});

test("so does a counter of rows in exports of two weeks running", async () => {
  const week = (from: number) =>
    [
      "id,received,closed,agency",
      ...Array.from(
        { length: 20 },
        (_, index) => `${index + 1},2026-06-${String(from + (index % 7)).padStart(2, "0")},,А`,
      ),
    ].join("\n");
  await expect(
    factsOf(source("kind: delta\n"), { "2026-06-08/a.csv": week(1), "2026-06-15/a.csv": week(8) }),
  ).rejects.toMatchObject({ code: "EXPORT_UNUSABLE" });
});

test("numbered by years, all of them are counted", async () => {
  const facts = await factsOf(source("kind: delta\nnumbers: yearly\n"), {
    "2025-12-31/a.csv": table(2025, 30),
    "2026-06-30/a.csv": table(2026, 20),
  });
  expect(allTime(facts).received).toEqual({ state: "exact", value: 50 });
});

test("a date of receipt that was put right makes no other appeal", async () => {
  const wrong = table(2026, 20).replace("2026-02-07", "2026-01-03").replace("2026-02-08", "2026-01-04");
  const facts = await factsOf(source(), { "2026-05-31/a.csv": wrong, "2026-06-30/a.csv": table(2026, 20) });
  expect(allTime(facts).received).toEqual({ state: "exact", value: 20 });
});
