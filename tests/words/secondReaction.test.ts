import { describe, expect, test } from "vitest";
import type { Facts, Measures } from "../../src/model/facts.ts";
import { findSubject, regionOf } from "../../src/model/subjectsOfFacts.ts";
import { channelRows } from "../../src/site/channelRows.ts";
import { compareCard } from "../../src/site/compare/compareCard.ts";
import { keyFigures } from "../../src/site/keyFigures.ts";
import { comparisonRows } from "../../src/words/comparisonRows.ts";
import { headlineText } from "../../src/words/headline.ts";
import { createTelling, type Telling } from "../../src/words/telling.ts";
import { exampleFacts } from "./exampleFacts.ts";

function tellingWith(change: (measures: Measures) => void = () => {}): Telling {
  const facts: Facts = structuredClone(exampleFacts());
  for (const { periods } of facts.subjects)
    for (const { byChannel } of Object.values(periods)) Object.values(byChannel).forEach(change);
  return createTelling(facts);
}
const withoutTexts = tellingWith((measures) => {
  measures.inSubstance = { ...measures.inSubstance, median: { state: "missing", reason: "no-reply-texts" } };
});
/** No-break spaces as plain ones. */
const plain = (text: string | null): string => (text ?? "").replaceAll("\u00a0", " ");
const evidence = (telling: Telling): string => plain(headlineText(telling, regionOf(telling.facts)).evidence);
const inNormNote = (telling: Telling): string =>
  plain(keyFigures(telling, regionOf(telling.facts).periods.year).find(({ id }) => id === "answeredInNorm")!.note);

describe("Beside a first reply of any kind", () => {
  test("headline and key figures tell how long half waited for an answer in substance", () => {
    const telling = tellingWith();
    const said = /по существу \(больше, чем «принято, передано»\) половина получила ответ за \d/u;
    expect(evidence(telling)).toMatch(said);
    expect(inNormNote(telling)).toMatch(said);
  });

  test("or that fewer than half had one", () => {
    const telling = tellingWith((measures) => {
      measures.inSubstance = {
        ...measures.inSubstance,
        median: { state: "not-reached", beyond: 360, low: null },
      };
    });
    expect(inNormNote(telling)).toMatch(
      /ответ по существу \(больше, чем «принято, передано»\) за \S+ дней получила меньше чем половина/u,
    );
  });

  test("or that nobody can tell without the texts of replies", () => {
    const said = /какие ответы по существу, не видно/u;
    expect(evidence(withoutTexts)).toMatch(said);
    expect(inNormNote(withoutTexts)).toMatch(said);
  });

  test("tables of channels and agencies and the comparison have the second clock", () => {
    const telling = tellingWith();
    const region = regionOf(telling.facts);
    for (const row of channelRows(telling, region.periods.year)) expect(row.inSubstance.state).toBe("exact");
    expect(comparisonRows(telling, "agency").some(({ inSubstance }) => inSubstance.state === "exact")).toBe(true);
    const { code } = comparisonRows(telling, "agency")[0]!;
    const card = compareCard(telling, findSubject(telling.facts, "agency", code)!, null);
    expect(card.groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toContain("inSubstance");
    expect(comparisonRows(withoutTexts, "agency").every(({ inSubstance }) => inSubstance.state === "missing")).toBe(
      true,
    );
  });
});
