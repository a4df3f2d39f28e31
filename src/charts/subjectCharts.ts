import type { Subject, Times } from "../model/facts.ts";
import type { Share } from "../model/figures.ts";
import { normText } from "../words/headline.ts";
import { headlineOf } from "../model/headlineChoice.ts";
import type { Voice } from "../words/language.ts";
import { hasOneChannel } from "../words/names.ts";
import { channelsOf, inNormOf, periodOf, regionOf } from "../model/subjectsOfFacts.ts";
import type { ChartDefinition, ChartSeries } from "./definition.ts";
import { monthsInNorm } from "./monthsInNorm.ts";
import { monthsReceived } from "./monthsReceived.ts";
import { standingFunnel } from "./standingFunnel.ts";
import { shareAt, waitingCurve, type CurveSource } from "./waitingCurve.ts";
import type { Telling } from "../words/telling.ts";

/** The charts of a subject's page; each is null where its figures cannot be shown. */
export interface SubjectCharts {
  curve: ChartDefinition | null;
  /** Only of an agency that is compared. */
  standing: ChartDefinition | null;
  received: ChartDefinition | null;
  inNorm: ChartDefinition | null;
}

/** The subject's curve in its headline channel, with the region's curve of the same channel behind it. */
function curveOf({ facts, voice, names }: Telling, subject: Subject): ChartDefinition | null {
  const period = periodOf(facts, subject);
  const headline = headlineOf(facts, subject.periods[period]);
  if (!headline) return null;
  const { t } = voice;
  const { channel, event, measures, norm } = headline;
  const timesOf = event === "closing" ? "closing" : "firstReply";
  // The region's curve alone would be taken for the subject's.
  if (!("days" in measures[timesOf].curve)) return null;
  const region = regionOf(facts).periods[period].byChannel[channel];
  const name = names.of(subject.dimension, subject.code);
  const short = subject.dimension === "agency" ? names.agencyShort(subject.code) : name;
  const sources: CurveSource[] = [
    { label: short, colour: "series-subject", dash: "solid", times: measures[timesOf], band: true },
  ];
  if (region && subject.dimension !== "region") {
    sources.push({
      label: t("chart.curve.region", { name: facts.portal.region.name }),
      colour: "series-context",
      dash: "long",
      times: region[timesOf],
      band: false,
    });
  }
  const inNorm = measures[inNormOf[event]];
  const regionInNorm = region?.[inNormOf[event]];
  const within = norm && normText(norm.norm, voice);
  const isOwn = norm?.several === true;
  let title = t(`chart.curve.title.plain.${event}`);
  if (within && inNorm.state === "exact") {
    const share = voice.percent(inNorm.value);
    if (sources.length > 1 && regionInNorm?.state === "exact") {
      const shares = { share, where: facts.portal.region.in, region: voice.percent(regionInNorm.value) };
      title = isOwn
        ? t(`chart.curve.title.region.own.${event}`, shares)
        : t(`chart.curve.title.region.${event}`, { ...shares, norm: within });
    } else {
      title = isOwn
        ? t(`chart.curve.title.own.${event}`, { share })
        : t(`chart.curve.title.${event}`, { norm: within, share });
    }
  }
  const texts = {
    title,
    subtitle: t(`chart.curve.subtitle.${event}`, { where: names.inChannel(channel) }),
    figure: `${timesOf}.curve`,
    description: t("chart.curve.description", { title }),
  };
  const chart = waitingCurve(
    "curve",
    sources,
    norm === null || norm.days === null
      ? null
      : { days: norm.days, label: t(isOwn ? "chart.curve.norms" : "chart.curve.norm", { norm: within ?? "" }) },
    texts,
    voice,
  );
  const remark =
    norm === null || norm.days === null || isOwn ? null : otherAtNorm(measures[timesOf], norm.days, inNorm, voice);
  return chart && remark !== null ? { ...chart, remarks: [remark, ...(chart.remarks ?? [])] } : chart;
}

/** At the norm a curve counts those too whose norm has not run out: where that shows in the digits, it is said. */
function otherAtNorm(times: Times, days: number, inNorm: Share, voice: Voice): string | null {
  const at = shareAt(times, days);
  if (!at || inNorm.state !== "exact") return null;
  const share = voice.percent(at.share);
  return share === voice.percent(inNorm.value) ? null : voice.t("chart.curve.at-norm", { share });
}

const channelDashes: Record<string, ChartSeries["dash"]> = {
  social: "solid",
  letter: "long",
  portal: "short",
  phone: "dotted",
  other: "dotted",
};

/** The region's curves of all channels in one picture, each by itself. */
function channelCurves({ facts, voice, names }: Telling): ChartDefinition | null {
  const { t } = voice;
  const sources = channelsOf(regionOf(facts).periods.year).map(({ channel, measures }): CurveSource => {
    return {
      label: names.channel(channel),
      colour: `channel-${channel}`,
      dash: channelDashes[channel] ?? "solid",
      times: measures.firstReply,
      band: false,
    };
  });
  const title = t("chart.curve.title.channels");
  return waitingCurve(
    "curve",
    sources,
    null,
    {
      title,
      subtitle: t("chart.curve.subtitle.channels"),
      figure: "firstReply.curve",
      description: t("chart.curve.description", { title }),
    },
    voice,
  );
}

export function subjectCharts(telling: Telling, subject: Subject): SubjectCharts {
  const { facts, voice, names } = telling;
  const { t } = voice;
  const headline = headlineOf(facts, subject.periods[periodOf(facts, subject)]);
  const channel = headline?.channel;
  const months = channel && subject.monthsByChannel[channel];
  const regionMonths = channel && regionOf(facts).monthsByChannel[channel];
  const label =
    subject.dimension === "agency" ? names.agencyShort(subject.code) : names.of(subject.dimension, subject.code);
  const sources = [
    ...(months ? [{ label, colour: "series-subject", dash: "solid" as const, months }] : []),
    ...(months && regionMonths && subject.dimension !== "region"
      ? [
          {
            label: t("chart.curve.region", { name: facts.portal.region.name }),
            colour: "series-context",
            dash: "long" as const,
            months: regionMonths,
          },
        ]
      : []),
  ];
  return {
    curve:
      subject.dimension === "region" && channelsOf(subject.periods.year).length > 1
        ? channelCurves(telling)
        : curveOf(telling, subject),
    standing: standingFunnel(telling, subject),
    received: monthsReceived(
      "received",
      subject.months,
      t(hasOneChannel(facts) ? "chart.received.subtitle.plain" : "chart.received.subtitle"),
      voice,
    ),
    inNorm: channel
      ? monthsInNorm("in-norm", sources, t("chart.norm.subtitle", { where: names.inChannel(channel) }), voice)
      : null,
  };
}
