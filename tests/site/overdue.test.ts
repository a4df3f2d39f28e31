import { expect, test } from "vitest";
import { justOverdue, overdueAppeals, overdueByAgency, overdueDays } from "../../src/site/overdue.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { overdueLead } from "../../src/site/overdueLead.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { createVoice } from "../../src/words/language.ts";
import { createTelling } from "../../src/words/telling.ts";

const norms = { firstReplyNorm: 3, closingNorm: 30 };
const edition = "2026-10-31";
const appeals = () =>
  [
    appeal({ id: "silent", received: "2026-10-20", ...norms }),
    appeal({ id: "fresh", received: "2026-10-29", ...norms }),
    appeal({
      id: "replied",
      received: "2026-09-25",
      firstReply: "2026-09-26",
      firstReplyDays: 1,
      ...norms,
      agency: "housing",
    }),
    appeal({
      id: "done",
      received: "2026-01-01",
      firstReply: "2026-05-01",
      firstReplyDays: 120,
      closed: "2026-06-01",
      closingDays: 151,
      outcome: "acted",
      ...norms,
    }),
    appeal({ id: "no-norm", received: "2026-01-01", firstReplyNorm: null, closingNorm: null }),
    appeal({ id: "old", received: "2026-03-01", ...norms }),
  ].map(listedAppeal);

test("an appeal is overdue while it waits longer than its norm; what is done late is not overdue any more", () => {
  const overdue = overdueAppeals(appeals(), edition);
  expect(overdue.map(({ appeal: { id }, event, waited, late }) => [id, event, waited, late])).toEqual([
    ["old", "first-reply", 244, 241],
    ["silent", "first-reply", 11, 8],
    ["replied", "closing", 36, 6],
  ]);
});

test("a deadline of hours that ran out hours ago is late by less than a day, not by the day that one has waited", () => {
  const hours = {
    received: "2026-10-30T08:00+03:00",
    followedUntil: "2026-10-31T23:00+03:00",
    firstReplyNorm: 1,
  } as const;
  const [late] = overdueAppeals(
    [appeal({ id: "hours", ...hours, firstReplyState: "waiting", closingState: "waiting" })].map(listedAppeal),
    edition,
  );
  expect([late?.waited, late?.late]).toEqual([1, 0]);
  expect(overdueDays(0, false, createVoice("ru"))).toBe("меньше дня");
});

test("where only the week of receipt is told an appeal waits for the least that it can have waited", () => {
  const told = overdueAppeals(
    [appeal({ id: "week", received: "2026-03-02", datesToWeek: true, ...norms })].map(listedAppeal),
    edition,
  );
  expect(told.map(({ waited, late }) => [waited, late])).toEqual([[237, 234]]);
});

test("that none is overdue is said only where the exports could tell", () => {
  const facts = exampleFacts();
  const lead = (...told: Partial<PublicAppeal>[]): string =>
    overdueLead(
      createTelling({
        ...facts,
        norms: [{ channel: "letter", event: "closing", amount: 30, unit: "days", basis: "порядок" }],
      }),
      told.map((one) =>
        listedAppeal({ ...appeal({ id: "a", received: "2026-10-20", ...norms }), followedUntil: "2026-10-31", ...one }),
      ),
    ).replaceAll("\u00a0", " ");
  // Neither replies nor closings are recorded: no state.
  expect(lead({})).toMatch(/^Когда на обращения ответили и когда их закрыли, выгрузки не говорят/);
  expect(lead({}, { closingState: "waiting", firstReplyNorm: null })).toMatch(/^Просроченных обращений на .* нет\.$/);
  expect(lead({ firstReplyState: "undated", closingState: "undated" })).toMatch(/^Просроченных обращений на .* нет\.$/);
  expect(lead({ firstReplyState: "waiting" })).toMatch(/просрочено 1 обращение. Без единого ответа из них — 1\./);
});

test("the just overdue are those whose norm ran out within the last days, the newest first", () => {
  expect(justOverdue(overdueAppeals(appeals(), edition), 7).map(({ appeal: { id } }) => id)).toEqual(["replied"]);
  expect(justOverdue(overdueAppeals(appeals(), edition), 8).map(({ appeal: { id } }) => id)).toEqual([
    "replied",
    "silent",
  ]);
});

test("agencies have their sums, and the sums are all there is", () => {
  const overdue = overdueAppeals(appeals(), edition);
  const sums = overdueByAgency(overdue);
  expect(Object.fromEntries(sums)).toEqual({
    roads: { count: 2, silent: 2, longest: 244, longestIsLeast: false },
    housing: { count: 1, silent: 0, longest: 36, longestIsLeast: false },
  });
  expect([...sums.values()].reduce((sum, { count }) => sum + count, 0)).toBe(overdue.length);
});

test("where the longest wait of an agency may be that of an appeal told to its week, it is the least that it can be", () => {
  const week = (received: string) => appeal({ id: received, received, datesToWeek: true, ...norms });
  const old = appeal({ id: "old", received: "2026-03-01", ...norms });
  const longest = (...of: PublicAppeal[]) => {
    const { longest: days, longestIsLeast } = overdueByAgency(overdueAppeals(of.map(listedAppeal), edition)).get(
      "roads",
    )!;
    return overdueDays(days, longestIsLeast, createVoice("ru")).replaceAll("\u00a0", " ");
  };
  expect(longest(week("2026-03-02"))).toBe("не меньше 237 дней");
  // Of the week of the second of March nobody has waited longer than since the first.
  expect(longest(week("2026-03-02"), old)).toBe("244 дня");
  expect(longest(week("2026-02-23"), old)).toBe("не меньше 244 дней");
});

test("an appeal told to its week is just overdue where its norm cannot have run out before", () => {
  const recent = (firstReplyNorm: number) =>
    justOverdue(
      overdueAppeals(
        [listedAppeal(appeal({ id: "a", received: "2026-10-19", datesToWeek: true, ...norms, firstReplyNorm }))],
        edition,
      ),
      7,
    ).length;
  // Received from the 19th to the 25th: three days later is from 3 to 9 days before the edition, five days later from 1 to 7.
  expect([recent(3), recent(5)]).toEqual([0, 1]);
});

test("nobody waits for a first reply that the source never records", () => {
  const register = appeals().map((one) => ({
    ...one,
    firstReply: null,
    firstReplyDays: null,
    followedUntil: edition,
    closingState: one.closed === null ? ("waiting" as const) : ("done" as const),
  }));
  expect(overdueAppeals(register, edition).map(({ appeal: { id }, event, replied }) => [id, event, replied])).toEqual([
    ["old", "closing", false],
    ["replied", "closing", false],
  ]);
});
