import { describe, expect, test } from "vitest";
import { eventStates, replyFollowedDays } from "../../../src/model/events/eventStates.ts";
import { replyMoments } from "../../../src/model/events/firstReply.ts";

const all = { firstReply: true, closing: true };
const appeal = { firstReply: null, closed: null, outcome: "open", firstReplyDays: null, closingDays: null } as const;
const closed = { ...appeal, closed: "2026-10-13", closingDays: 12 } as const;

describe("what an appeal tells of its events", () => {
  test("one that is open waits for both", () => {
    expect(eventStates(appeal, all, true)).toEqual({ firstReplyState: "waiting", closingState: "waiting" });
  });
  test("a closing that is an answer is the first reply where no other is known", () => {
    expect(replyMoments({ ...closed, outcome: "acted" })).toEqual(["2026-10-13"]);
    expect(eventStates({ ...closed, outcome: "acted", firstReplyDays: 12 }, all, true)).toEqual({
      firstReplyState: "done",
      closingState: "done",
    });
  });
  test.each(["unanswered", "withdrawn"] as const)("one that ended %s was closed and never answered", (outcome) => {
    expect(replyMoments({ ...closed, outcome })).toEqual([]);
    expect(eventStates({ ...closed, outcome }, all, true)).toEqual({ firstReplyState: "never", closingState: "done" });
  });
  test("an answer before a withdrawal stays an answer", () => {
    expect(
      eventStates({ ...closed, outcome: "withdrawn", firstReply: "2026-10-03", firstReplyDays: 2 }, all, true),
    ).toMatchObject({ firstReplyState: "done" });
  });
  test("one that is closed nobody knows when waits for nothing", () => {
    for (const ending of [{ outcome: "acted" }, { outcome: "unknown", closedUndated: true }] as const) {
      expect(eventStates({ ...appeal, ...ending }, all, true)).toEqual({
        firstReplyState: "undated",
        closingState: "undated",
      });
    }
    expect(eventStates({ ...appeal, outcome: "withdrawn" }, all, true)).toEqual({ closingState: "undated" });
  });
  test("of what a source does not record nothing is told, nor of waits from an impossible day", () => {
    expect(eventStates(appeal, { firstReply: false, closing: false }, true)).toEqual({});
    expect(eventStates(appeal, all, false)).toEqual({});
  });
  test("a withdrawn appeal waited for its first reply until it was withdrawn, one left without answer to the end", () => {
    expect(replyFollowedDays(40, "never", "withdrawn", 12)).toBe(12);
    expect(replyFollowedDays(40, "never", "unanswered", 12)).toBe(40);
  });
});
