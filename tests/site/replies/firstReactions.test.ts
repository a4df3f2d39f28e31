import { expect, test } from "vitest";
import type { Facts } from "../../../src/model/facts.ts";
import { regionOf } from "../../../src/model/subjectsOfFacts.ts";
import { firstReactions } from "../../../src/site/replies/firstReactions.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";

function reactionsOf(
  change: (measures: ReturnType<typeof regionOf>["periods"]["year"]["measures"]) => void = () => {},
) {
  const facts: Facts = structuredClone(exampleFacts());
  const slice = regionOf(facts).periods.year;
  for (const measures of Object.values(slice.byChannel)) change(measures);
  return firstReactions(createTelling(facts), slice);
}

test("any first reply and an answer in substance stand side by side, channel by channel", () => {
  const { rows, untold } = reactionsOf()!;
  expect(untold).toBeNull();
  expect(rows.length).toBeGreaterThan(0);
  for (const { any, substance } of rows) expect([any.text, substance.text]).not.toContain("");
});

test("without the texts of replies it is said that the second clock cannot be told from the first", () => {
  const reactions = reactionsOf((measures) => {
    measures.inSubstance = { ...measures.inSubstance, median: { state: "missing", reason: "no-reply-texts" } };
  })!;
  expect(reactions.untold).toMatch(/^Показан только первый ответ любого рода: тексты большинства ответов/u);
});

test("where no first reply is recorded nothing is said of two of them", () => {
  const none = reactionsOf((measures) => {
    measures.firstReply = { ...measures.firstReply, median: { state: "missing", reason: "not-recorded" } };
  });
  expect(none).toBeNull();
});
