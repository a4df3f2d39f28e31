import { expect, test } from "vitest";
import type { Month } from "../../src/model/facts.ts";
import type { ChartDefinition } from "../../src/charts/definition.ts";
import { drawSvg } from "../../src/charts/drawSvg.ts";
import { monthsInNorm } from "../../src/charts/monthsInNorm.ts";
import { monthsReceived } from "../../src/charts/monthsReceived.ts";
import { createVoice } from "../../src/words/language.ts";

const voice = createVoice("ru");
const absent = { state: "missing", reason: "none-eligible" } as const;
const length = 9;

/** Months in which everything is the same but for those that the data cover in part. */
function months(incomplete: readonly number[]): Month[] {
  return Array.from({ length }, (_, i): Month => ({
    month: `2026-0${i + 1}`,
    complete: !incomplete.includes(i),
    received: { state: "exact", value: 100 + 10 * i },
    closed: { state: "exact", value: 90 },
    answeredInNorm: { state: "exact", value: 0.5 + 0.05 * i, part: 50 + 5 * i, whole: 100, low: 0, high: 1 },
    medianFirstReply: absent,
    medianClosing: absent,
    usual: null,
  }));
}

const line = (incomplete: readonly number[]): ChartDefinition =>
  monthsInNorm(
    "in-norm",
    [{ label: "Минжкх", colour: "series-subject", dash: "solid", months: months(incomplete) }],
    "",
    voice,
  )!;

/** How many separate strokes a picture consists of. */
const strokes = (svg: string): number =>
  [...svg.matchAll(/ d="([^"]*)"/g)].reduce((sum, [, path]) => sum + [...path!.matchAll(/M/gi)].length, 0);

test.each([[[4]], [[0]], [[length - 1]], [[3, 4, 8]]])(
  "months %j that the data cover in part have no point on the line, whatever figure they have",
  (incomplete) => {
    const { series, table } = line(incomplete);
    series[0]!.points.forEach(({ y }, i) => expect(y === null).toBe(incomplete.includes(i)));
    incomplete.forEach((i) => expect(table.rows[i]![1]!.value).toBeNull());
  },
);

test("the line is not joined over an incomplete month: the picture has one stroke more", () => {
  const [joined, broken] = [line([]), line([4])].map((chart) => drawSvg(chart, "wide"));
  const marksOfOneMonth = strokes(drawSvg(line([]), "wide")) - strokes(drawSvg(line([length - 1]), "wide"));
  expect(strokes(broken!)).toBe(strokes(joined!) - marksOfOneMonth + 1);
});

test("the bars of incomplete months are hatched, and no others", () => {
  const bars = (incomplete: readonly number[]): ChartDefinition =>
    monthsReceived("received", months(incomplete), "", voice)!;
  expect(bars([0, 4]).series[0]!.partial).toEqual([0, 4]);
  expect(bars([]).series[0]!.partial).toEqual([]);
  expect(strokes(drawSvg(bars([4]), "wide"))).toBeGreaterThan(strokes(drawSvg(bars([]), "wide")) + 5);
});

test("a month is called the busiest where no other is as busy; all that are have their number", () => {
  const withCounts = (...counts: number[]) =>
    monthsReceived(
      "received",
      months([])
        .slice(0, counts.length)
        .map((month, i) => ({ ...month, received: { state: "exact", value: counts[i]! } })),
      "",
      voice,
    )!;
  expect(withCounts(40, 70, 60)).toMatchObject({ title: expect.stringContaining("70"), labels: [{ x: 1, y: 70 }] });
  const tied = withCounts(70, 40, 70);
  expect(tied.title).not.toMatch(/\d/u);
  expect(tied.labels?.map(({ x, y }) => [x, y])).toEqual([
    [0, 70],
    [2, 70],
  ]);
  expect(withCounts(3, 9, 2).labels).toEqual([]);
});

test("months outside their usual range are named under the title, and only those", () => {
  const usual = (outside?: "above" | "below") => ({ low: 0.4, high: 0.6, ...(outside && { outside }) });
  const told = months([]).map((month, i): Month => ({
    ...month,
    usual: usual(i === 2 ? "below" : undefined),
    usualReceived: usual(i > 3 ? "above" : undefined),
  }));
  expect(
    monthsInNorm(
      "in-norm",
      [{ label: "Минжкх", colour: "series-subject", dash: "solid", months: told }],
      "Доля",
      voice,
    )!.subtitle,
  ).toBe("Доля. Необычно мало: март 2026".replace(" 2026", "\u00A02026"));
  expect(monthsReceived("received", told, "Число", voice)!.subtitle.replaceAll("\u00A0", " ")).toBe(
    "Число. Необычно много, из последних: июнь 2026, июль 2026, август 2026, сентябрь 2026",
  );
  const moved = told.map((month): Month => ({
    ...month,
    usual: { low: 0.4, high: 0.6, outside: "above", shifted: true },
  }));
  expect(
    monthsInNorm(
      "in-norm",
      [{ label: "Минжкх", colour: "series-subject", dash: "solid", months: moved }],
      "Доля",
      voice,
    )!.subtitle.replaceAll("\u00A0", " "),
  ).toBe(
    "Доля. Обычный уровень за это время сдвинулся: с января 2026 года по май 2026 года в срок отвечали, смотря по месяцу, на 50–70 % обращений, с июня 2026 года — на 75–90 %",
  );
});
