import { expect, test } from "vitest";
import { longCases } from "../../src/model/longCases.ts";

const appeal = {
  agency: "a",
  channel: "letter" as const,
  topic: null,
  place: null,
  closingState: "waiting" as const,
  followedUntil: "2026-10-31T22:00+03:00",
  datesToWeek: undefined,
  withheld: null,
  reopened: null,
};

test("an appeal that is still within its deadline is no long case, and those of one day have waited alike", () => {
  const cases = longCases();
  const add = (id: string, received: string, closingNorm: number | null): void =>
    cases.add({ ...appeal, id, received, closingNorm });
  add("young", "2026-10-30T10:00+03:00", 30);
  add("late", "2026-09-01T23:00+03:00", 30);
  add("early", "2026-09-01T01:00+03:00", 30);
  add("unbound", "2026-10-20T10:00+03:00", null);
  expect(cases.of("a").map(({ id, days }) => [id, days])).toEqual([
    ["early", 60],
    ["late", 60],
    ["unbound", 11],
  ]);
});

test("a long case waits for any reply, for one in substance, or to be closed", () => {
  const cases = longCases();
  const add = (id: string, firstReplyState?: "waiting" | "done", inSubstanceState?: "waiting" | "done"): void =>
    cases.add({
      ...appeal,
      id,
      received: "2026-09-01T10:00+03:00",
      closingNorm: 8,
      ...(firstReplyState && { firstReplyState }),
      ...(inSubstanceState && { inSubstanceState }),
    });
  add("a-silent", "waiting", "waiting");
  add("b-taken-in", "done", "waiting");
  add("c-answered", "done", "done");
  add("d-untold");
  expect(cases.of(null).map(({ awaits }) => awaits)).toEqual(["first-reply", "substance", "closing", "untold"]);
});
