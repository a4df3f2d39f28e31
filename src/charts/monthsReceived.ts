import type { Month } from "../model/facts.ts";
import type { Voice } from "../words/language.ts";
import { receivedIn } from "../words/monthsMoved.ts";
import { weekWords } from "../words/weekWords.ts";
import type { ChartDefinition } from "./definition.ts";
import { countTicks } from "./ticks.ts";
import { withUnusual } from "./unusualMonths.ts";

/** Spans longer than this are labelled by years. */
const labelledMonths = 30;

/** Labels of the month axis: a short month, with the year where it begins; over many years only the years. */
export function monthTicks(months: Month[], voice: Voice): { at: number; label: string }[] {
  if (months.length > labelledMonths)
    return months.flatMap(({ month }, at) => (month.endsWith("-01") ? [{ at, label: month.slice(0, 4) }] : []));
  return months.map(({ month }, at) => ({
    at,
    label:
      at === 0 || month.endsWith("-01") ? `${voice.shortMonth(month)} ’${month.slice(2, 4)}` : voice.shortMonth(month),
  }));
}

/** A peak of fewer appeals than this is chance, not a finding. */
const remarkable = 10;

/**
 * Appeals received by month, incomplete months hatched.
 *
 * @returns null where not one month can be shown
 */
export function monthsReceived(id: string, months: Month[], subtitle: string, voice: Voice): ChartDefinition | null {
  const values = months.map(({ received }) => (received.state === "exact" ? received.value : null));
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  if (largest === 0) return null;
  const counted = months.map((month, x) => ({ month, x, value: values[x] ?? 0 }));
  const complete = counted.filter(({ month }) => month.complete);
  const comparable = complete.length > 0 ? complete : counted;
  const most = Math.max(...comparable.map(({ value }) => value));
  const peaks = most < remarkable ? [] : comparable.filter(({ value }) => value === most);
  // Of several months with as many appeals none is the busiest.
  const [busiest] = peaks.length === 1 && months.length > 1 ? peaks : [];
  // The label of the peak needs room above its bar.
  const ticks = countTicks(Math.max(largest, Math.ceil(most * 1.08)));
  const title = busiest
    ? voice.t("chart.received.title", {
        month: voice.inMonth(busiest.month.month),
        appeals: voice.counted(most, "appeal"),
      })
    : voice.t("chart.received.title.plain");
  return {
    id,
    kind: "bars",
    title,
    subtitle: withUnusual(subtitle, months, ({ usualReceived }) => usualReceived, voice, {
      figure: "received",
      value: receivedIn,
      written: ({ mean }) => weekWords(voice).w("level.mean", { n: voice.counted(Math.round(mean), "appeal") }),
    }),
    figure: "received",
    description: title,
    x: { title: "", format: "category", min: 0, max: months.length - 1, ticks: monthTicks(months, voice) },
    y: {
      title: voice.t("chart.received.y"),
      format: "integer",
      min: 0,
      max: ticks[ticks.length - 1]!,
      ticks: ticks.map((at) => ({ at, label: voice.integer(at) })),
    },
    series: [
      {
        label: voice.t("chart.received.series"),
        colour: "series-subject",
        dash: "solid",
        stepped: false,
        points: values.map((y, x) => ({ x, y })),
        partial: months.flatMap((month, index) => (month.complete ? [] : [index])),
      },
    ],
    marks: [],
    labels: peaks.map(({ x, value }) => ({ x, y: value, text: voice.integer(value), colour: "ink" })),
    table: {
      head: [voice.t("chart.month"), voice.t("chart.received.series")],
      rows: months.map((month, index) => [
        {
          text: voice.month(month.month) + (month.complete ? "" : ` ${voice.t("chart.month.partial")}`),
          value: index,
          raw: month.month,
        },
        values[index] === null || values[index] === undefined
          ? { text: voice.t(month.received.state === "hidden" ? "figure.hidden" : "figure.missing"), value: null }
          : { text: voice.integer(values[index]), value: values[index] },
      ]),
    },
  };
}
