import { nameOrder } from "./nameOrder.ts";
import type { Dimension, Facts, Subject } from "../model/facts.ts";
import type { Wait } from "../model/figures.ts";
import type { FigureText } from "./figureText.ts";
import { normText } from "./headline.ts";
import { headlineOf, rulesOf } from "../model/headlineChoice.ts";
import { inNormText } from "./inNormText.ts";
import type { Voice } from "./language.ts";
import { namesNoChannel } from "./names.ts";
import { inNormOf, periodOf, receivedBy, regionOf, subjectsOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "./telling.ts";

/** A waiting time on a scale that all rows share: positions in percent of its width. */
export interface WaitGlyph {
  /** null: beyond the scale or not reached. */
  median: number | null;
  from: number;
  /** 100: the interval goes on beyond the scale or has no upper limit, drawn as an arrow. */
  to: number;
  norm: number | null;
}

/** What can be compared: subjects that have pages of their own. */
export type ComparedDimension = Extract<Dimension, "agency" | "topic" | "place">;

/** One agency, topic or place in a table that sets them side by side. */
export interface ComparisonRow {
  code: string;
  name: string;
  href: string;
  /** Kind of agency; null for topics and places. */
  kind: AgencyKind | null;
  /** The topic or place that it belongs to, if that has figures of its own. */
  over: { code: string; name: string } | null;
  /** Whether anything was received in the last twelve months; else the figures are those of all time. */
  current: boolean;
  /** Whether anything was received after them, in the month of the export. */
  later: boolean;
  /** «Социальные сети, срок 3 дня»: whose times the row shows. */
  times: string | null;
  received: FigureText;
  median: FigureText;
  /** The wait for an answer in substance; missing beside times until the closing. */
  inSubstance: FigureText;
  glyph: WaitGlyph | null;
  inNorm: FigureText;
  silent: FigureText;
  acted: FigureText;
  /** True where there are too few appeals for a comparison. */
  few: boolean;
}

export type AgencyKind = Facts["vocabulary"]["agencies"][number]["kind"];

/** Days at the right end of the scale of the glyphs: it holds nine medians of ten and nine norms of ten. */
export function scaleOf(facts: Facts, dimension: ComparedDimension): number {
  const headlines = subjectsOf(facts, dimension).flatMap(
    (subject) => headlineOf(facts, subject.periods[periodOf(facts, subject)]) ?? [],
  );
  const nineOfTen = (days: number[]): number => days.sort((a, b) => a - b)[Math.floor((days.length - 1) * 0.9)] ?? 0;
  const medians = headlines.flatMap(({ times }) => (times.median.state === "exact" ? [times.median.days] : []));
  const norms = headlines.flatMap(({ norm }) => norm?.days ?? []);
  const upper = Math.max(nineOfTen(medians), nineOfTen(norms));
  return [3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 180, 365].find((days) => days >= upper * 1.2) ?? 365;
}

function glyphOf(median: Wait, norm: number | null, scale: number): WaitGlyph | null {
  const at = (days: number): number => Math.min(100, (days / scale) * 100);
  const normAt = norm === null || norm > scale ? null : at(norm);
  if (median.state === "exact") {
    return {
      median: median.days > scale ? null : at(median.days),
      from: at(median.low ?? 0),
      to: at(median.high ?? scale),
      norm: normAt,
    };
  }
  if (median.state === "not-reached")
    return { median: null, from: at(median.low ?? median.beyond), to: 100, norm: normAt };
  return null;
}

/** Codes of a dimension in the order of its table: by name, since an order by any figure would be read as a ranking; sub-topics under their topic. */
function orderOf(
  { facts, voice, names }: Telling,
  dimension: ComparedDimension,
): { subject: Subject; name: string; over: ComparisonRow["over"] }[] {
  const byName = nameOrder(voice.language);
  const entries: { code: string; parent?: string | null }[] = {
    agency: facts.vocabulary.agencies,
    topic: facts.vocabulary.topics,
    place: facts.vocabulary.places,
  }[dimension];
  const parents = new Map(entries.map(({ code, parent }) => [code, parent ?? null]));
  const nameOf = (code: string): string => names.short(dimension, code);
  const rows = subjectsOf(facts, dimension).map((subject) => ({ subject, name: nameOf(subject.code) }));
  rows.sort((a, b) => byName(a.name, b.name));
  const known = new Set(rows.map(({ subject }) => subject.code));
  const parentOf = (code: string): string | null => {
    const parent = parents.get(code) ?? null;
    return parent !== null && known.has(parent) ? parent : null;
  };
  const under = Map.groupBy(rows, ({ subject }) => parentOf(subject.code));
  return (under.get(null) ?? []).flatMap((top) => {
    const over = { code: top.subject.code, name: top.name };
    return [{ ...top, over: null }, ...(under.get(over.code) ?? []).map((row) => ({ ...row, over }))];
  });
}

/** How many rows the last twelve months have something of; all where they have nothing at all. */
export const currentCount = (rows: ComparisonRow[]): number =>
  rows.filter(({ current }) => current).length || rows.length;

/** Where a figure has no channel to be told for. */
const noChannel = (voice: Voice): FigureText => ({
  state: "missing",
  text: voice.t("figure.missing"),
  note: voice.t("figure.missing.none-eligible"),
  sort: null,
});

export function comparisonRows(telling: Telling, dimension: ComparedDimension): ComparisonRow[] {
  const { facts, voice, names, links, figureText } = telling;
  const scale = scaleOf(facts, dimension);
  const kinds = new Map(facts.vocabulary.agencies.map(({ code, kind }) => [code, kind]));
  const event = headlineOf(facts, regionOf(facts).periods.year)?.event ?? "first-reply";
  const absent = noChannel(voice);
  return orderOf(telling, dimension).map(({ subject, name, over }): ComparisonRow => {
    const { received } = subject.periods.year.measures;
    const current = received.state !== "exact" || received.value > 0;
    const period = periodOf(facts, subject);
    const slice = subject.periods[period];
    const headline = headlineOf(facts, slice);
    const { measures } = slice;
    const times =
      headline &&
      [
        !namesNoChannel(facts) && names.channel(headline.channel),
        headline.event !== event && voice.t("table.until-closing"),
        period === "all" && voice.t("table.all-time"),
        headline.norm &&
          voice.t(headline.norm.several ? "chart.curve.norms" : "chart.curve.norm", {
            norm: normText(headline.norm.norm, voice),
          }),
      ]
        .filter(Boolean)
        .join(", ");
    return {
      code: subject.code,
      name,
      href: links[dimension](subject.code),
      kind: dimension === "agency" ? (kinds.get(subject.code) ?? "other") : null,
      over,
      current,
      later: subject.receivedAfterYear === true,
      times: times || null,
      received: figureText.count(measures.received),
      median: headline
        ? figureText.shortWait(headline.times.median, headline.times.precision, headline.times.n)
        : absent,
      inSubstance:
        headline?.event === "first-reply"
          ? figureText.shortWait(
              headline.measures.inSubstance.median,
              headline.measures.inSubstance.precision,
              headline.measures.inSubstance.n,
            )
          : absent,
      glyph: headline && glyphOf(headline.times.median, headline.norm?.days ?? null, scale),
      inNorm: headline ? inNormText(telling, headline.measures[inNormOf[headline.event]], rulesOf(headline)) : absent,
      silent: headline ? inNormText(telling, headline.measures.silent, headline.measures.norms.firstReply) : absent,
      acted: figureText.share(measures.resolvedStrict),
      few: receivedBy(measures) < facts.portal.minimum.compared,
    };
  });
}
