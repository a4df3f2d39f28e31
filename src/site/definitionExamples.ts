import type { Breakdown, Comparison, Definition, Measures, Month, UsualRange } from "../model/facts.ts";
import type { WaitInFacts } from "../model/events/event.ts";
import type { Count, MeanWait, Share, Wait } from "../model/figures.ts";
import { changeText } from "../words/changeText.ts";
import type { Precision } from "../words/durations.ts";
import type { ExampleAgency } from "./exampleAgency.ts";
import type { FigureTexts, QuantileName } from "../words/figureText.ts";
import type { Voice } from "../words/language.ts";
import { comparisonOf } from "../words/standing.ts";
import type { Telling } from "../words/telling.ts";

/** The figure that a definition defines, of the example agency in its largest channel over the last twelve months. */
export type DefinitionExamples = (definition: Definition) => string | null;

export function definitionExamples(telling: Telling, example: ExampleAgency | null): DefinitionExamples {
  const { facts, voice, figureText } = telling;
  if (example === null) return () => null;
  const { subject, headline } = example;
  const { measures, channel } = headline;
  const comparison = comparisonOf(facts, "year", headline);
  const texts: Partial<Record<Definition["kind"], (id: string) => string | null>> = {
    count: (id) => countText(measures[id as "open"], figureText),
    share: (id) =>
      shareText(
        id.startsWith("quality.")
          ? measures.quality?.[id.slice("quality.".length) as "closedAtOnce"]
          : measures[id as "silent"],
        voice,
      ),
    "agency-wait": (id) => agencyWaitText(measures, id, figureText),
    wait: (id) => waitText(measures, id, figureText),
    mean: (id) =>
      id === "rating"
        ? ratingText(measures, figureText)
        : meanWaitText(timesOf(measures, id).meanToHorizon, timesOf(measures, id).precision, voice),
    curve: (id) => curveText(measures, id, voice),
    outcomes: () => outcomesByDayText(telling, measures),
    list: (id) => listText(telling, id, measures, subject.periods.year.topicsByChannel[channel] ?? []),
    change: () =>
      changeText(
        headline.event === "closing"
          ? measures.yearBefore?.closedInNormChange
          : measures.yearBefore?.answeredInNormChange,
        voice,
      ),
    usual: (id) =>
      usualText(id === "months.usual" ? (subject.monthsByChannel[channel] ?? []) : subject.months, id, voice),
    comparison: (id) => comparisonText(id, comparison, subject.code, voice),
  };
  return ({ kind, id }) => texts[kind]?.(id) ?? null;
}

const timesOf = (measures: Measures, id: string): Measures["closing"] => measures[id.split(".")[0] as WaitInFacts];

function countText(count: Count, figureText: FigureTexts): string | null {
  return count.state === "exact" ? figureText.count(count).text : null;
}

/** «512 / 604 = 84,8 %, интервал 95 %: от 81,7 до 87,4 %» */
function shareText(share: Share | undefined, voice: Voice): string | null {
  if (share?.state !== "exact") return null;
  return voice.t("example.share", {
    part: share.part,
    whole: share.whole,
    share: voice.percent(share.value),
    ...limitsOf(share, voice),
  });
}

function waitText(measures: Measures, id: string, figureText: FigureTexts): string | null {
  const { n, precision, ...times } = timesOf(measures, id);
  const quantile = id.split(".")[1] as QuantileName;
  const { text, note, state } = figureText.wait(times[quantile] satisfies Wait, precision, n, quantile);
  return state === "exact" || state === "not-reached" ? `${text}; ${note}` : null;
}

function agencyWaitText({ agencyClock }: Measures, id: string, figureText: FigureTexts): string | null {
  if ("state" in agencyClock) return null;
  const [, event, quantile] = id.split(".");
  const { n, precision, ...times } = agencyClock[event as "closing"];
  const { text, note, state } = figureText.wait(
    times[quantile as QuantileName] satisfies Wait,
    precision,
    n,
    quantile as QuantileName,
  );
  return state === "exact" || state === "not-reached" ? `${text}; ${note}` : null;
}

function ratingText({ rating }: Measures, figureText: FigureTexts): string | null {
  const { text, note, state } = figureText.mean(rating);
  return state === "exact" ? `${text}; ${note}` : null;
}

