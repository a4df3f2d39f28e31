import { createCanvas, loadImage } from "@napi-rs/canvas";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { chartCsv } from "../../src/charts/chartCsv.ts";
import { allCharts, chartFile, savedAs } from "../../src/charts/chartFiles.ts";
import type { ChartDefinition } from "../../src/charts/definition.ts";
import { drawPng } from "../../src/charts/drawPng.ts";
import { canvasPng } from "../../src/charts/indexedPng.ts";
import { drawSvg } from "../../src/charts/drawSvg.ts";
import { lightColour } from "../../src/charts/palette.ts";
import { createVoice } from "../../src/words/language.ts";
import type { Month, Times } from "../../src/model/facts.ts";
import { monthsInNorm } from "../../src/charts/monthsInNorm.ts";
import { monthsReceived } from "../../src/charts/monthsReceived.ts";
import { chartRemarks, pictureTexts } from "../../src/charts/pictureTexts.ts";
import { standaloneSvg } from "../../src/charts/standaloneSvg.ts";
import { waitingCurve } from "../../src/charts/waitingCurve.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { comparedFacts } from "./comparedFacts.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = comparedFacts();
const voice = createVoice("ru");
const all = allCharts(createTelling(facts));
const exactShare = { state: "exact", value: 0.5, part: 5, whole: 10, low: 0.2, high: 0.8 } as const;
const subjectTimes = exampleFacts().subjects[0]!.periods.year.measures.firstReply;
const words = { low: "нижняя", high: "верхняя", partial: "неполный" };
const number = (cell: string | undefined): number | null => (cell === undefined || cell === "" ? null : Number(cell));

/** Every number that is drawn, by series and place. */
const drawn = ({ series }: ChartDefinition) => series.map(({ points }) => points);

test("every chart has files of its own, and pages of all kinds have charts", () => {
  const addresses = all.map(({ page, chart }) => chartFile(page, chart.id, "csv"));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain("/charts/curve.csv");
  expect(addresses).toContain("/agencies/fast/charts/standing.csv");
  expect(addresses.some((address) => address.startsWith("/places/"))).toBe(true);
  const names = all.map(({ page, chart }) => savedAs(page, chart.id, "csv", "2026-10-31"));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("agencies-fast-standing-2026-10-31.csv");
});

describe.each(all.map(({ page, chart }) => [`${page || "overview"}: ${chart.id}`, chart] as const))(
  "%s",
  (_, chart) => {
    const { data } = Papa.parse<string[]>(chartCsv(chart, words).trimEnd());
    const [head = [], ...rows] = data;

    test("the CSV is a whole table", () => {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.length).toBe(head.length);
    });

    test("the CSV holds every number that is drawn, and no other", () => {
      if (chart.kind === "funnel") {
        const cells = rows.map(([, whole, share, adjusted]) => ({
          whole: number(whole),
          share: number(share),
          adjusted: number(adjusted),
        }));
        const [own, ring] = [
          chart.series.find(({ point }) => point === "own")!,
          chart.series.find(({ point }) => point === "ring")!,
        ];
        const shares = chart.series
          .filter((series) => series !== ring)
          .flatMap(({ points }) => points.map(({ x, y }) => `${x} ${y}`));
        expect(cells.map(({ whole, share }) => `${whole} ${share}`).sort()).toEqual(shares.sort());
        expect(cells.find(({ whole }) => whole === own.points[0]!.x)!.adjusted).toBe(ring.points[0]!.y);
        return;
      }
      if (chart.x.format === "category") {
        drawn(chart).forEach((points, series) =>
          expect(rows.map((row) => number(row[series + 1]))).toEqual(points.map(({ y }) => y)),
        );
        return;
      }
      const places = rows.map(([x]) => Number(x));
      let column = 1;
      for (const points of drawn(chart)) {
        const banded = points.some(({ low }) => low !== undefined);
        for (const field of banded ? (["y", "low", "high"] as const) : (["y"] as const)) {
          const expected = places.map((x) => points.find((point) => point.x === x)?.[field] ?? null);
          expect(rows.map((row) => number(row[column]))).toEqual(expected);
          column += 1;
        }
      }
      expect(column).toBe(head.length);
    });

    test("the table on the page and the CSV agree", () => {
      const plain = (label: string): string => label.replaceAll("\u00a0", " ");
      for (const name of head) expect(name).toBe(plain(name));
      if (chart.kind === "lines" && chart.x.format !== "category") {
        for (const [day, ...cells] of chart.table.rows) {
          const row = rows.find(([x]) => Number(x) === day!.value);
          // A day between two points is read off the line and has no row of its own.
          if (row)
            cells.forEach(({ value }, index) =>
              expect(number(row[head.indexOf(plain(chart.series[index]!.label))])).toBe(value),
            );
        }
        return;
      }
      chart.table.rows.forEach((cells, at) =>
        cells.forEach(({ value, raw }, column) =>
          expect(rows[at]![column]).toBe(raw ?? (value === null ? "" : String(value))),
        ),
      );
    });
  },
);

