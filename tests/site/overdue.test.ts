import { expect, test } from "vitest";
import { justOverdue, overdueAppeals, overdueByAgency } from "../../src/site/overdue.ts";
import { type PublicAppeal } from "../../src/model/appeal.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { overdueLead } from "../../src/site/overdueLead.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { createTelling } from "../../src/words/telling.ts";

const norms = { firstReplyNorm: 3, closingNorm: 30 };
const edition = "2026-10-31";
const appeals = () => [
  appeal({ id: "silent", received: "2026-10-20", ...norms }),
  appeal({ id: "fresh", received: "2026-10-29", ...norms }),
  appeal({ id: "replied", received: "2026-09-25", firstReply: "2026-09-26", firstReplyDays: 1, ...norms, agency: "housing" }),
  appeal({ id: "done", received: "2026-01-01", firstReply: "2026-05-01", firstReplyDays: 120, closed: "2026-06-01", closingDays: 151, outcome: "acted", ...norms }),
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

test("where only the week of receipt is told an appeal waits for the least that it can have waited", () => {
  const told = overdueAppeals([appeal({ id: "week", received: "2026-03-02", datesToWeek: true, ...norms })].map(listedAppeal), edition);
  expect(told.map(({ waited, late }) => [waited, late])).toEqual([[237, 234]]);
});

test("that none is overdue is said only where the exports could tell", () => {
  const facts = exampleFacts();
  const lead = (...told: Partial<PublicAppeal>[]): string => overdueLead(createTelling({ ...facts, norms: [{ channel: "letter", event: "closing", amount: 30, unit: "days", basis: "порядок" }] }), told.map((one) => listedAppeal({ ...appeal({ id: "a", received: "2026-10-20", ...norms }), followedUntil: "2026-10-31", ...one }))).replaceAll("\u00a0", " ");
  // Neither replies nor closings are recorded: no state.
  expect(lead({})).toMatch(/^Когда на обращения ответили и когда их закрыли, выгрузки не говорят/);
  expect(lead({}, { closingState: "waiting", firstReplyNorm: null })).toMatch(/^Просроченных обращений на .* нет\.$/);
  expect(lead({ firstReplyState: "undated", closingState: "undated" })).toMatch(/^Просроченных обращений на .* нет\.$/);
  expect(lead({ firstReplyState: "waiting" })).toMatch(/срок прошёл, а обращение ещё ждёт: 1 обращение. Без единого ответа из них — 1\./);
});

test("the just overdue are those whose norm ran out within the last days, the newest first", () => {
  expect(justOverdue(overdueAppeals(appeals(), edition), 7).map(({ appeal: { id } }) => id)).toEqual(["replied"]);
  expect(justOverdue(overdueAppeals(appeals(), edition), 8).map(({ appeal: { id } }) => id)).toEqual(["replied", "silent"]);
});

test("agencies have their sums, and the sums are all there is", () => {
  const overdue = overdueAppeals(appeals(), edition);
  const sums = overdueByAgency(overdue);
  expect(Object.fromEntries(sums)).toEqual({ roads: { count: 2, silent: 2, longest: 244 }, housing: { count: 1, silent: 0, longest: 36 } });
  expect([...sums.values()].reduce((sum, { count }) => sum + count, 0)).toBe(overdue.length);
});

test("nobody waits for a first reply that the source never records", () => {
  const register = appeals().map((one) => ({ ...one, firstReply: null, firstReplyDays: null, followedUntil: edition, closingState: one.closed === null ? ("waiting" as const) : ("done" as const) }));
  expect(overdueAppeals(register, edition).map(({ appeal: { id }, event, replied }) => [id, event, replied])).toEqual([
    ["old", "closing", false],
    ["replied", "closing", false],
  ]);
});
