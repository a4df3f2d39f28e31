import { nameOrder } from "../words/nameOrder.ts";
import type { Month } from "../model/facts.ts";
import type { AgencyKind } from "../words/comparisonRows.ts";
import { headlineOf } from "../model/headlineChoice.ts";
import type { Voice } from "../words/language.ts";
import { regionOf, subjectsOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

/** The same little chart for every agency, on one scale: width 160, height 56, a share of 1 at the top. */
export interface SmallMultiples {
  subtitle: string;
  /** The line of the whole region, as the data of an SVG path. */
  region: string;
  items: SmallMultiple[];
  /** Agencies left out, because their share is known in fewer than half of the months: loose dots would say nothing. */
  left: number;
}

export interface SmallMultiple {
  name: string;
  href: string;
  kind: AgencyKind;
  own: string;
  /** Last known month: percent of the width, height in pixels. */
  dot: { x: number; y: number } | null;
  /** «96 %» */
  last: string;
  /** «в октябре 2026; от 82 до 100 %» */
  range: string;
}

const [width, height, margin] = [160, 56, 3];

const shareOf = (month: Month): number | null =>
  month.complete && month.answeredInNorm.state === "exact" ? month.answeredInNorm.value : null;

/**
 * Share answered in time by month of every agency, through the channel that is largest in the region; by name.
 *
 * @returns null where the region itself has fewer than two months, or fewer than two agencies have
 */
export function smallMultiples({ facts, voice, names, links }: Telling): SmallMultiples | null {
  const region = regionOf(facts);
  const headline = headlineOf(facts, region.periods.year);
  const months = headline && region.monthsByChannel[headline.channel];
  if (
    !headline ||
    headline.event !== "first-reply" ||
    !months ||
    months.filter((month) => shareOf(month) !== null).length < 2
  )
    return null;
  const places = new Map(months.map(({ month }, index) => [month, index]));
  const across = (month: string): number => ((places.get(month) ?? 0) / Math.max(1, months.length - 1)) * width;
  const byName = nameOrder(voice.language);
  const kinds = new Map(facts.vocabulary.agencies.map(({ code, kind }) => [code, kind]));
  const items = subjectsOf(facts, "agency").flatMap((subject): SmallMultiple[] => {
    const own = (subject.monthsByChannel[headline.channel] ?? []).filter((month) => places.has(month.month));
    const known = own.filter((month) => shareOf(month) !== null);
    const last = known[known.length - 1];
    if (!last || known.length < Math.max(2, months.length / 2)) return [];
    const shares = known.map((month) => shareOf(month)!);
    return [
      {
        name: names.agencyShort(subject.code),
        href: links.agency(subject.code),
        kind: kinds.get(subject.code) ?? "other",
        own: pathOf(own, across),
        dot: { x: Math.round((across(last.month) / width) * 1000) / 10, y: heightOf(shareOf(last)!) },
        last: voice.percent(shareOf(last)!),
        range: rangeText(last.month, voice.percent(Math.min(...shares)), voice.percent(Math.max(...shares)), voice),
      },
    ];
  });
  if (items.length < 2) return null;
  items.sort((a, b) => byName(a.name, b.name));
  return {
    subtitle: voice.t("multiples.subtitle", {
      where: names.inChannel(headline.channel),
      from: voice.month(months[0]!.month),
      to: voice.month(months[months.length - 1]!.month),
      region: facts.portal.region.name,
    }),
    region: pathOf(months, across),
    items,
    left: subjectsOf(facts, "agency").length - items.length,
  };
}

const heightOf = (share: number): number => Math.round((margin + (1 - share) * (height - 2 * margin)) * 10) / 10;

function rangeText(isoMonth: string, low: string, high: string, voice: Voice): string {
  const month = voice.inMonth(isoMonth);
  return low === high ? voice.t("multiples.range.same", { month }) : voice.t("multiples.range", { month, low, high });
}

/** A line through the known months; a gap where a month is hidden or missing. */
function pathOf(months: readonly Month[], across: (month: string) => number): string {
  let drawing = false;
  return months
    .map((month) => {
      const share = shareOf(month);
      if (share === null) {
        drawing = false;
        return "";
      }
      const command = `${drawing ? "L" : "M"}${Math.round(across(month.month) * 10) / 10} ${heightOf(share)}`;
      drawing = true;
      return command;
    })
    .join("");
}
