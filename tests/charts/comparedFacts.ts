import type { ComparedAgency, Facts } from "../../src/model/facts.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

/** The example facts with a comparison of seven agencies, of which the first has a page. */
export function comparedFacts(level: ComparedAgency["level"] = "below"): Facts {
  const facts = exampleFacts();
  const codes = ["fast", "b", "c", "d", "e", "f", "g"];
  const agencies = codes.map((agency, index): ComparedAgency => {
    const [whole, part] = [40 * (index + 1) ** 2, 30 * (index + 1) ** 2];
    const limits = { low95: 0.6, high95: 0.9, low998: 0.5, high998: 0.95 };
    return {
      agency,
      part,
      whole,
      value: part / whole - index * 0.01,
      ...limits,
      position: level,
      expected: 0.75,
      ratio: 1,
      ratioLow: 0.9,
      ratioHigh: 1.1,
      adjusted: index === 1 ? null : 0.7 + index * 0.01,
      adjustedPosition: level,
      reversed: false,
      level,
    };
  });
  const vocabulary = {
    ...facts.vocabulary,
    agencies: [
      ...facts.vocabulary.agencies,
      ...codes
        .slice(1)
        .map((code) => ({ code, name: `Агентство ${code}`, short: `А-${code}`, kind: "executive" as const })),
    ],
  };
  const funnel = agencies.map(({ whole, low95, high95, low998, high998 }) => ({
    whole,
    low95,
    high95,
    low998,
    high998,
  }));
  return {
    ...facts,
    vocabulary,
    comparisons: [
      {
        period: "year",
        channel: "social",
        figure: "answeredInNorm",
        target: 0.74,
        phi: 3,
        tau2: 0.01,
        funnel,
        agencies,
        listed: [],
      },
    ],
  };
}
