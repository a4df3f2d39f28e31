import { expect, test } from "vitest";
import { outcomeParts } from "../../src/site/outcomeParts.ts";
import { createFigureText } from "../../src/site/figureText.ts";
import { createVoice } from "../../src/site/language.ts";
import { createNames } from "../../src/site/names.ts";
import { tenthsText } from "../../src/site/tenthsText.ts";
import { breakdownOf } from "../../src/measure/breakdown.ts";
import { exactShare } from "../../src/measure/figure.ts";
import { exampleFacts, measuresOf } from "./exampleFacts.ts";

const voice = createVoice("ru");
const figureText = createFigureText(voice, 5);

test("166 of 742 reads as one number in the list of outcomes and in the key figure", () => {
  const counts = [166, 300, 150, 126];
  const rows = breakdownOf(["a", "b", "c"], Uint32Array.from(counts), 5);
  const row = rows.find(({ count }) => count.state === "exact" && count.value === 166)!;
  // In whole percents the largest remainder makes 23 of it; rounded by itself it is 22.
  expect([row.tenths, figureText.share(exactShare(166, 742)).text]).toEqual([224, "22\u00a0%"]);
  expect(tenthsText(row.share, row.tenths, voice, figureText)).toBe("22,4\u00a0%");
  expect(rows.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(1000);
});

test("a share that rounds to nothing and one that is hidden have their words", () => {
  expect(tenthsText(exactShare(1, 5000), 0, voice, figureText)).toBe("<\u202f0,1\u00a0%");
  expect(tenthsText({ state: "hidden", reason: "too-few" }, 5, voice, figureText)).toBe("скрыто");
});

test("the list of outcomes shows tenths", () => {
  const facts = exampleFacts();
  const parts = outcomeParts(measuresOf({ received: 1000, median: 1, ceiling: 0.9, precision: "minute" }, ["social"]), createNames(facts, voice), voice, figureText)!;
  for (const { percentText } of parts) expect(percentText).toMatch(/^\d+,\d\u00a0%$/u);
});