test("an incomplete month is told in the CSV", () => {
  const received = all.find(({ page, chart }) => page === "" && chart.id === "received")!.chart;
  const { data } = Papa.parse<string[]>(chartCsv(received, words).trimEnd());
  expect(data[0]!.at(-1)).toBe("неполный");
  expect(data.slice(1).map((row) => row.at(-1))).toEqual([...data.slice(2).map(() => "0"), "1"]);
});

describe("what is not there is told from 0, with the reason", () => {
  const all = { ...words, reason: "почему", thin: "тонкая", between: "между", beyond: "дальше" };
  const tableOf = (chart: ChartDefinition): Record<string, string>[] =>
    Papa.parse<Record<string, string>>(chartCsv(chart, all).trimEnd(), { header: true }).data;

  test("a month of too few, one of nothing, one covered in part, and one of nobody in time", () => {
    const months = exampleFacts().subjects[0]!.months.slice(-5);
    const states: Month["answeredInNorm"][] = [
      { state: "hidden", reason: "too-few" },
      { state: "missing", reason: "none-eligible" },
      { ...exactShare, value: 0, part: 0 },
      exactShare,
      { state: "missing", reason: "none-eligible" },
    ];
    const shown = months.map((month, at): Month => ({ ...month, answeredInNorm: states[at]! }));
    const chart = monthsInNorm(
      "in-norm",
      [{ label: "Фонд", colour: "series-subject", dash: "solid", months: shown }],
      "",
      voice,
    )!;
    expect(tableOf(chart).map((row) => [row["Фонд"], row["почему"]])).toEqual([
      ["", "Фонд: скрыто"],
      ["", "Фонд: нет данных"],
      ["0", ""],
      ["0.5", ""],
      ["", "Фонд: (неполный месяц)"],
    ]);
    const received = monthsReceived(
      "received",
      months.map((month, at): Month => ({
        ...month,
        complete: true,
        received:
          at === 0
            ? { state: "hidden", reason: "too-few" }
            : at === 1
              ? { state: "missing", reason: "not-recorded" }
              : { state: "exact", value: at === 2 ? 0 : 12 },
      })),
      "",
      voice,
    )!;
    expect(
      tableOf(received).map((row) => [row[voice.t("chart.received.series")], row["почему"]!.split(": ")[1]]),
    ).toEqual([
      ["", "скрыто"],
      ["", "нет данных"],
      ["0", undefined],
      ["12", undefined],
      ["12", undefined],
    ]);
  });

  test("curves say where they have no point, where they end, where they rest on few, and which cannot be drawn", () => {
    const curve = (days: number[], more: object = {}) => ({
      days,
      share: days.map((day) => day / 10),
      low: days.map(() => 0),
      high: days.map(() => 1),
      ...more,
    });
    const times = (own: Times["curve"]): Times => ({ ...subjectTimes, precision: "day", curve: own });
    const line = (label: string, own: Times["curve"]) => ({
      label,
      colour: "x",
      dash: "solid" as const,
      times: times(own),
      band: false,
    });
    const sources = [
      line("Письма", curve([1, 2, 6], { thinFrom: 2 })),
      line("Портал", curve([1, 4])),
      line("Телефон", { state: "hidden", reason: "too-few" }),
      line("Иначе", { state: "missing", reason: "not-recorded" }),
    ];
    const chart = waitingCurve(
      "curve",
      sources,
      null,
      { title: "", subtitle: "", figure: "", description: "" },
      voice,
    )!;
    const rows = tableOf(chart);
    expect(rows.map((row) => [row["Письма"], row["Письма: тонкая"], row["Портал"], row["Телефон"]])).toEqual([
      ["0.1", "0", "0.1", ""],
      ["0.2", "1", "", ""],
      ["", "1", "0.4", ""],
      ["0.6", "1", "", ""],
    ]);
    expect(rows.map((row) => row["почему"])).toEqual(
      ["", "Портал: между; ", "Письма: между; ", "Портал: дальше; "].map(
        (own) => `${own}Телефон: скрыто; Иначе: нет данных`,
      ),
    );
    expect(chartRemarks(chart, voice).map((remark) => remark.replaceAll("\u00a0", " "))).toEqual(
      expect.arrayContaining(["Телефон: кривой нет — скрыто", "Иначе: кривой нет — нет данных"]),
    );
  });
});

