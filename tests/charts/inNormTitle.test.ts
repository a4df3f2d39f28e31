import { describe, expect, test } from "vitest";
import { monthsInNorm } from "../../src/charts/monthsInNorm.ts";
import type { Month } from "../../src/model/facts.ts";
import { createVoice } from "../../src/words/language.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const voice = createVoice("ru");
const [, , , ...whole] = exampleFacts().subjects[0]?.months ?? [];
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, " ");

/** Months of these shares, the last one last. */
function monthsOf(...values: number[]): Month[] {
  return values.map((value, at): Month => {
    const month = whole[at];
    if (month === undefined) throw new Error("The example has too few months");
    const answeredInNorm = { state: "exact" as const, value, part: value * 100, whole: 100, low: value, high: value };
    return { ...month, complete: true, answeredInNorm };
  });
}

const title = (...values: number[]): string => {
  const source = { label: "Фонд", colour: "series-subject" as const, dash: "solid" as const };
  return plain(monthsInNorm("in-norm", [{ ...source, months: monthsOf(...values) }], "", voice)?.title ?? "");
};

describe("what is said of a share by months", () => {
  test("is where it stands and between what it lay; the worst month alone only where it is the last one", () => {
    expect(title(1, 0.9, 0.95)).toMatch(/ на 95 %; по месяцам — от 90 % до 100 %$/);
    expect(title(1, 0.9, 0.5)).toMatch(/ на 50 % — меньше, чем в любой другой месяц$/);
    expect(title(0.5, 0.6, 0.9)).toMatch(/ на 90 % — больше, чем в любой другой месяц$/);
    expect(title(0.5, 0.9, 0.9)).toMatch(/ от 50 % до 90 %$/);
    expect(title(0.5, 0.9, 0.5)).toMatch(/ниже доля не опускалась$/);
  });
});
