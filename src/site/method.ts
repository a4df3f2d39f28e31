import type { Norm } from "../model/norm.ts";
import { capitalised, normText, periodText } from "../words/headline.ts";
import { headlineOf } from "../model/headlineChoice.ts";
import type { Voice } from "../words/language.ts";
import { namesNoChannel } from "../words/names.ts";
import { inNormOf, regionOf } from "../model/subjectsOfFacts.ts";
import { isTold, tellsReplyDates } from "../model/toldFigures.ts";
import type { Telling } from "../words/telling.ts";

/** Worked examples of the definitions, from the edition's own figures; null where it has none to show. */
export interface MethodExamples {
  median: string | null;
  norm: string | null;
}

export function methodExamples(telling: Telling): MethodExamples {
  const { facts, voice, names, figureText } = telling;
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  if (!headline) return { median: null, norm: null };
  const { times, channel, event, measures } = headline;
  const where = names.inChannel(channel);
  const median = figureText.wait(times.median, times.precision, times.n);
  const closing = event === "closing";
  const inNorm = measures[inNormOf[event]];
  const told = median.state === "exact" || median.state === "not-reached";
  return {
    median: told
      ? voice.t(closing ? "method.median.example.closing" : "method.median.example", {
          n: voice.counted(times.n, "appeal"),
          where,
          period: periodText(telling, "year"),
          waiting: times.waiting - (times.never ?? 0),
          median: median.text,
        })
      : null,
    norm:
      inNorm.state === "exact"
        ? voice.t(closing ? "method.norm.example.closing" : "method.norm.example", {
            whole: voice.counted(inNorm.whole, "appeal.genitive"),
            where,
            part: inNorm.part,
            share: voice.percent(inNorm.value),
          })
        : null,
  };
}

/** The norms of the portal: channel, event, length, the rule they come from. */
export function normRows(telling: Telling): string[][] {
  const { facts, voice } = telling;
  return facts.norms.map((norm) => [
    scopeOf(telling, norm),
    voice.t(`method.event.${norm.event}`),
    lengthOf(norm, voice),
    voice.bound(norm.basis),
  ]);
}

/** Whose norm it is: «Письма; 59-ФЗ; тема «Отопление»; с 1 января 2026» */
function scopeOf({ facts, voice, names }: Telling, { channel, regime, topic, from, until }: Norm): string {
  const parts = [
    channel === undefined || (channel === "other" && namesNoChannel(facts)) ? null : names.channel(channel),
    regime ?? null,
    topic === undefined ? null : voice.t("method.norm.topic", { topic: names.topic(topic) }),
    from === undefined ? null : voice.t("method.norm.from", { date: voice.date(from) }),
    until === undefined ? null : voice.t("method.norm.until", { date: voice.date(until) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? voice.t("method.norm.all") : capitalised(parts.join("; "));
}

function lengthOf(norm: Norm, voice: Voice): string {
  const { start, extension } = norm;
  return [
    normText(norm, voice),
    start === "registered" ? voice.t("method.norm.registered") : null,
    extension === undefined
      ? null
      : voice.t("method.norm.extension", { longer: normText({ ...norm, amount: extension }, voice) }),
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** How norms are counted, and which working calendar they rest on. */
export function normNotes({ facts: { norms, calendar }, voice }: Telling): string[] {
  if (norms.length === 0) return [];
  const { t } = voice;
  const years = (calendar?.years ?? []).map(({ year, provisional, basis }) =>
    provisional
      ? t("method.norm.year.provisional", { year: String(year) })
      : t("method.norm.year", { year: String(year), basis: basis.join(", ") }),
  );
  return [
    t("method.norm.days"),
    ...(calendar
      ? [t("method.norm.working", { hours: calendar.workingHours.join(", ").replaceAll("-", "–") }), ...years]
      : []),
  ];
}

/** When an appeal is overdue, by the events that the exports record; null where none can be. */
export function overdueRule({ facts, voice: { t } }: Telling): string | null {
  const closings = isTold(regionOf(facts).periods.all.measures, "closing.median");
  if (facts.norms.length === 0) return null;
  if (tellsReplyDates(facts)) return t(closings ? "method.norm.overdue" : "method.norm.overdue.reply");
  return closings ? t("method.norm.overdue.closing") : null;
}
