import { expect, test } from "vitest";
import { weekBulletin } from "../../src/site/week/bulletin.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { exampleWeeks } from "../words/exampleWeeks.ts";

test.each([
  ["ru", "не поступило ни одного обращения", "Неделей раньше обращений тоже не было."],
  ["en", "No appeals were received", "There were none a week before, either."],
] as const)("a week that brought nothing says so in words, in %s", (language, total, before) => {
  const weeks = exampleWeeks();
  weeks.region.received = weeks.region.received.map(() => 0);
  weeks.region.usual = { expected: 0, low: 0, high: 0 };
  const { full, short } = weekBulletin(createTelling({ ...exampleFacts(), weeks }, language))!;
  for (const text of [full, short].map((one) => one.replaceAll("\u00a0", " "))) {
    expect(text).toContain(total);
    expect(text).toContain(before);
    expect(text).not.toMatch(/(?<![\d,.–])0 (?:обращени|appeal)/u);
  }
});
