import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Appeal } from "../../src/model/appeal.ts";
import { isClosed } from "../../src/model/events/closing.ts";
import { AppealStore } from "../../src/store/appealStore.ts";

const appeal = (changes: Partial<Appeal>): Appeal => ({
  source: "social",
  id: "1",
  edition: "2026-08-31",
  file: "social.csv",
  line: 2,
  channel: "social",
  agency: "zhkh",
  handedFrom: "",
  topic: "heating",
  place: "kitezh",
  received: { day: 20_000, instant: 20_000 * 86_400_000 + 5 },
  registered: null,
  firstReply: null,
  closed: null,
  reopened: null,
  confirmed: null,
  planned: null,
  outcome: "open",
  withdrawn: false,
  rating: null,
  text: "Нет тепла",
  reply: "",
  ...changes,
});

test("of withdrawn appeals those are told that an earlier edition held, with the first edition that took them back", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-store-"));
  const store = await AppealStore.open(folder);
  try {
    const editions = ["2026-08-31", "2026-09-30", "2026-10-31"];
    const rows = (id: string, withdrawn: (boolean | null)[]) =>
      withdrawn.flatMap((isWithdrawn, at) =>
        isWithdrawn === null ? [] : [appeal({ id, edition: editions[at]!, withdrawn: isWithdrawn })],
      );
    store.append([
      ...rows("stays", [false, false, false]),
      ...rows("back-in-september", [false, true, true]),
      ...rows("back-in-october", [false, false, true]),
      ...rows("never-seen", [null, true, true]),
      ...rows("restored", [false, true, false]),
      ...rows("vanished-when-back", [false, true, null]),
    ]);
    await store.merge();
    expect(await store.takenBack()).toEqual([
      { source: "social", id: "back-in-october", edition: "2026-10-31" },
      { source: "social", id: "back-in-september", edition: "2026-09-30" },
      { source: "social", id: "vanished-when-back", edition: "2026-09-30" },
    ]);
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
});

async function through(rows: Appeal[], weekly: string[] = [], held: string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), "otklik-store-"));
  const store = await AppealStore.open(folder);
  try {
    store.append(rows);
    const merged = await store.merge(new Map(), held);
    const appeals: Appeal[] = [];
    for await (const group of store.appeals(weekly)) appeals.push(...group);
    return { ...merged, appeals };
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
}

test("an appeal comes back as it went in", async () => {
  const whole = appeal({
    handedFrom: "mintrans",
    registered: { day: 20_001, instant: null },
    firstReply: { day: 20_001, instant: 20_001 * 86_400_000 + 7 },
    closed: { day: 20_003, instant: null },
    confirmed: { day: 20_009, instant: null },
    rating: 4,
    outcome: "acted",
    reply: "Тепло подано.\n«Спасибо»; да",
  });
  expect((await through([whole])).appeals).toEqual([whole]);
});

test("the newest edition wins, whole, and each file counts what it started and what it changed", async () => {
  const { appeals, counts } = await through([
    appeal({ rating: 5 }),
    appeal({ id: "2" }),
    appeal({ edition: "2026-09-30", line: 5, outcome: "acted", closed: { day: 20_010, instant: null } }),
    appeal({ edition: "2026-09-30", line: 6, id: "3" }),
  ]);
  expect(appeals.map(({ id, outcome, rating }) => [id, outcome, rating]).sort()).toEqual([
    ["1", "acted", null],
    ["2", "open", null],
    ["3", "open", null],
  ]);
  expect(counts).toEqual([
    { edition: "2026-08-31", file: "social.csv", accepted: 2, merged: 0 },
    { edition: "2026-09-30", file: "social.csv", accepted: 1, merged: 1 },
  ]);
});

test("a withdrawn appeal leaves no trace", async () => {
  const { appeals, withdrawn, remaining } = await through([
    appeal({}),
    appeal({ edition: "2026-09-30", withdrawn: true }),
  ]);
  expect(appeals).toEqual([]);
  expect([withdrawn, remaining]).toEqual([1, 0]);
});

test("the same number in two sources is two appeals", async () => {
  expect((await through([appeal({}), appeal({ source: "letters", file: "letters.csv" })])).remaining).toBe(2);
});

test("inside one edition the copy that knows the latest event wins, in whatever order the rows come", async () => {
  const copies = [
    appeal({ line: 2 }),
    appeal({ line: 3, closed: { day: 20_004, instant: null }, outcome: "acted" }),
    appeal({ line: 4, firstReply: { day: 20_002, instant: null }, text: "Нет тепла уже неделю" }),
    appeal({ line: 5, text: "Другой текст" }),
  ];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(copies, { minLength: copies.length }), async (rows) => {
      const { appeals } = await through(rows.map((row, index) => ({ ...row, line: index + 2 })));
      expect(appeals.map(({ outcome }) => outcome)).toEqual(["acted"]);
    }),
    { numRuns: 10 },
  );
});

test("appeals come out newest first, those with a bare date after those with an hour of the same day", async () => {
  const { appeals } = await through([
    appeal({ id: "a", received: { day: 20_000, instant: null } }),
    appeal({ id: "b", received: { day: 20_001, instant: 20_001 * 86_400_000 } }),
    appeal({ id: "c", received: { day: 20_000, instant: 20_000 * 86_400_000 + 60_000 } }),
  ]);
  expect(appeals.map(({ id }) => id)).toEqual(["b", "c", "a"]);
});

test("an appeal of which only the week is told stands at its Monday, after all others of that day", async () => {
  // Day 20,000 (2024-10-04) is a Friday, 19,996 its Monday.
  const at = (id: string, day: number, topic = "roads") =>
    appeal({ id, topic, received: { day, instant: day * 86_400_000 } });
  const { appeals } = await through(
    [at("friday", 20_000, "health"), at("monday", 19_996), at("sunday", 19_995), at("saturday", 20_001)],
    ["health"],
  );
  expect(appeals.map(({ id }) => id)).toEqual(["saturday", "monday", "friday", "sunday"]);
});

test("of the rows that wait for the end of their week those are closed that the rules of events call so", async () => {
  const ending = { closed: { day: 20_000, instant: null }, edition: "2024-10-05" };
  const rows = [
    appeal({ ...ending, outcome: "acted" }),
    appeal({ ...ending, id: "2", outcome: "unowed" }),
    appeal({ id: "3", edition: "2024-10-05" }),
  ];
  const { waiting } = await through(rows, ["heating"], ["heating"]);
  expect(rows.filter(isClosed)).toHaveLength(1);
  expect(waiting).toEqual([{ edition: "2024-10-05", file: "social.csv", waiting: 3, arrived: 0, closed: 1 }]);
});

test("numbers whose copies inside one edition differ are counted, by the file that holds them", async () => {
  const { differing } = await through([
    appeal({ line: 2 }),
    appeal({ line: 3 }),
    appeal({ id: "2", line: 4 }),
    appeal({ id: "2", line: 5, place: "other" }),
    appeal({ id: "2", line: 6, place: "third" }),
    appeal({ id: "3", line: 7 }),
    appeal({ id: "3", edition: "2026-09-30", outcome: "acted" }),
    appeal({ id: "4", edition: "2026-09-30" }),
    appeal({ id: "4", edition: "2026-09-30", file: "more.csv", text: "Всё ещё нет тепла" }),
  ]);
  expect(differing).toEqual([
    { edition: "2026-08-31", file: "social.csv", count: 1 },
    { edition: "2026-09-30", file: null, count: 1 },
  ]);
});
