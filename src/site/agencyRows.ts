import { type Facts } from "../model/facts.ts";
import { type Wait } from "../model/figures.ts";
import { type FigureText, type FigureTexts } from "./figureText.ts";
import { headlineOf, normText } from "./headline.ts";
import { type Voice } from "./language.ts";
import { type Names } from "./names.ts";
import { receivedBy, subjectsOf } from "./subjects.ts";

/** A waiting time on a scale that all rows share: positions in percent of its width. */
export interface WaitGlyph {
  /** null: beyond the scale or not reached, drawn as an arrow. */
  median: number | null;
  from: number;
  to: number;
  norm: number | null;
}

/** One agency in the table of agencies. */
export interface AgencyRow {
  code: string;
  name: string;
  kind: "executive" | "district" | "other";
  /** «Социальные сети, срок 3 дня»: whose times the row shows. */
  times: string | null;
  received: FigureText;
  median: FigureText;
  glyph: WaitGlyph | null;
  inNorm: FigureText;
  silent: FigureText;
  acted: FigureText;
  /** True where there are too few appeals to compare the agency with others. */
  few: boolean;
}

/** Days at the right end of the scale of the glyphs: it holds nine medians of ten and nine norms of ten. */
export function scaleOf(facts: Facts): number {
  const headlines = subjectsOf(facts, "agency").flatMap((subject) => headlineOf(facts, subject.periods.year) ?? []);
  const nineOfTen = (days: number[]): number => days.sort((a, b) => a - b)[Math.floor((days.length - 1) * 0.9)] ?? 0;
  const medians = headlines.flatMap(({ times }) => (times.median.state === "exact" ? [times.median.days] : []));
  const norms = headlines.flatMap(({ norm }) => (norm ? [norm.days] : []));
  const upper = Math.max(nineOfTen(medians), nineOfTen(norms));
  return [3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 180, 365].find((days) => days >= upper * 1.2) ?? 365;
}

function glyphOf(median: Wait, norm: number | null, scale: number): WaitGlyph | null {
  const at = (days: number): number => Math.min(100, (days / scale) * 100);
  const normAt = norm === null || norm > scale ? null : at(norm);
  if (median.state === "exact") {
    return { median: median.days > scale ? null : at(median.days), from: at(median.low ?? 0), to: at(median.high ?? scale), norm: normAt };
  }
  if (median.state === "not-reached") return { median: null, from: at(median.low ?? median.beyond), to: 100, norm: normAt };
  return null;
}

/** All agencies, by name: an order by any figure would be read as a ranking. */
export function agencyRows(facts: Facts, voice: Voice, names: Names, figureText: FigureTexts): AgencyRow[] {
  const scale = scaleOf(facts);
  const kinds = new Map(facts.vocabulary.agencies.map(({ code, kind }) => [code, kind]));
  const collator = new Intl.Collator(voice.language);
  return subjectsOf(facts, "agency")
    .map((subject): AgencyRow => {
      const slice = subject.periods.year;
      const headline = headlineOf(facts, slice);
      const absent: FigureText = { state: "missing", text: voice.t("figure.missing"), note: null, sort: null };
      const times = headline && [names.channel(headline.channel), headline.norm && voice.t("chart.curve.norm", { norm: normText(headline.norm.norm, voice) })].filter(Boolean).join(", ");
      return {
        code: subject.code,
        name: names.agencyShort(subject.code),
        kind: kinds.get(subject.code) ?? "other",
        times: times || null,
        received: figureText.count(slice.measures.received),
        median: headline ? figureText.shortWait(headline.times.median, headline.times.precision, headline.times.n) : absent,
        glyph: headline && glyphOf(headline.times.median, headline.norm?.days ?? null, scale),
        inNorm: headline ? figureText.share(headline.event === "closing" ? headline.measures.closedInNorm : headline.measures.answeredInNorm) : absent,
        silent: headline ? figureText.share(headline.measures.silent) : absent,
        acted: figureText.share(slice.measures.resolvedStrict),
        few: receivedBy(slice.measures) < facts.portal.minimum.compared,
      };
    })
    .sort((a, b) => collator.compare(a.name, b.name));
}
