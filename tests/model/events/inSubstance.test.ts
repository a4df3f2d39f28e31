import { describe, expect, test } from "vitest";
import { inSubstanceOf, type ReplySays } from "../../../src/model/events/inSubstance.ts";
import type { Outcome } from "../../../src/model/outcome.ts";

const source = { firstReply: true, closing: true };
interface Told {
  readonly firstReply?: string | null;
  readonly closed?: string | null;
  readonly outcome?: Outcome;
  readonly says?: ReplySays;
}

/** An appeal that was answered after two days and closed after nine. */
function told({ firstReply = "2026-05-03", closed = "2026-05-10", outcome = "acted", says = "substance" }: Told) {
  const { state, days } = inSubstanceOf(
    {
      firstReply,
      closed,
      outcome,
      firstReplyDays: firstReply === null ? (closed === null ? null : 9) : 2,
      closingDays: closed === null ? null : 9,
    },
    says,
    source,
    true,
  );
  return days === null ? state : days;
}

describe("an answer in substance", () => {
  test.each<[string, Told, ReturnType<typeof told>]>([
    ["is dated by the closing, which the text belongs to", {}, 9],
    ["is dated by the first reply where the appeal is open", { closed: null, outcome: "open" }, 2],
    [
      "is waited for while a reply only acknowledges",
      { closed: null, outcome: "open", says: "acknowledges" },
      "waiting",
    ],
    ["never came where an appeal was closed with an acknowledgement", { says: "acknowledges" }, "never"],
    [
      "never came where it was closed without an answer",
      { firstReply: null, outcome: "unanswered", says: null },
      "never",
    ],
    ["is waited for where nobody replied", { firstReply: null, closed: null, outcome: "open", says: null }, "waiting"],
    ["cannot be told where the text is not there", { says: null }, "untold"],
    ["is not told of where texts are withheld", { says: "withheld" }, undefined],
    ["is not told of where none is owed", { outcome: "unowed" }, undefined],
    ["is the first reply where the author took the appeal back afterwards", { outcome: "withdrawn" }, 2],
  ])("%s", (_, appeal, expected) => {
    expect(told(appeal)).toBe(expected);
  });

  test("is not told of where the source records no first replies, or the receipt is at an impossible date", () => {
    const appeal = {
      firstReply: null,
      closed: "2026-05-10",
      outcome: "acted",
      firstReplyDays: 9,
      closingDays: 9,
    } as const;
    expect(inSubstanceOf(appeal, "substance", { firstReply: false, closing: true }, true).state).toBeUndefined();
    expect(inSubstanceOf(appeal, "substance", source, false).state).toBeUndefined();
  });

  test("has no date where its closing has none", () => {
    const appeal = {
      firstReply: "2026-05-03",
      closed: null,
      outcome: "acted",
      firstReplyDays: 2,
      closingDays: null,
    } as const;
    expect(inSubstanceOf(appeal, "substance", source, true)).toEqual({ state: "undated", days: null });
  });
});
