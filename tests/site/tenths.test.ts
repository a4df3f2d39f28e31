import { expect, test } from "vitest";
import { noOutcomesText, outcomeParts } from "../../src/site/outcomeParts.ts";
import { plainFigureText } from "../../src/site/editions/plainFigureText.ts";
import { createFigureText } from "../../src/words/figureText.ts";
import { createVoice } from "../../src/words/language.ts";
import { breakdownRows } from "../../src/site/breakdownRows.ts";
import { keyFigures } from "../../src/site/keyFigures.ts";
import { headlineText } from "../../src/words/headline.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { breakdownOf } from "../../src/measure/breakdown.ts";
import { exactShare } from "../../src/measure/figure.ts";
import { exampleFacts, measuresOf } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const voice = createVoice("ru");
const figureText = createFigureText(voice, 5);

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, " ");

test("540 of 902 is 59.9 % in every place of a page", () => {
  const facts = exampleFacts();
  const agency = findSubject(facts, "agency", "fast")!;
  const { year } = agency.periods;
  for (const measures of [year.measures, ...Object.values(year.byChannel)])
    measures.answeredInNorm = exactShare(540, 902);
  const tile = keyFigures(createTelling(facts), year).find(({ id }) => id === "answeredInNorm")!;
  expect(plain(tile.figure.text)).toBe("59,9 %");
  expect(plain(headlineText(createTelling(facts), agency).sentence)).toContain("40,1 %");
  const { curve } = subjectCharts(createTelling(facts), agency);
  expect([curve!.title, curve!.description].map(plain)).toEqual([
    expect.stringContaining("59,9 %"),
    expect.stringContaining("59,9 %"),
  ]);
  expect(
    plain(plainFigureText("answeredInNorm", { state: "exact", value: 540 / 902, whole: 902, reason: null }, voice)),
  ).toBe("59,9 % из 902");
});

test("a share of a list is the number that stands elsewhere, not the one that makes the list add up to 100", () => {
  const rows = breakdownOf(["a", "b", "c"], Uint32Array.from([29, 171, 100, 100]), 5);
  // In tenths the largest remainder moves one of these up or down; printed is 7.25 % rounded by itself.
  const named = { name: (code: string) => code, href: () => null };
  expect(breakdownRows(rows, named, figureText).map(({ name, share }) => [name, plain(share!)])).toEqual([
    ["b", "42,8 %"],
    ["", "25 %"],
    ["c", "25 %"],
    ["a", "7,3 %"],
  ]);
  expect(rows.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(1000);
});

test("a share that rounds to nothing and one that is hidden have their words", () => {
  expect(plain(figureText.share(exactShare(1, 5000)).text)).toBe("< 0,1 %");
  expect(figureText.share({ state: "hidden", reason: "too-few" }).text).toBe("скрыто");
});

test("a tenth of zero is not written", () => {
  expect([12, 0].map((part) => plain(figureText.share(exactShare(part, 12)).text))).toEqual(["100 %", "0 %"]);
  const figure = (value: number): string =>
    plain(plainFigureText("resolvedStrict", { state: "exact", value, whole: 12, reason: null }, voice));
  expect([figure(0), figure(0.25), figure(1)]).toEqual(["0 % из 12", "25 % из 12", "100 % из 12"]);
});

test("where nothing has ended yet that is said in words, without a bar of one part", () => {
  const facts = exampleFacts();
  const measures = measuresOf({ received: 1000, median: 1, ceiling: 0.9, precision: "minute" }, ["social"]);
  const open = {
    ...measures,
    outcomes: [
      {
        outcome: "open",
        count: { state: "exact", value: 1000 },
        share: exactShare(1000, 1000),
        percent: 100,
        tenths: 1000,
      } as const,
    ],
  };
  expect(outcomeParts(createTelling(facts), open)).toBeNull();
  expect(noOutcomesText(open, voice)).toBe(voice.t("outcomes.none-closed"));
  const hidden = {
    ...open,
    outcomes: [{ ...open.outcomes[0]!, share: { state: "hidden", reason: "too-few" } as const }],
  };
  expect(noOutcomesText(hidden, voice)).toBe(voice.t("outcomes.hidden"));
});

test("the list of outcomes tells its shares to the tenth", () => {
  const facts = exampleFacts();
  const parts = outcomeParts(
    createTelling(facts),
    measuresOf({ received: 1000, median: 1, ceiling: 0.9, precision: "minute" }, ["social"]),
  )!;
  for (const { share } of parts) expect(share.text).toMatch(/^\d+(?:,[1-9])?\u00a0%$/u);
});
