import { expect, test } from "vitest";
import { planChannel } from "../../demo/plan.ts";
import { writeAppeal } from "../../demo/write-appeal.ts";
import { visibleText, wordsOf } from "../../src/search/words/analyzer.ts";
import { lemmas } from "./paradigms.ts";

/**
 * How well words are found in other forms than the one that was typed: an appeal should be found by a form of a word if
 * it has any form of that word. The truth is the hand-written paradigms; the texts are the demonstration region's.
 */
interface Texts {
  /** Numbers of the texts that have a form, and of those that have a stem. */
  forms: Map<string, Set<number>>;
  stems: Map<string, Set<number>>;
}

function texts(count: number): Texts {
  const made: Texts = { forms: new Map(), stems: new Map() };
  let number = 0;
  const add = (index: Map<string, Set<number>>, key: string): void => {
    const numbers = index.get(key);
    if (numbers === undefined) index.set(key, new Set([number]));
    else numbers.add(number);
  };
  for (const channel of ["letter", "social", "portal"] as const) {
    for (const slot of planChannel(channel, { seed: "lemmas", count })) {
      const { text, finalText } = writeAppeal("lemmas", slot);
      const visible = visibleText(`${text} ${finalText}`);
      for (const { start, end, stem } of wordsOf(visible, "ru")) {
        add(made.forms, visible.slice(start, end).toLowerCase().replaceAll("ё", "е"));
        if (stem !== null) add(made.stems, stem);
      }
      number += 1;
    }
  }
  return made;
}

interface Score {
  form: string;
  kind: string;
  recall: number;
  precision: number;
}

function scores(): Score[] {
  const index = texts(3000);
  return lemmas.flatMap(({ kind, forms }) => {
    const relevant = new Set(forms.flatMap((form) => [...(index.forms.get(form) ?? [])]));
    return forms
      .filter((form) => index.forms.has(form))
      .map((form): Score => {
        const found = [...(index.stems.get(wordsOf(form, "ru")[0]?.stem ?? "") ?? [])];
        const right = found.filter((number) => relevant.has(number)).length;
        return { form, kind, recall: right / relevant.size, precision: found.length === 0 ? 0 : right / found.length };
      });
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a word is found in its other forms, and other words are not found for it", () => {
  const all = scores();
  const withShortI = all.filter(({ form }) => form.includes("й"));
  const recall = mean(all.map((score) => score.recall));
  const precision = mean(all.map((score) => score.precision));
  const shortI = mean(withShortI.map((score) => score.recall));
  const verbs = mean(all.filter(({ kind }) => kind === "verb").map((score) => score.recall));
  const worst = all
    .filter((score) => score.recall < 0.7 || score.precision < 0.7)
    .map(({ form, recall, precision }) => `${form} ${recall.toFixed(2)} ${precision.toFixed(2)}`);
  const said = `${all.length} forms of ${lemmas.length} words: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, with й (${withShortI.length}) ${shortI.toFixed(3)}, verbs ${verbs.toFixed(3)}\n${worst.join(", ")}`;
  expect(all.length, said).toBeGreaterThanOrEqual(400);
  expect(withShortI.length, said).toBeGreaterThanOrEqual(40);
  expect(recall, said).toBeGreaterThanOrEqual(0.875);
  expect(precision, said).toBeGreaterThanOrEqual(0.907);
  expect(shortI, said).toBeGreaterThanOrEqual(0.95);
});
