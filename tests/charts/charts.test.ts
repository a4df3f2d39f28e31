import { describe, expect, test } from "vitest";
import type { ChartDefinition } from "../../src/charts/definition.ts";
import { drawings, drawSvg } from "../../src/charts/drawSvg.ts";
import { chartRemarks } from "../../src/charts/pictureTexts.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { createVoice } from "../../src/words/language.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const voice = createVoice("ru");
const chartsOf = (dimension: "agency" | "topic" | "region", code: string) =>
  subjectCharts(createTelling(facts), findSubject(facts, dimension, code)!);
const { curve, received, inNorm } = chartsOf("agency", "fast");
const charts = [curve, received, inNorm, chartsOf("region", "").curve] as ChartDefinition[];

/** The value of a series at x: for steps the last point at or before it, else along the line between its neighbours. */
function drawnAt({ points, stepped }: ChartDefinition["series"][number], x: number): number | null {
  const before = points.findLast((point) => point.x <= x);
  const after = points.find((point) => point.x >= x);
  if (!before || !after) return null;
  if (stepped || before.x === after.x) return before.y;
  if (before.y === null || after.y === null) return null;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}

describe.each(charts.map((chart) => [`${chart.id}: ${chart.title}`, chart] as const))("%s", (_, chart) => {
  test("the table under the chart holds the numbers that are drawn", () => {
    expect(chart.table.rows.length).toBeGreaterThan(3);
    for (const [x, ...cells] of chart.table.rows) {
      cells.forEach((cell, index) => {
        const drawn = drawnAt(chart.series[index]!, x!.value!);
        if (cell.value === null) expect(drawn).toBeNull();
        else expect(drawn).toBeCloseTo(cell.value, 4);
      });
    }
  });

  test("every number of the table is written as readers see it", () => {
    for (const row of chart.table.rows) {
      for (const { text, value } of row.slice(1)) {
        if (value === null) expect(text).toMatch(/[а-я]/u);
        else expect(text).toBe(chart.y.format === "percent" ? voice.percent(value) : voice.integer(value));
      }
    }
  });

  test("nothing lies outside the axes", () => {
    for (const { points } of chart.series) {
      for (const { x, y, low, high } of points) {
        expect(x).toBeGreaterThanOrEqual(chart.x.min);
        expect(x).toBeLessThanOrEqual(chart.x.max);
        for (const value of [y, low, high])
          if (value !== null && value !== undefined) expect(value >= chart.y.min && value <= chart.y.max).toBe(true);
      }
    }
  });

  test.each(["narrow", "wide"] as const)(
    "the %s drawing holds every label, no fixed colour, and stays small",
    (size) => {
      const svg = drawSvg(chart, size);
      for (const { label } of chart.y.ticks) expect(svg).toContain(`>${label}</text>`);
      for (const { label } of chart.marks) expect(svg).toContain(`>${label}</text>`);
      for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/gu))
        expect(colour).toMatch(/^(none|var\(--[\w-]+\))$/u);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
      expect(svg.length).toBeLessThan(8_000);
    },
  );

  test("the drawing shows the points of the definition where its axes say", () => {
    const svg = drawSvg(chart, "wide");
    const labels = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</gu)].map(([, x, y, text]) => ({
      x: Number(x),
      y: Number(y),
      text,
    }));
    const [bottom, top] = [chart.y.ticks[0]!, chart.y.ticks[chart.y.ticks.length - 1]!].map((tick) =>
      labels.find(({ text }) => text === tick.label)!,
    );
    const pixelOf = (value: number): number =>
      bottom!.y +
      ((top!.y - bottom!.y) * (value - chart.y.min)) / (chart.y.max - chart.y.min) -
      0.35 * drawings.wide.fontSize;
    const last = chart.series[0]!.points.findLast(({ y }) => y !== null && y > 0)!;
    const path = new RegExp(
      `<path ${chart.kind === "bars" ? "fill" : 'fill="none" stroke'}="var\\(--${chart.series[0]!.colour}\\)"[^>]* d="([^"]+)"`,
      "u",
    ).exec(svg)![1]!;
    expect(heightsOf(path).some((y) => Math.abs(y - pixelOf(last.y!)) < 1)).toBe(true);
  });

  test("drawing twice gives the same bytes", () => {
    expect(drawSvg(chart, "wide")).toBe(drawSvg(chart, "wide"));
  });
});

/** Every height that a path passes. */
function heightsOf(path: string): number[] {
  let y = 0;
  const heights: number[] = [];
  for (const [, command, rest] of path.matchAll(/([MlhvazLC])([^MlhvazLC]*)/gu)) {
    const numbers = (rest!.match(/-?[\d.]+/gu) ?? []).map(Number);
    if (command === "M") y = numbers[1]!;
    else if (command === "l") y += numbers[1]!;
    else if (command === "v") y += numbers[0]!;
    else if (command === "C") y = numbers[5]!;
    heights.push(y);
  }
  return heights;
}

test("an agency whose times are hidden has no curve, not the region's instead", () => {
  expect(chartsOf("agency", "tiny").curve).toBeNull();
});

