import { nameOrder } from "../words/nameOrder.ts";
import type { ComparedAgency, Comparison, Subject } from "../model/facts.ts";
import { headlineOf } from "../model/headlineChoice.ts";
import type { Voice } from "../words/language.ts";
import { shareMoved } from "../words/monthsMoved.ts";
import { comparisonOf } from "../words/standing.ts";
import { periodOf } from "../model/subjectsOfFacts.ts";
import type { ChartDefinition, ChartSeries } from "./definition.ts";
import type { Telling } from "../words/telling.ts";

/** Fewer agencies than this are no cloud to stand in. */
const fewest = 5;
/** More points of the limits than this are more than a drawing shows. */
const manyLimits = 30;

/**
 * Where an agency stands among the others by its share answered in time: a funnel with the limits of 95 and 99.8 %
 * (Spiegelhalter 2005), its own share and the one adjusted for topics. No ranks.
 *
 * @returns null for other subjects, for agencies that are not compared, and where too few are
 */
export function standingFunnel(telling: Telling, subject: Subject): ChartDefinition | null {
  const { facts, voice, names } = telling;
  if (subject.dimension !== "agency") return null;
  const period = periodOf(facts, subject);
  const headline = headlineOf(facts, subject.periods[period]);
  const comparison = comparisonOf(facts, period, headline);
  const own = comparison?.agencies.find(({ agency }) => agency === subject.code);
  if (!headline || !comparison || !own || comparison.agencies.length < fewest) return null;
  const { t } = voice;
  const others = comparison.agencies.filter((agency) => agency !== own);
  const y = shareAxis(comparison, voice);
  const dot = (agency: ComparedAgency, value: number): ChartSeries["points"][number] => ({
    x: agency.whole,
    y: round(value),
    name: names.agencyShort(agency.agency),
  });
  const short = names.agencyShort(subject.code);
  // What a whole period comes to says nothing usual of an agency whose months went elsewhere.
  const isSteady = own.level !== "at" || shareMoved(facts, subject, headline) === null;
  const shares = { share: voice.percent(own.value), all: voice.percent(comparison.target) };
  const title =
    isSteady && own.level === "at"
      ? t("chart.funnel.title.at", shares)
      : t(isSteady ? `chart.funnel.title.${own.level}` : "chart.funnel.title.moved", { share: shares.share });
  return {
    id: "standing",
    kind: "funnel",
    title,
    subtitle: t("chart.funnel.subtitle", { where: names.inChannel(headline.channel) }),
    figure: "comparison",
    description: t("chart.funnel.description", {
      title,
      agencies: voice.counted(comparison.agencies.length, "agency"),
      all: voice.percent(comparison.target),
    }),
    x: countAxis(comparison, voice),
    y,
    series: [
      {
        label: short,
        colour: "series-subject",
        dash: "solid",
        stepped: false,
        point: "own",
        points: [dot(own, own.value)],
        partial: [],
      },
      ...(own.adjusted === null
        ? []
        : [
            {
              label: t("chart.funnel.adjusted"),
              colour: "series-subject",
              dash: "short" as const,
              stepped: false,
              point: "ring" as const,
              points: [dot(own, own.adjusted)],
              partial: [],
            },
          ]),
      {
        label: t("chart.funnel.others"),
        colour: "series-context",
        dash: "dotted",
        stepped: false,
        point: "dot",
        points: others.map((agency) => dot(agency, agency.value)),
        partial: [],
      },
    ],
    marks: [],
    levels: [{ at: round(comparison.target), label: t("chart.funnel.all", { all: voice.percent(comparison.target) }) }],
    labels: [{ x: own.whole, y: round(own.value), text: short, colour: "series-subject" }],
    limits: drawnLimits(comparison.funnel),
    table: tableOf(telling, comparison),
  };
}

/**
 * The limits as they are drawn: curves so smooth that half the points, to a ten-thousandth, draw the same pixels, and a page
 * carries them three times.
 */
function drawnLimits(funnel: Comparison["funnel"]): NonNullable<ChartDefinition["limits"]> {
  const drawn =
    funnel.length > manyLimits ? funnel.filter((_, at) => at % 2 === 0 || at === funnel.length - 1) : funnel;
  const fine = (share: number): number => Math.round(share * 1e4) / 1e4;
  return drawn.map(({ whole, low95, high95, low998, high998 }) => ({
    x: whole,
    low95: fine(low95),
    high95: fine(high95),
    low998: fine(low998),
    high998: fine(high998),
  }));
}

/** Every agency of the comparison by name, with its share, the adjusted one and the limits at its number of appeals. */
function tableOf({ voice, names }: Telling, { agencies }: Comparison): ChartDefinition["table"] {
  const { t } = voice;
  const byName = nameOrder(voice.language);
  const rows = agencies
    .map((agency) => ({ ...agency, name: names.agencyShort(agency.agency) }))
    .sort((a, b) => byName(a.name, b.name));
  const share = (value: number | null) =>
    value === null
      ? { text: t("figure.missing"), value: null }
      : { text: voice.percent(round(value)), value: round(value) };
  const limit = (value: number) => ({ text: voice.limit(value), value: round(value) });
  return {
    head: [
      t("table.agency"),
      t("table.received"),
      t("chart.funnel.share"),
      t("chart.funnel.share.adjusted"),
      t("chart.funnel.low"),
      t("chart.funnel.high"),
    ],
    rows: rows.map(({ name, whole, value, adjusted, low998, high998 }) => [
      { text: name, value: null, raw: name },
      { text: voice.integer(whole), value: whole },
      share(value),
      share(adjusted),
      limit(low998),
      limit(high998),
    ]),
  };
}

function countAxis({ agencies }: Comparison, voice: Voice): ChartDefinition["x"] {
  const counts = agencies.map(({ whole }) => whole);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const [min, max] = [Math.max(1, Math.floor(least * 0.85)), Math.ceil(most * 1.15)];
  const steps = [1, 2, 3, 4, 5, 6]
    .flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** (power - 1)))
    .filter((step) => step >= min && step <= max);
  return {
    title: voice.t("chart.funnel.x"),
    format: "integer",
    logarithmic: true,
    min,
    max,
    ticks: steps.map((at) => ({ at, label: voice.integer(at) })),
  };
}

/** From the tenth below what is drawn to the tenth above it: points need no zero, bars would. */
function shareAxis({ agencies, target }: Comparison, voice: Voice): ChartDefinition["y"] {
  const values = agencies.flatMap(({ value, adjusted, low998, high998 }) => [
    value,
    adjusted ?? value,
    low998,
    high998,
  ]);
  const min = Math.max(0, Math.floor(Math.min(target, ...values) * 10) / 10);
  const max = Math.min(1, Math.ceil(Math.max(target, ...values) * 10) / 10);
  const step = max - min > 0.55 ? 0.2 : 0.1;
  const first = Math.ceil(min / step - 1e-9);
  const ticks = Array.from({ length: Math.floor(max / step + 1e-9) - first + 1 }, (_, index) =>
    round((first + index) * step),
  );
  return {
    title: voice.t("chart.norm.y"),
    format: "percent",
    min: round(min),
    max: round(max),
    ticks: ticks.map((at) => ({ at, label: voice.percent(at, 0) })),
  };
}

const round = (share: number): number => Math.round(share * 1e6) / 1e6;
