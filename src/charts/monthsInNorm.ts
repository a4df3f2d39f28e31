import type { Month } from "../model/facts.ts";
import type { Voice } from "../words/language.ts";
import { shareLevel } from "../words/levelMoved.ts";
import { monthsWithShare, shareIn } from "../words/monthsMoved.ts";
import type { ChartDefinition, ChartSeries } from "./definition.ts";
import { monthTicks } from "./monthsReceived.ts";
import { withUnusual } from "./unusualMonths.ts";

export interface MonthsSource {
  label: string;
  colour: string;
  dash: ChartSeries["dash"];
  months: Month[];
}

/** Too few to tell is another thing than nothing to tell. */
function whyNone(month: Month | undefined, voice: Voice): string {
  if (month?.complete === false) return voice.t("chart.month.partial");
  return voice.t(month?.answeredInNorm.state === "hidden" ? "figure.hidden" : "figure.missing");
}

const shareOf = (month: Month | undefined): number | null =>
  month?.answeredInNorm.state === "exact" ? month.answeredInNorm.value : null;

/** The last month and between which shares the others lie: neither the worst nor the best is told alone, but where it is the last. */
function titleOf(last: Month, byShare: readonly Month[], voice: Voice): string {
  const [worst, second, best] = [byShare[0]!, byShare.at(-2)!, byShare.at(-1)!];
  const told = (month: Month): string => voice.percent(shareOf(month)!);
  const [share, least, most] = [told(last), told(worst), told(best)];
  const month = voice.inMonth(last.month);
  if (last === worst) return voice.t("chart.norm.title.worst", { month, share });
  if (share === least) return voice.t("chart.norm.title.steady", { month, share });
  if (last === best && told(second) !== share) return voice.t("chart.norm.title.best", { month, share });
  return voice.t("chart.norm.title", { month, share, least, most });
}

/**
 * Share of appeals answered within the norm by month of receipt. A month that the export covers in part is left out.
 *
 * @param sources the subject first; all cover the same span
 * @returns null where the subject has fewer than two months to show
 */
export function monthsInNorm(
  id: string,
  sources: MonthsSource[],
  subtitle: string,
  voice: Voice,
): ChartDefinition | null {
  const [subject] = sources;
  if (!subject) return null;
  const { months } = subject;
  const known = monthsWithShare(months);
  if (known.length < 2) return null;
  const byMonth = sources.map((source) => new Map(source.months.map((month) => [month.month, month])));
  const value = (source: number, month: Month): number | null => {
    const share = month.complete ? shareOf(byMonth[source]!.get(month.month)) : null;
    return share === null ? null : Math.round(share * 1e6) / 1e6;
  };
  const byShare = [...known].sort((a, b) => shareOf(a)! - shareOf(b)!);
  const worst = byShare[0]!;
  const last = known[known.length - 1]!;
  const title = titleOf(last, byShare, voice);
  return {
    id,
    kind: "lines",
    title,
    subtitle: withUnusual(subtitle, known, ({ usual }) => usual, voice, {
      figure: "in-norm",
      value: shareIn,
      written: shareLevel(voice),
    }),
    figure: "answeredInNorm",
    description: title,
    x: { title: "", format: "category", min: 0, max: months.length - 1, ticks: monthTicks(months, voice) },
    y: {
      title: voice.t("chart.norm.y"),
      format: "percent",
      min: 0,
      max: 1,
      ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: voice.percent(at, 0) })),
    },
    series: sources.map(({ label, colour, dash }, source) => ({
      label,
      colour,
      dash,
      stepped: false,
      points: months.map((month, x) => ({ x, y: value(source, month) })),
      partial: [],
    })),
    marks: [],
    labels: [...new Set([worst, last])].map((month) => {
      const share = value(0, month)!;
      return {
        x: months.indexOf(month),
        y: share,
        text: voice.percent(share),
        colour: "series-subject",
        side: month === worst ? "below" : "above",
      };
    }),
    table: {
      head: [voice.t("chart.month"), ...sources.map(({ label }) => label)],
      rows: months.map((month, index) => [
        { text: voice.month(month.month), value: index, raw: month.month },
        ...sources.map((_, source) => {
          const share = value(source, month);
          return share === null
            ? { text: whyNone(month.complete ? byMonth[source]!.get(month.month) : month, voice), value: null }
            : { text: voice.percent(share), value: share };
        }),
      ]),
    },
  };
}
