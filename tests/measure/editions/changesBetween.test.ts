import { describe, expect, test } from "vitest";
import { changesBetween, type EditionState } from "../../../src/measure/editions/changesBetween.ts";
import type { PublicAppeal } from "../../../src/model/appeal.ts";

const appeal = {
  id: "a",
  source: "s",
  channel: "letter",
  agency: "min",
  handedFrom: null,
  topic: "roads",
  place: "kitezh",
  received: "2026-01-12",
  firstReply: "2026-01-20",
  closed: "2026-01-22",
  reopened: null,
  outcome: "acted",
  rating: null,
  firstReplyDays: 8,
  closingDays: 10,
  firstReplyNorm: null,
  closingNorm: null,
  text: null,
  reply: null,
  withheld: null,
} as unknown as PublicAppeal;
const state = (changes: Partial<PublicAppeal> = {}, more: Partial<EditionState> = {}): EditionState => ({
  appeal: { ...appeal, ...changes },
  withdrawn: false,
  there: true,
  coarse: false,
  ...more,
});
const told = (before: EditionState | null, after: EditionState) =>
  changesBetween(before, after).map(({ kind, field, before: was, after: is }) => [kind, field, was, is]);

describe("what became of an appeal between two editions", () => {
  test("nothing, where both tell the same", () => {
    expect(told(state(), state())).toEqual([]);
  });

  test("an hour that comes to a bare date is no other date; another hour is", () => {
    expect(told(state(), state({ received: "2026-01-12T10:00+03:00" }))).toEqual([]);
    expect(told(state({ received: "2026-01-12T09:00+03:00" }), state({ received: "2026-01-12T10:00+03:00" }))).toEqual([
      ["redated", "received", "2026-01-12T09:00+03:00", "2026-01-12T10:00+03:00"],
    ]);
  });

  test("a reply that is taken back is told as a date that is gone", () => {
    expect(told(state(), state({ firstReply: null }))).toEqual([["redated", "firstReply", "2026-01-20", null]]);
  });

  test("a closing that is taken back is a reopening, with or without a mark, and no new date", () => {
    expect(told(state(), state({ closed: null, outcome: "open" }))).toEqual([["reopened", null, "2026-01-22", null]]);
    expect(told(state(), state({ closed: "2026-02-20", reopened: "2026-02-01" }))).toEqual([
      ["reopened", null, "2026-01-22", "2026-02-01"],
    ]);
  });

  test("what an edition tells in a way that nobody can read is neither a reopening nor, later, an event of that edition", () => {
    const unread = { closed: null, firstReply: null, outcome: "unknown", unread: ["firstReply", "closed"] } as const;
    expect(told(state(), state(unread))).not.toContainEqual(expect.arrayContaining(["reopened"]));
    expect(told(state(unread), state())).toEqual([]);
  });

  test("an outcome counts as changed only between two closings", () => {
    expect(told(state(), state({ outcome: "refused" }))).toEqual([["outcome", null, "acted", "refused"]]);
    expect(told(state({ closed: null, outcome: "open" }), state({ outcome: "refused" }))).toEqual([
      ["closed", null, null, "2026-01-22"],
    ]);
  });

  test("places and agencies of which one edition tells less than it knows are not compared", () => {
    expect(told(state({ agency: null, place: null }, { coarse: true }), state())).toEqual([]);
    expect(told(state(), state({ agency: "adm", place: "other" }))).toEqual([
      ["reassigned", null, "min", "adm"],
      ["moved", null, "kitezh", "other"],
    ]);
  });

  test("one that is withdrawn before anybody saw it leaves no trace, and of one withdrawn later nothing else is told", () => {
    expect(told(null, state({}, { withdrawn: true }))).toEqual([]);
    expect(told(state(), state({ agency: "adm", outcome: "refused" }, { withdrawn: true, there: false }))).toEqual([
      ["withdrawn", null, null, null],
    ]);
    expect(told(state({}, { withdrawn: true }), state({}, { withdrawn: true }))).toEqual([]);
  });
});
