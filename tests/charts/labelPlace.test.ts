import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawings, drawSvg } from "../../src/charts/drawSvg.ts";
import { placeLabel, type Box, type Stroke } from "../../src/charts/labelPlace.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { standingFunnel } from "../../src/charts/standingFunnel.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { comparedFacts } from "./comparedFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const area: Box = { left: 0, top: 0, width: 300, height: 200 };
const size = { width: 60, height: 14 };
const wanted = { side: "above", align: "center" } as const;
const place = (x: number, y: number, strokes: Stroke[] = [], boxes: Box[] = []): Box =>
  placeLabel({ x, y }, 8, size, wanted, area, { strokes, boxes }).box;

describe("a label beside its point", () => {
  test("stands where it is wanted when all is free", () => {
    expect(place(150, 100)).toEqual({ left: 120, top: 78, ...size });
  });

  test("goes to the other side when a line runs where it is wanted", () => {
    expect(place(150, 100, [[0, 85, 300, 85]])).toEqual({ left: 120, top: 108, ...size });
  });

  test("goes beside its point when lines run above and below it", () => {
    const box = place(150, 100, [
      [0, 85, 300, 85],
      [0, 115, 300, 115],
      [0, 70, 300, 70],
      [0, 130, 300, 130],
    ]);
    expect(box.top).toBe(93);
    expect(box.left >= 158 || box.left + box.width <= 142).toBe(true);
  });

  test("is covered by no other label", () => {
    const other = place(150, 100);
    const box = place(155, 100, [], [other]);
    expect(
      box.top >= other.top + other.height ||
        box.top + box.height <= other.top ||
        box.left >= other.left + other.width ||
        box.left + box.width <= other.left,
    ).toBe(true);
  });

  test.each([0.75, 0.9, 0.98, 0.99, 1])(
    "of an agency with %s in time, a little more than all, lies off the dashed line of all agencies",
    (value) => {
      const facts = comparedFacts();
      const [comparison] = facts.comparisons;
      const own = comparison!.agencies.find(({ agency }) => agency === "fast")!;
      own.value = value;
      comparison!.target = value - 0.04;
      const funnel = standingFunnel(createTelling(facts), findSubject(facts, "agency", "fast")!)!;
      let named = 0;
      for (const drawing of ["narrow", "wide"] as const) {
        const svg = drawSvg(funnel, drawing);
        const label = /<text x="[\d.]+" y="([\d.]+)"[^>]*>Минжкх</u.exec(svg);
        // Without room the name is left to the key.
        if (!label) continue;
        named += 1;
        const level = Number(/stroke-dasharray="3 3"[^>]*d="M[\d.]+ ([\d.]+)h/u.exec(svg)![1]);
        const baseline = Number(label[1]);
        const { fontSize } = drawings[drawing];
        expect(
          level < baseline - 0.82 * fontSize || level > baseline + 0.22 * fontSize,
          `${drawing}: line at ${level}, text at ${baseline}`,
        ).toBe(true);
      }
      expect(named).toBeGreaterThan(0);
    },
  );

  test.each([0.5, 0.82, 0.84, 1])(
    "of an agency whose point lies %s of the way to the edge covers no part of that point, in a wider typeface either",
    (share) => {
      const facts = comparedFacts();
      facts.vocabulary.agencies.find(({ code }) => code === "fast")!.short = "Жилинспекция края";
      const [comparison] = facts.comparisons;
      const own = comparison!.agencies.find(({ agency }) => agency === "fast")!;
      const largest = Math.max(...comparison!.agencies.map(({ whole }) => whole));
      Object.assign(own, { whole: Math.round(largest ** share), value: 0.05, adjusted: 0.06 });
      const funnel = standingFunnel(createTelling(facts), findSubject(facts, "agency", "fast")!)!;
      let named = 0;
      for (const drawing of ["narrow", "wide"] as const) {
        const svg = drawSvg(funnel, drawing);
        const label = /<text x="([\d.]+)" y="([\d.]+)"[^>]*>Жилинспекция края</u.exec(svg);
        if (!label) continue;
        named += 1;
        const dot = /<path fill="var\(--series-subject\)"[^>]* d="M([\d.]+) ([\d.]+)a([\d.]+) /u.exec(svg)!;
        const [left, y, r] = dot.slice(1).map(Number);
        const { fontSize } = drawings[drawing];
        const [from, baseline] = [Number(label[1]), Number(label[2])];
        const isOff =
          from >= left! + 2 * r! ||
          from + 17 * 0.45 * fontSize <= left! ||
          baseline - 0.75 * fontSize >= y! + r! ||
          baseline <= y! - r!;
        expect(isOff, `${drawing}: point from ${left} at ${y}, text from ${from} at ${baseline}`).toBe(true);
      }
      expect(named).toBeGreaterThan(0);
    },
  );

  test("is left to the key when it is the name of a line and has no room", () => {
    const facts = comparedFacts();
    const entry = facts.vocabulary.agencies.find(({ code }) => code === "fast")!;
    const drawn = (short: string): boolean[] => {
      entry.short = short;
      const { curve } = subjectCharts(createTelling(facts), findSubject(facts, "agency", "fast")!);
      const chart = { ...curve!, labels: [{ x: curve!.x.max * 0.6, y: 0.2, text: short, colour: "series-subject" }] };
      return (["narrow", "wide"] as const).map((drawing) => drawSvg(chart, drawing).includes(`>${short}</text>`));
    };
    expect(drawn("Минжкх")).toEqual([true, true]);
    expect(drawn("Министерство жилищного хозяйства и труда")).toEqual([false, true]);
    expect(drawn("Министерство жилищного хозяйства, энергетики и благоустройства ".repeat(2).trim())).toEqual([
      false,
      false,
    ]);
  });

  test("stays inside the plot and beside its point, whatever lies there", () => {
    const place1 = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) });
    const stroke = fc.tuple(
      ...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 300 })),
    ) as unknown as fc.Arbitrary<Stroke>;
    fc.assert(
      fc.property(place1, fc.array(stroke, { maxLength: 8 }), ({ x, y }, strokes) => {
        const box = place(x, y, strokes);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(300);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.top + box.height).toBeLessThanOrEqual(200);
        const away = Math.max(box.left - x, x - box.left - box.width, box.top - y, y - box.top - box.height);
        expect(away).toBeLessThanOrEqual(24);
      }),
    );
  });
});
