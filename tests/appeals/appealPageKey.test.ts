import type { Outlook } from "../../src/appeals/outlook.ts";
import { expect, it } from "vitest";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { DatedChange } from "../../src/appeals/appealHistory.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { appealArticleKey, appealKey, appealPageKey } from "../../src/appeals/appealPageKey.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const closed = appeal({
  id: "a",
  firstReply: "2026-01-05",
  closed: "2026-01-06",
  outcome: "acted",
  followedUntil: "2026-01-31",
});
const open: PublicAppeal = {
  ...closed,
  firstReply: null,
  closed: null,
  outcome: "open",
  firstReplyState: "waiting",
  closingState: "waiting",
};
const neighbour = appeal({ id: "b", text: "Когда починят фонарь?", reply: "Починили." });

const keyOf = (
  appeal: PublicAppeal,
  edition = "2026-01-31",
  beside: PublicAppeal[] = [neighbour],
  histories: ReadonlyMap<string, readonly DatedChange[]> = new Map(),
  usual = 2,
  ahead: Outlook | null = null,
) =>
  appealPageKey(
    appeal,
    beside.map((other) => appealKey(listedAppeal(other))),
    { histories, usualCount: () => usual, outlook: () => ahead },
    edition,
  );

it("stays the same in a later edition that knows no more of a closed appeal", () => {
  expect(keyOf({ ...closed, followedUntil: "2026-02-28" }, "2026-02-28")).toBe(keyOf(closed));
});

it("becomes another with the day of the edition while something is waited for", () => {
  expect(keyOf({ ...open, followedUntil: "2026-02-28" }, "2026-02-28")).not.toBe(keyOf(open));
});

it("becomes another with what is ahead of an appeal that waits", () => {
  const ahead: Outlook = {
    event: "closing",
    waited: 30,
    precision: "day",
    remaining: { half: 5, threeQuarters: null, nineOfTen: null, known: 9, left: 0.4 },
    end: { days: 39, left: 0.1 },
  };
  expect(keyOf(open, undefined, undefined, undefined, undefined, ahead)).not.toBe(keyOf(open));
});

it("becomes another with what the page tells of the appeal, of its neighbours and of its past", () => {
  expect(keyOf({ ...closed, reply: "Иной ответ." })).not.toBe(keyOf(closed));
  expect(keyOf({ ...closed, followedUntil: undefined })).not.toBe(keyOf(closed));
  expect(keyOf(closed, undefined, [{ ...neighbour, text: "Когда починят дорогу?" }])).not.toBe(keyOf(closed));
  expect(keyOf(closed, undefined, [])).not.toBe(keyOf(closed));
  const change: DatedChange = {
    date: "2026-01-31",
    change: {
      kind: "returned",
      id: closed.id,
      agency: closed.agency,
      channel: closed.channel,
      field: null,
      before: null,
      after: null,
    },
  };
  expect(keyOf(closed, undefined, undefined, new Map([[closed.id, [change]]]))).not.toBe(keyOf(closed));
});

it("becomes another where the usual waits of its agency begin or cease to be told, and only then", () => {
  expect(keyOf(closed, undefined, undefined, undefined, 0)).not.toBe(keyOf(closed));
  expect(keyOf(closed, undefined, undefined, undefined, 2)).toBe(keyOf(closed));
});

it("stays the same whatever a neighbour was answered, which no list tells", () => {
  expect(keyOf(closed, undefined, [{ ...neighbour, reply: "Починим." }])).toBe(keyOf(closed));
});

it("of an appeal in a bundle becomes another on the day on which its author is advised another thing, and not before", () => {
  const waiting: PublicAppeal = {
    ...open,
    channel: "social",
    received: "2026-01-01",
    firstReply: null,
    firstReplyDays: null,
    firstReplyState: "waiting",
    firstReplyNorm: 1,
  };
  const blocks = (text: string) => [{ kind: "paragraph" as const, text }];
  const help = {
    title: "Если молчат",
    lead: [],
    sources: [],
    advice: [
      { channels: ["social" as const], from: 0, afterNorm: true as const, blocks: blocks("срок прошёл") },
      { channels: ["social" as const], from: 40, blocks: blocks("в суд") },
    ],
  };
  const facts = { ...exampleFacts(), help: { ru: help } };
  const keyAt = (day: string) =>
    appealArticleKey({ ...waiting, followedUntil: day }, { facts, histories: new Map(), usualCount: () => 0 }, day);
  expect(keyAt("2026-02-09")).toBe(keyAt("2026-01-20"));
  expect(keyAt("2026-02-10")).not.toBe(keyAt("2026-02-09"));
});
