import { expect, test } from "vitest";
import { rateText } from "../../src/site/week/weekCells.ts";
import { matureSentences } from "../../src/site/week/matureSentences.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { exampleWeeks } from "../words/exampleWeeks.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test.each([
  ["ru", "Недели новее не взяты: у части этих обращений срок ответа ещё не вышел"],
  ["en", "Newer weeks are left out: for some of their appeals the deadline has not passed yet"],
] as const)("why newer weeks are not judged is told where there are newer ones (%s)", (language, reason) => {
  const telling = createTelling(exampleFacts(), language);
  const weeks = exampleWeeks();
  const sentences = (from: string, to: string): string =>
    plain(matureSentences(telling, { ...weeks, mature: { ...weeks.mature!, from, to } }).join(" "));
  expect(weeks.mondays.at(-1)).toBe("2026-11-09");
  expect(sentences("2026-10-12", "2026-11-08")).toContain(reason);
  expect(sentences("2026-10-19", "2026-11-15")).not.toContain(reason);
});

test.each([
  ["ru", "не считаем: меньше 30"],
  ["en", "not computed: under 30"],
] as const)("a rate of few appeals is said to be left out, not to be low (%s)", (language, text) => {
  const place = { code: "south", received: [29], usual: null, perThousand: { value: 9.5, low: 6.4, high: 13.7 } };
  expect(plain(rateText(place, exampleWeeks(), createTelling(exampleFacts(), language)))).toBe(text);
});
