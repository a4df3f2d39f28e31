import { expect, test } from "vitest";
import { channelsOf, regionOf } from "../../src/model/subjectsOfFacts.ts";
import { headlineText } from "../../src/words/headline.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "./exampleFacts.ts";

const facts = exampleFacts();

/** The sentence of the region, where the share of its largest channel fell within the year; with all its channels, or with that one. */
function sentenceOf(
  language: "ru" | "en",
  isAlone: boolean,
  partOf = (at: number, length: number): number => (at * 2 < length ? 95 : 40 - at),
): string {
  const region = structuredClone(regionOf(facts));
  const { channel } = channelsOf(region.periods.year)[0]!;
  const months = region.monthsByChannel[channel]!;
  months.forEach((month, at) => {
    const part = partOf(at, months.length);
    month.complete = true;
    month.answeredInNorm = {
      state: "exact",
      value: part / 100,
      part,
      whole: 100,
      low: part / 100 - 0.04,
      high: part / 100 + 0.04,
    };
    month.usual = { low: 0.2, high: 0.99, shifted: true };
  });
  if (isAlone)
    for (const slice of Object.values(region.periods)) slice.byChannel = { [channel]: slice.byChannel[channel] };
  return headlineText(createTelling(facts, language), region).sentence.replaceAll("\u00a0", " ");
}

test("a share that moved is quoted alone: where there are several channels, it says of which it speaks", () => {
  expect(sentenceOf("ru", false)).toMatch(/\. В социальных сетях доля ответов в срок упала: была 95 %/u);
  expect(sentenceOf("en", false)).toMatch(/\. On social networks, the share answered in time fell from 95%/u);
  expect(sentenceOf("ru", true)).toMatch(/\. Доля ответов в срок упала: была 95 %/u);
});

test("a month that is as low as the lowest before has fallen as far, and one that reads alike is alike", () => {
  const lowTwice = (at: number, length: number): number => (at === length - 1 || at === length - 4 ? 30 : 95 - at);
  expect(sentenceOf("ru", true, lowTwice)).toMatch(/доля ответов в срок упала: была \d+ % \([^)]*\), стала 30 % \(/iu);
  const almost = (at: number, length: number): number =>
    at === length - 1 ? 30.04 : at === length - 4 ? 30.01 : 95 - at;
  expect(sentenceOf("ru", true, almost)).toContain("упала");
});
