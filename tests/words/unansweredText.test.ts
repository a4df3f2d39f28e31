import { expect, test } from "vitest";
import { headlineText } from "../../src/words/headline.ts";
import { createVoice } from "../../src/words/language.ts";
import { createTelling } from "../../src/words/telling.ts";
import { unansweredText } from "../../src/words/unansweredText.ts";
import { exampleFacts, measuresOf } from "./exampleFacts.ts";

const plain = (text: string | null): string | null => text?.replace(/\u00a0|\u202f/g, " ") ?? null;
const of = (law: number, withdrawn: number) => ({
  ...measuresOf({ received: 80, median: 2, ceiling: 0.9, precision: "day" }, ["social"]),
  leftByLaw: { state: "exact" as const, value: law },
  withdrawnUnanswered: { state: "exact" as const, value: withdrawn },
});

test("why appeals were closed without a reply is told by its parts, in both languages", () => {
  expect(plain(unansweredText(of(5, 4), createVoice("ru")))).toBe("по закону — 5, отозвано авторами — 4");
  expect(plain(unansweredText(of(0, 4), createVoice("ru")))).toBe("отозвано авторами — 4");
  expect(plain(unansweredText(of(5, 0), createVoice("en")))).toBe("5 by law");
  expect(unansweredText(of(0, 0), createVoice("en"))).toBeNull();
});

test("where appeals told to the week are among them, the headline names the number that pages tell, and why its own is another", () => {
  const evidence = (never: number) => {
    const facts = structuredClone(exampleFacts());
    const region = facts.subjects[0]!;
    for (const slice of Object.values(region.periods))
      for (const measures of Object.values(slice.byChannel)) {
        Object.assign(measures, { leftByLaw: of(5, 4).leftByLaw, withdrawnUnanswered: of(5, 4).withdrawnUnanswered });
        measures.firstReply.never = never;
      }
    return plain(headlineText(createTelling(facts, "ru"), region).evidence);
  };
  expect(evidence(9)).toContain("9 закрыто без ответа: по закону — 5, отозвано авторами — 4");
  expect(evidence(7)).toContain(
    "7 закрыто без ответа: по закону или потому, что автор отозвал; всего таких 9 (по закону — 5, отозвано авторами — 4), но у 2 даты округлены до недели, и в сроки они не вошли",
  );
  expect(evidence(10)).toContain("10 закрыто без ответа: по закону или потому, что автор отозвал;");
  expect(evidence(10)).not.toContain("всего таких");
});
