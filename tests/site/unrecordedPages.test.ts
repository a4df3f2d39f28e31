import { describe, expect, test } from "vitest";
import { offeredFigures } from "../../src/codebook/builderGroups.ts";
import type { Facts } from "../../src/model/facts.ts";
import { regionOf } from "../../src/model/subjectsOfFacts.ts";
import { crossingDescription } from "../../src/site/crossings/crossingDescription.ts";
import { overdueRule } from "../../src/site/method.ts";
import { matureSentences } from "../../src/site/week/matureSentences.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { exampleWeeks } from "../words/exampleWeeks.ts";

const notRecorded = { state: "missing", reason: "not-recorded" } as const;

/** The example without what its exports do not record. */
function factsWithout(...unknown: ("replies" | "closings" | "outcomes")[]): Facts {
  const facts = exampleFacts();
  const { measures } = regionOf(facts).periods.all;
  if (unknown.includes("replies")) measures.firstReply = { ...measures.firstReply, median: notRecorded };
  if (unknown.includes("closings")) {
    measures.closing = { ...measures.closing, median: notRecorded };
    measures.closed = measures.open = measures.openLate = notRecorded;
  }
  if (unknown.includes("outcomes")) measures.outcomesAbsent = notRecorded;
  return facts;
}

describe("what no export records is promised by no page", () => {
  test.each(["ru", "en"] as const)(
    "when an appeal is overdue is told by the recorded events alone (%s)",
    (language) => {
      const rule = (facts: Facts) => overdueRule(createTelling(facts, language))?.replaceAll("\u00a0", " ") ?? null;
      expect(rule(factsWithout())).toMatch(/закрыт|open/u);
      expect(rule(factsWithout("closings"))).toMatch(/ответа нет|there is none/u);
      expect(rule(factsWithout("closings"))).not.toMatch(/закрыт|\bopen\b|clos/u);
      expect(rule(factsWithout("replies"))).toMatch(/не закрыто|it is open/u);
      expect(rule(factsWithout("replies"))).not.toMatch(/ответ|repl/u);
      expect(rule(factsWithout("replies", "closings"))).toBeNull();
      expect(rule({ ...factsWithout(), norms: [] })).toBeNull();
    },
  );

  test("tables offer no figure of it", () => {
    expect(offeredFigures(factsWithout())).toEqual(expect.arrayContaining(["closed", "outcome_acted"]));
    const offered = offeredFigures(factsWithout("closings", "outcomes"));
    expect(offered).toContain("received");
    expect(offered.filter((name) => /^(?:closed|open|outcome_)/u.test(name) && !/^closed_/u.test(name))).toEqual([]);
  });

  test("a page of a topic in a place promises waits and outcomes where they are told", () => {
    expect(crossingDescription(factsWithout())).toBe("description");
    expect(crossingDescription(factsWithout("outcomes"))).toBe("description.waits");
    expect(crossingDescription(factsWithout("replies", "closings"))).toBe("description.outcomes");
    expect(crossingDescription(factsWithout("replies", "closings", "outcomes"))).toBe("description.plain");
  });

  test("a week without shares says which of the reasons it is", () => {
    const weeks = { ...exampleWeeks(), mature: null };
    expect(matureSentences(createTelling(factsWithout(), "en"), weeks)[0]).toMatch(/deadline/u);
    expect(matureSentences(createTelling(factsWithout("replies"), "en"), weeks)[0]).toMatch(/do not tell when/u);
  });
});