test("where fewer than ten are left, the line goes on thin, and the key says why", () => {
  const thinned = exampleFacts();
  const agency = findSubject(thinned, "agency", "fast")!;
  for (const { firstReply } of Object.values(agency.periods.year.byChannel))
    if ("days" in firstReply.curve) firstReply.curve.thinFrom = 4;
  const chart = subjectCharts(createTelling(thinned), agency).curve!;
  expect(chart.series[0]!.points.at(-1)).toMatchObject({ x: chart.x.max, y: expect.any(Number) as number });
  const strokes = [
    ...drawSvg(chart, "wide").matchAll(/<path fill="none" stroke="var\(--series-subject\)"(?: stroke-width="(\d)")?/gu),
  ].map(([, width = "1"]) => Number(width));
  expect(strokes).toEqual([3, 1]);
  expect(chartRemarks(chart, voice)).toContain(voice.t("chart.thin"));
  expect(chartRemarks(curve!, voice)).not.toContain(voice.t("chart.thin"));
});

test("where the curve at the norm is not the share in time, the key says why", () => {
  const facts = exampleFacts();
  const agency = findSubject(facts, "agency", "fast")!;
  const chartWith = (share: number) => {
    for (const { firstReply } of Object.values(agency.periods.year.byChannel))
      if ("days" in firstReply.curve) firstReply.curve.share = firstReply.curve.days.map(() => share);
    return subjectCharts(createTelling(facts), agency).curve!;
  };
  const { answeredInNorm } = agency.periods.year.byChannel.social!;
  const inTime = answeredInNorm.state === "exact" ? answeredInNorm.value : NaN;
  expect(chartRemarks(chartWith(inTime), voice).join()).not.toContain("к сроку кривая");
  expect(
    chartRemarks(chartWith(inTime - 0.002), voice)
      .join()
      .replaceAll("\u00a0", " "),
  ).toContain(`на кривой у срока — ${voice.percent(inTime - 0.002).replaceAll("\u00a0", " ")}`);
});

test("a curve is drawn to its last event; of one that lies far off a remark says when and how high", () => {
  const late = (day: number) => {
    const facts = exampleFacts();
    const agency = findSubject(facts, "agency", "fast")!;
    const days = Array.from({ length: 200 }, (_, at) => at);
    const share = days.map((at) => (at >= day ? 0.955 : at >= 2 ? 0.95 : 0));
    for (const subject of [agency, findSubject(facts, "region", "")!])
      for (const { firstReply } of Object.values(subject.periods.year.byChannel))
        firstReply.curve = { days, share, low: share, high: share };
    return subjectCharts(createTelling(facts), agency).curve!;
  };
  expect(late(20).x.max).toBeGreaterThanOrEqual(20);
  expect(late(20).series[0]!.points.at(-1)!.y).toBe(0.955);
  expect(late(20).remarks!.join()).not.toContain("дальше кривая");
  const far = late(143);
  expect(far.x.max).toBeLessThan(30);
  expect(chartRemarks(far, voice).join().replaceAll("\u00a0", " ")).toContain(
    "дальше кривая поднимается до 95,5 %, последний раз — через 143 дня",
  );
});

test("where all had their reply the line goes on to the end of the picture", () => {
  const answered = exampleFacts();
  const agency = findSubject(answered, "agency", "fast")!;
  for (const { firstReply } of Object.values(agency.periods.year.byChannel))
    if ("days" in firstReply.curve)
      firstReply.curve = { days: [0, 1, 2], share: [0, 0.6, 1], low: [0, 0.5, 0.9], high: [0, 0.7, 1] };
  const chart = subjectCharts(createTelling(answered), agency).curve!;
  expect(chart.series[0]!.points.at(-1)).toMatchObject({ x: chart.x.max, y: 1 });
  expect(chart.table.rows.at(-1)![1]!.value).toBe(1);
});

test("a topic without appeals has no charts", () => {
  expect(chartsOf("topic", "yards")).toEqual({ curve: null, standing: null, received: null, inNorm: null });
});

test("the norm stands on the curve with its name, and in its table", () => {
  expect(curve!.marks).toEqual([{ at: 3, label: voice.t("chart.curve.norm", { norm: voice.counted(3, "day") }) }]);
  expect(curve!.table.rows.some(([day]) => day!.value === 3)).toBe(true);
});

test("the incomplete month is hatched in the bars and left out of the line", () => {
  const last = received!.series[0]!.points.length - 1;
  expect(received!.series[0]!.partial).toEqual([last]);
  expect(inNorm!.series[0]!.points[last]!.y).toBeNull();
});

test("titles name months as a sentence does, and those of appeals by their receipt", () => {
  const spoken = (chart: ChartDefinition | null): string => chart!.title.replaceAll("\u00a0", " ");
  const month = "(январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре) 202\\d года";
  expect(spoken(inNorm)).toMatch(new RegExp(`^Из полученных в ${month} обращений в срок ответили на `, "u"));
  expect(
    [received, chartsOf("region", "").received].filter((chart) => spoken(chart).startsWith("Больше всего")).map(spoken),
  ).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^Больше всего пришло в ${month}: `, "u"))]));
});

test("series can be told apart without colour", () => {
  for (const { series } of charts) {
    const dashes = series.map(({ dash }) => dash);
    expect(new Set(dashes).size).toBe(dashes.length);
  }
});

test("a curve of closings is not said to tell how soon people are answered", () => {
  for (const language of ["ru", "en"] as const)
    expect(createVoice(language).t("chart.curve.description", { title: "" })).not.toMatch(/отвеч|answer/u);
});
