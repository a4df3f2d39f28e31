import type { Curve, Times } from "../model/facts.ts";
import type { Voice } from "../words/language.ts";
import type { ChartDefinition, ChartSeries } from "./definition.ts";
import { lineLabels } from "./lineLabels.ts";

/** One curve of the chart: whose it is and how it is drawn. */
export interface CurveSource {
  label: string;
  colour: string;
  dash: ChartSeries["dash"];
  times: Times;
  /** Draw the 95 % band. */
  band: boolean;
}

export interface CurveTexts {
  title: string;
  subtitle: string;
  figure: string;
  description: string;
}

const tickSteps = [1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365];

/** What a curve may still rise by beyond the picture where its last event lies far off: a remark says so. */
const hardlySeen = 0.01;
/** A straggler so many times farther than all others would press the whole curve against the edge. */
const farOff = 3;

/** The first day at which a curve is no more than `short` below its end; 0 where there is none. */
function dayNearEnd({ days, share }: Curve, short: number): number {
  const final = share[share.length - 1] ?? 0;
  return days[share.findIndex((at) => at >= final - short)] ?? 0;
}

/** Days to show: twice the norm, and on to the last event of every curve, or until it has all but stopped rising. */
function horizon(curves: Curve[], norm: number | null): number {
  const least = Math.max(7, (norm ?? 0) * 2, ...curves.map((curve) => dayNearEnd(curve, hardlySeen)));
  const wanted = Math.max(
    least,
    ...curves.map((curve) => dayNearEnd(curve, 0)).filter((last) => last <= least * farOff),
  );
  const step = tickSteps.find((candidate) => wanted / candidate <= 7) ?? 365;
  return Math.ceil(wanted / step) * step;
}

/** The share of a curve at a day: the last step at or before it; null beyond the end of the curve, unless all had the event by then. */
export function shareAt(times: Times, day: number): { share: number; low: number; high: number } | null {
  const { curve } = times;
  if (!("days" in curve)) return null;
  const last = curve.days[curve.days.length - 1];
  if (last === undefined || (day > last && curve.share[curve.share.length - 1] !== 1)) return null;
  let index = curve.days.findIndex((at) => at > day);
  if (index === -1) index = curve.days.length;
  if (index === 0) return { share: 0, low: 0, high: 0 };
  return { share: curve.share[index - 1]!, low: curve.low[index - 1]!, high: curve.high[index - 1]! };
}

/**
 * How the share of answered appeals grows with the days since receipt, the norm marked.
 *
 * @param sources the subject's curve first, then what it is compared with
 * @param norm days, or null
 * @param until right end of the axis in days, where it is to be the same in several charts
 * @returns null where not one curve can be shown
 */
export function waitingCurve(
  id: string,
  sources: CurveSource[],
  norm: { days: number; label: string } | null,
  { title, subtitle, figure, description }: CurveTexts,
  voice: Voice,
  until?: number,
): ChartDefinition | null {
  const shown = sources.filter(({ times }) => "days" in times.curve);
  if (shown.length === 0) return null;
  const absent = sources.flatMap(({ label, times: { curve } }) =>
    "days" in curve ? [] : [{ label, text: voice.t(curve.state === "hidden" ? "figure.hidden" : "figure.missing") }],
  );
  const end =
    until ??
    horizon(
      shown.map(({ times }) => times.curve as Curve),
      norm?.days ?? null,
    );
  const step = tickSteps.find((candidate) => end / candidate <= 7) ?? 365;
  const series = shown.map(({ label, colour, dash, times, band }): ChartSeries => {
    const curve = times.curve as Curve;
    const shownDays = curve.days.filter((day) => day < end);
    const points = [...shownDays, end].flatMap((x) => {
      const at = shareAt(times, x);
      if (!at) return [];
      const y = round(at.share);
      return [band ? { x, y, low: round(at.low), high: round(at.high) } : { x, y }];
    });
    // Where only dates are known, answers come in whole days; else the days of the curve are samples of a rising line.
    return {
      label,
      colour,
      dash,
      stepped: times.precision !== "minute",
      points,
      partial: [],
      ...(curve.thinFrom === undefined ? {} : { thinFrom: curve.thinFrom }),
    };
  });
  // Only days that the facts name: between them a sampled curve is not known.
  const isNamed = (day: number): boolean =>
    shown.every(
      ({ times }) => times.precision !== "minute" || beyondEnd(times, day) || (times.curve as Curve).days.includes(day),
    );
  const ends = shown.map(({ times }) => dayNearEnd(times.curve as Curve, 0));
  // Told from week to week, a wait is 0, 7, 14 … days: between them there is nothing to read off.
  const isWeekly = shown.every(({ times }) => times.precision === "week");
  const usual = isWeekly
    ? [0, 1, 2, 3, 4, 6, 8, 13, 17, 26, 34, 52].map((weeks) => weeks * 7)
    : [0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 365];
  const wanted = [...usual, ...ends, ...(norm ? [norm.days] : [])];
  const days = [...new Set(wanted)]
    .filter((day) => (day > 0 || isWeekly) && day <= end && isNamed(day))
    .sort((x, y) => x - y);
  return {
    id,
    kind: "lines",
    title,
    subtitle,
    figure,
    description,
    x: {
      title: voice.t("chart.curve.x"),
      format: "integer",
      min: 0,
      max: end,
      ticks: Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => ({
        at: index * step,
        label: voice.integer(index * step),
      })),
    },
    y: {
      title: voice.t("chart.curve.y"),
      format: "percent",
      min: 0,
      max: 1,
      ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: voice.percent(at, 0) })),
    },
    series,
    ...(absent.length > 0 ? { absent } : {}),
    labels: lineLabels(series, end),
    remarks: [
      ...shown.flatMap(({ label, times }) => {
        const curve = times.curve as Curve;
        const last = dayNearEnd(curve, 0);
        return last <= end
          ? []
          : [
              voice.t("chart.curve.beyond", {
                label,
                share: voice.percent(curve.share[curve.share.length - 1]!),
                days: voice.counted(Math.ceil(last), "day.accusative"),
              }),
            ];
      }),
      ...absent.map(({ label, text }) => voice.t("chart.curve.absent", { label, why: text })),
    ],
    marks: norm ? [{ at: norm.days, label: norm.label }] : [],
    table: {
      head: [voice.t("chart.curve.table.day"), ...shown.map(({ label }) => label)],
      rows: days.map((day) => [
        { text: voice.decimal(day, Number.isInteger(day) ? 0 : 1), value: day },
        ...shown.map(({ times }) => {
          const at = shareAt(times, day);
          return at
            ? { text: voice.percent(at.share), value: round(at.share) }
            : { text: voice.t("chart.cell.unknown"), value: null };
        }),
      ]),
    },
  };
}

const beyondEnd = ({ curve }: Times, day: number): boolean =>
  "days" in curve && day > (curve.days[curve.days.length - 1] ?? 0);

const round = (share: number): number => Math.round(share * 1e6) / 1e6;
