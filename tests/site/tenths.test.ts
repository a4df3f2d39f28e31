import { expect, test } from "vitest";
import { noOutcomesText, outcomeParts } from "../../src/site/outcomeParts.ts";
import { plainFigureText } from "../../src/site/editions/plainFigureText.ts";
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

test("all and none need no decimal", () => {
  expect([12, 0].map((part) => tenthsText(exactShare(part, 12), (part * 1000) / 12, voice, figureText))).toEqual(["100\u00a0%", "0\u00a0%"]);
  const figure = (value: number): string => plainFigureText("resolvedStrict", { state: "exact", value, whole: 12 }, voice).replaceAll("\u00a0", " ");
  expect([figure(0), figure(0.25), figure(1)]).toEqual(["0 % из 12", "25,0 % из 12", "100 % из 12"]);
});

test("where nothing has ended yet that is said in words, without a bar of one part", () => {
  const facts = exampleFacts();
  const measures = measuresOf({ received: 1000, median: 1, ceiling: 0.9, precision: "minute" }, ["social"]);
  const open = { ...measures, outcomes: [{ outcome: "open", count: { state: "exact", value: 1000 }, share: exactShare(1000, 1000), percent: 100, tenths: 1000 } as const] };
  expect(outcomeParts(open, createNames(facts, voice), voice, figureText)).toBeNull();
  expect(noOutcomesText(open, voice)).toBe(voice.t("outcomes.none-closed"));
  const hidden = { ...open, outcomes: [{ ...open.outcomes[0]!, share: { state: "hidden", reason: "too-few" } as const }] };
  expect(noOutcomesText(hidden, voice)).toBe(voice.t("outcomes.hidden"));
});

test("the list of outcomes shows tenths", () => {
  const facts = exampleFacts();
  const parts = outcomeParts(measuresOf({ received: 1000, median: 1, ceiling: 0.9, precision: "minute" }, ["social"]), createNames(facts, voice), voice, figureText)!;
  for (const { percentText } of parts) expect(percentText).toMatch(/^\d+,\d\u00a0%$/u);
});
