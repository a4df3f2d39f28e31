// "import type": the browser writes figures by these rules too, and must not load all texts with them.
import type { Count, Mean, Share, Wait } from "../model/figures.ts";
import type { Precision } from "./durations.ts";
import type { Voice } from "./language.ts";
import type { StringKey } from "./translate.ts";

/** A figure ready to be shown. Every state has words: an empty cell would be read as zero. */
export interface FigureText {
  state: "exact" | "not-reached" | "hidden" | "missing";
  /** The figure itself, or a short word for its absence. */
  text: string;
  /** What it was computed from and its interval, or the reason why it is absent. */
  note: string | null;
  /** For sorting; null sorts last. */
  sort: number | null;
}

export interface FigureTexts {
  count: (figure: Count) => FigureText;
  share: (figure: Share) => FigureText;
  /** @param n appeals behind the quantile, the median if nothing else is said */
  wait: (figure: Wait, precision: Precision, n: number, quantile?: QuantileName) => FigureText;
  /** The same in the narrow form of a table column. */
  shortWait: (figure: Wait, precision: Precision, n: number) => FigureText;
  mean: (figure: Mean) => FigureText;
}

/** Quantiles of a waiting time by their names in the facts. */
export type QuantileName = "median" | "upperQuartile" | "ninetieth";

type Absent = { state: "hidden"; reason: "too-few" } | { state: "missing"; reason: string };

/** @param shown the portal's threshold below which figures are hidden */
export function createFigureText(voice: Voice, shown: number): FigureTexts {
  const { t, counted } = voice;

  function absent(figure: Absent): FigureText {
    if (figure.state === "hidden") {
      return {
        state: "hidden",
        text: t("figure.hidden"),
        note: t("figure.hidden.note", { fewer: counted(shown, "appeal.genitive") }),
        sort: null,
      };
    }
    return {
      state: "missing",
      text: t("figure.missing"),
      note: t(`figure.missing.${figure.reason}` as StringKey),
      sort: null,
    };
  }

  function waiting(
    write: Voice["duration"],
    figure: Wait,
    precision: Precision,
    n: number,
    quantile: QuantileName,
  ): FigureText {
    if (figure.state === "exact") {
      const values = {
        from: figure.low === null ? "…" : write(figure.low, precision),
        n: counted(n, "appeal.genitive"),
      };
      const to = figure.high === null ? null : write(figure.high, precision);
      // Both limits may lie inside one day or hour: then they say no more than the figure itself.
      const note =
        to === null
          ? t("figure.wait.note.open", values)
          : to === values.from
            ? t("figure.wait.note.same", { n: values.n })
            : t("figure.wait.note", { ...values, to });
      return { state: "exact", text: write(figure.days, precision), note, sort: figure.days };
    }
    if (figure.state === "not-reached") {
      // Longer than any wait that was reached, so that it sorts behind them.
      const beyond = write === voice.shortDuration ? voice.shortBeyond(figure.beyond) : voice.beyond(figure.beyond);
      return {
        state: "not-reached",
        text: beyond,
        note: t(`figure.not-reached.note.${quantile}`, { n: counted(n, "appeal.genitive") }),
        sort: 1e6 + figure.beyond,
      };
    }
    return absent(figure);
  }

  return {
    count: (figure) =>
      figure.state === "exact"
        ? { state: "exact", text: voice.integer(figure.value), note: null, sort: figure.value }
        : absent(figure),
    share: (figure) => {
      if (figure.state !== "exact") return absent(figure);
      const note = t("figure.share.note", {
        part: figure.part,
        whole: figure.whole,
        range: voice.percentRange(figure.low, figure.high),
      });
      return { state: "exact", text: voice.percent(figure.value), note, sort: figure.value };
    },
    wait: (figure, precision, n, quantile = "median") => waiting(voice.duration, figure, precision, n, quantile),
    shortWait: (figure, precision, n) => waiting(voice.shortDuration, figure, precision, n, "median"),
    mean: (figure) =>
      figure.state === "exact"
        ? {
            state: "exact",
            text: voice.decimal(figure.value),
            note: t("figure.mean.note", { n: counted(figure.n, "mark.genitive") }),
            sort: figure.value,
          }
        : absent(figure),
  };
}
