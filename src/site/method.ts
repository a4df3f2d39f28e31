import { type Facts } from "../model/facts.ts";
import { type FigureTexts } from "./figureText.ts";
import { headlineOf, normText, periodText } from "./headline.ts";
import { type Voice } from "./language.ts";
import { type Names } from "./names.ts";
import { regionOf } from "./subjects.ts";

/** Worked examples of the definitions, from the edition's own figures; null where it has none to show. */
export interface MethodExamples {
  median: string | null;
  norm: string | null;
}

export function methodExamples(facts: Facts, voice: Voice, names: Names, figureText: FigureTexts): MethodExamples {
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  if (!headline) return { median: null, norm: null };
  const { times, channel, event, measures } = headline;
  const where = names.inChannel(channel);
  const median = figureText.wait(times.median, times.precision, times.n);
  const inNorm = event === "closing" ? measures.closedInNorm : measures.answeredInNorm;
  const told = median.state === "exact" || median.state === "not-reached";
  return {
    median: told
      ? voice.t("method.median.example", { n: voice.counted(times.n, "appeal"), where, period: periodText(facts, "year", voice), waiting: times.waiting, median: median.text })
      : null,
    norm:
      inNorm.state === "exact"
        ? voice.t("method.norm.example", { whole: voice.counted(inNorm.whole, "appeal.genitive"), where, part: inNorm.part, share: voice.percent(inNorm.value, 1) })
        : null,
  };
}

/** The norms of the portal: channel, event, length, the rule they come from. */
export function normRows(facts: Facts, voice: Voice, names: Names): string[][] {
  return facts.norms.map((norm) => [names.channel(norm.channel), voice.t(`method.event.${norm.event}`), normText(norm, voice), norm.basis]);
}
