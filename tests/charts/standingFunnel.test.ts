import { expect, test } from "vitest";
import type { ComparedAgency } from "../../src/model/facts.ts";
import { drawSvg } from "../../src/charts/drawSvg.ts";
import { standingFunnel } from "../../src/charts/standingFunnel.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { comparedFacts } from "./comparedFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const funnelOf = (level?: ComparedAgency["level"], code = "fast") => {
  const facts = comparedFacts(level);
  return standingFunnel(createTelling(facts), findSubject(facts, "agency", code)!);
};

test("the funnel marks the page's agency, crude and adjusted, before the limits of 95 and 99.8 %", () => {
  const funnel = funnelOf()!;
  expect(funnel.series.map(({ point, points }) => [point, points.length])).toEqual([
    ["own", 1],
    ["ring", 1],
    ["dot", 6],
  ]);
  expect(funnel.series[0]!.points[0]).toMatchObject({ x: 40, y: 0.75, name: "Минжкх" });
  expect(funnel.series[1]!.points[0]).toMatchObject({ x: 40, y: 0.7 });
  expect(funnel.limits).toHaveLength(7);
  expect(funnel.labels).toEqual([{ x: 40, y: 0.75, text: "Минжкх", colour: "series-subject" }]);
  expect(funnel.table.rows).toHaveLength(7);
});

test.each([
  ["above", /больше/],
  ["at", /у всех вместе — .*: ведомства обычно расходятся и сильнее/],
  ["below", /меньше/],
] as const)("an agency that is %s the others is told so in the title", (level, words) => {
  expect(funnelOf(level)!.title.replaceAll("\u00a0", " ")).toMatch(words);
});

test("an agency that is not compared has no funnel, and neither has a region of four agencies", () => {
  expect(funnelOf("at", "tiny")).toBeNull();
  const facts = comparedFacts();
  facts.comparisons[0]!.agencies.length = 4;
  expect(standingFunnel(createTelling(facts), findSubject(facts, "agency", "fast")!)).toBeNull();
});

test.each(["narrow", "wide"] as const)(
  "the %s drawing has a dot for every agency, both fields and no fixed colour",
  (size) => {
    const svg = drawSvg(funnelOf()!, size);
    // A circle is drawn as two arcs.
    expect([...svg.matchAll(/a[\d.]+ [\d.]+ 0 1 0 /gu)].length).toBeGreaterThanOrEqual(2 * 8);
    for (const colour of ["funnel-outer", "funnel-inner", "series-subject", "series-context"])
      expect(svg).toContain(`var(--${colour})`);
    for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/gu))
      expect(colour).toMatch(/^(none|var\(--[\w-]+\))$/u);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
    expect(svg.length).toBeLessThan(8_000);
  },
);
