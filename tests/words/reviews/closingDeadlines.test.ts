import { expect, test } from "vitest";
import type { Facts } from "../../../src/model/facts.ts";
import { channelsOf, regionOf } from "../../../src/model/subjectsOfFacts.ts";
import { closingDeadlines } from "../../../src/words/reviews/closingDeadlines.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

/** The example with a rule of so many days for the closings of each channel, the largest first; null: of that one there is none. */
function told(...days: (number | null)[]): string | null {
  const facts: Facts = exampleFacts();
  facts.norms = days.map((amount) => ({ event: "closing", amount: amount ?? 1, unit: "days", basis: "x" }) as never);
  channelsOf(regionOf(facts).periods.all).forEach(({ measures }, at) => {
    measures.norms.closing = days[at] === null || days[at] === undefined ? [] : [at];
  });
  return closingDeadlines(createTelling(facts))?.replaceAll("\u00a0", " ") ?? null;
}

test("what in time means is told by channel where they differ, once where they do not, and not at all where none is set", () => {
  expect(told(8, 30)).toMatch(/^Срок, чтобы закрыть обращение: в социальных сетях — 8 дней, в письмах — 30 дней; /u);
  expect(told(30, 30)).toMatch(/^Срок, чтобы закрыть обращение, — 30 дней; /u);
  expect(told(null, null)).toBeNull();
});