describe("the picture for sharing", () => {
  const look = {
    colour: lightColour,
    mark: null,
    name: "Министерство",
    source: "Отклик. Данные на 15 ноября 2026",
    remarks: ["полоса — интервал"],
  };
  const { chart } = all.find(({ chart: { kind } }) => kind === "funnel")!;
  const png = drawPng(chart, look, 600, 450);

  test("is a PNG of the wanted size on the paper of the portal, with the same bytes every time", async () => {
    const image = await loadImage(png);
    expect([image.width, image.height]).toEqual([600, 450]);
    expect(drawPng(chart, look, 600, 450).equals(png)).toBe(true);
    expect(png.length).toBeLessThan(40_000);
  });

  test("gives its pixels back at once, and is the same after one of another size", () => {
    const canvas = createCanvas(60, 40);
    const pixels = canvas.data();
    canvasPng(Object.assign(canvas, { data: () => pixels }), ["#ffffff"]);
    expect(pixels.length).toBe(0);
    const other = drawPng(chart, look, 1200, 900);
    expect(drawPng(chart, look, 600, 450).equals(png)).toBe(true);
    expect(drawPng(chart, look, 1200, 900).equals(other)).toBe(true);
  });

  test("of a demonstration says at its upper edge that it is one, as a drawing does, and names whose it is", async () => {
    const marked = { ...look, mark: "Вымышленные данные" };
    expect(await colourAt(drawPng(chart, marked, 600, 450), 5, 5)).toBe(lightColour("notice"));
    expect(await colourAt(png, 5, 5)).toBe(lightColour("paper"));
    expect(drawPng(chart, { ...look, name: "Инспекция" }, 600, 450).equals(png)).toBe(false);
    const svg = standaloneSvg(chart, marked);
    expect(svg).toContain(">Вымышленные данные</text>");
    expect(svg).toContain(">Министерство</text>");
    expect(standaloneSvg(chart, look)).not.toContain(lightColour("notice"));
    const texts = (demo: boolean) =>
      pictureTexts(
        createTelling({ ...facts, portal: { ...facts.portal, demo } }),
        findSubject(facts, "agency", "fast")!,
        chart,
        "agencies/fast",
      );
    expect(texts(true).mark).toBe(voice.t("site.demo"));
    expect(texts(false).mark).toBeNull();
    expect(texts(true).name).toMatch(/^Министерство жилищно/u);
  });

  test("names the channel that it speaks of, wherever it speaks of one", () => {
    for (const { chart: one } of all.filter(({ chart: { id } }) => id === "in-norm" || id === "standing"))
      expect(one.subtitle.replaceAll("\u00a0", " ")).toMatch(
        /в социальных сетях|в письмах|через сайты и приложения|по телефону/u,
      );
  });

  test("shows the agency of its page: another share is another picture", () => {
    const moved: ChartDefinition = {
      ...chart,
      series: chart.series.map((series) =>
        series.point === "own"
          ? { ...series, points: series.points.map((point) => ({ ...point, y: chart.y.min })) }
          : series,
      ),
    };
    expect(drawPng(moved, look, 600, 450).equals(png)).toBe(false);
  });
});

test("a month alone is a bar of ordinary width, not a wall", () => {
  const received = all.find(({ chart }) => chart.id === "received")!.chart;
  const one: ChartDefinition = {
    ...received,
    x: { ...received.x, max: 0, ticks: received.x.ticks.slice(0, 1) },
    series: received.series.map((series) => ({ ...series, points: series.points.slice(0, 1), partial: [] })),
    labels: [],
  };
  const widths = [...drawSvg(one, "wide").matchAll(/fill="var\(--series-subject\)" d="M[\d.]+ [\d.]+h([\d.]+)/gu)].map(
    ([, width]) => Number(width),
  );
  expect(widths.length).toBe(1);
  expect(widths[0]).toBeLessThan(60);
});

test("the CSV for spreadsheets holds the same cells: a mark, semicolons, decimal commas, months as dates", () => {
  for (const { chart } of all) {
    const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text.trimEnd()).data;
    const people = chartCsv(chart, words, "spreadsheet");
    expect(people.startsWith("\uFEFF")).toBe(true);
    const asProgram = rowsOf(people.slice(1)).map((row) =>
      row.map((cell) =>
        /^-?\d+,\d+$/u.test(cell)
          ? cell.replace(",", ".")
          : cell.replace(/^(\d{4}-\d\d)-01$/u, "$1").replace(/^'(?=[=+@-])/u, ""),
      ),
    );
    expect(asProgram).toEqual(rowsOf(chartCsv(chart, words)));
  }
});

/** The colour of a pixel of a picture, "#rrggbb". */
async function colourAt(png: Buffer, x: number, y: number): Promise<string> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
