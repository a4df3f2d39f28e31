import { expect, test } from "vitest";
import { latestAppeals } from "../../src/site/latestAppeals.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

test("an appeal known by its week is not dated to the Monday of it", () => {
  const facts = exampleFacts();
  const appeals = [
    appeal({ id: "a", agency: "fast", received: "2026-10-26", datesToWeek: true }),
    appeal({ id: "b", agency: "fast", received: "2026-10-26" }),
  ].map(listedAppeal);
  const lines = latestAppeals(createTelling(facts), appeals, "agency", "fast");
  expect(lines.map(({ date }) => date.replaceAll("\u00a0", " "))).toEqual(["неделя с 26.10.2026", "26.10.2026"]);
});