function meanWaitText(mean: MeanWait, precision: Precision, voice: Voice): string | null {
  if (mean.state !== "exact") return null;
  return voice.t("example.mean-wait", {
    mean: voice.duration(mean.days, precision),
    low: voice.duration(mean.low, precision),
    high: voice.duration(mean.high, precision),
  });
}

/** The curve at the last of its days up to the seventh. */
function curveText(measures: Measures, id: string, voice: Voice): string | null {
  const { curve } = timesOf(measures, id);
  if (!("days" in curve)) return null;
  const at = curve.days.findLastIndex((days) => days <= 7 && Number.isInteger(days));
  if (at < 1) return null;
  return voice.t("example.curve", {
    day: voice.counted(curve.days[at]!, "day.accusative"),
    share: voice.percent(curve.share[at]!),
    ...limitsOf({ low: curve.low[at]!, high: curve.high[at]! }, voice),
  });
}

function outcomesByDayText({ voice, names }: Telling, { outcomesByDay }: Measures): string | null {
  const first = Array.isArray(outcomesByDay) ? outcomesByDay[0] : undefined;
  if (first === undefined) return null;
  const parts = [
    ...first.outcomes.map(({ outcome, share }) => [names.outcome(outcome), share] as const),
    [names.outcome("open"), first.open] as const,
  ];
  return voice.t("example.by-day", {
    day: first.days,
    parts: parts.map(([name, share]) => voice.t("example.part", { name, share: voice.percent(share) })).join("; "),
  });
}

function listText({ voice, names }: Telling, id: string, measures: Measures, topics: Breakdown): string | null {
  const part = (name: string, count: Count, share: Share): string | null =>
    count.state === "exact" && share.state === "exact"
      ? voice.t("example.counted-part", { name, count: count.value, share: voice.percent(share.value) })
      : null;
  const parts =
    id === "outcomes"
      ? measures.outcomes.map(({ outcome, count, share }) => part(names.outcome(outcome), count, share))
      : id === "topics"
        ? topics.map(({ code, count, share }) => part(names.topic(code), count, share))
        : measures.openByAge.map(({ from, to, count }) =>
            count.state === "exact"
              ? voice.t("example.age", { ages: to === null ? `${from}+` : `${from}–${to}`, count: count.value })
              : null,
          );
  return parts.filter((text) => text !== null).join("; ") || null;
}

function usualText(months: readonly Month[], id: string, voice: Voice): string | null {
  const usualOf = (month: Month): UsualRange | null | undefined =>
    id === "months.usual" ? month.usual : month.usualReceived;
  const last = months.findLast((month) => usualOf(month));
  const usual = last && usualOf(last);
  if (!last || !usual) return null;
  if (id === "months.usualReceived") {
    if (last.received.state !== "exact") return null;
    return voice.t("example.usual", {
      month: voice.month(last.month),
      value: voice.integer(last.received.value),
      low: voice.integer(Math.ceil(usual.low)),
      high: voice.integer(Math.floor(usual.high)),
    });
  }
  if (last.answeredInNorm.state !== "exact") return null;
  return voice.t("example.usual", {
    month: voice.month(last.month),
    value: voice.percent(last.answeredInNorm.value),
    ...limitsOf(usual, voice),
  });
}

function comparisonText(id: string, comparison: Comparison | null, code: string, voice: Voice): string | null {
  const agency = comparison?.agencies.find((one) => one.agency === code);
  if (!comparison || !agency) return null;
  const all = voice.percent(comparison.target);
  if (id === "comparison") {
    return voice.t("example.comparison", {
      own: voice.percent(agency.value),
      all,
      ...limitsOf({ low: agency.low998, high: agency.high998 }, voice),
      level: voice.t(`level.${agency.position}`),
    });
  }
  if (id === "comparison.places") {
    return agency.places
      ? voice.t("example.places", {
          best: agency.places.best,
          worst: agency.places.worst,
          all: comparison.agencies.length,
        })
      : null;
  }
  if (agency.adjusted === null || agency.ratio === null) return null;
  return voice.t("example.adjusted", {
    observed: agency.part,
    expected: voice.decimal(agency.expected * agency.whole),
    ratio: voice.decimal(agency.ratio, 2),
    all,
    adjusted: voice.percent(agency.adjusted),
    level: voice.t(`level.${agency.adjustedPosition}`),
  });
}

function limitsOf({ low, high }: { low: number; high: number }, voice: Voice): { low: string; high: string } {
  return { low: voice.limit(low), high: voice.limit(high) };
}
