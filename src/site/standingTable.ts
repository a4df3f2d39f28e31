import { nameOrder } from "../words/nameOrder.ts";
import type { ComparedAgency } from "../model/facts.ts";
import { headlineOf } from "../model/headlineChoice.ts";
import type { Voice } from "../words/language.ts";
import { comparisonOf } from "../words/standing.ts";
import { regionOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

/** Agencies side by side with and without the adjustment for what they are asked about. */
export interface StandingTable {
  caption: string;
  rows: {
    name: string;
    href: string;
    plain: string;
    of: string;
    limits: string;
    adjusted: string;
    level: string;
    tone: "above" | "at" | "below";
    disputed: boolean;
    warning: string | null;
  }[];
  /** Agencies that are listed and not placed; null where there are none. */
  few: string | null;
}

/** @returns null where fewer than five agencies can be compared in the region's largest channel */
export function standingTable({ facts, voice, names, links }: Telling): StandingTable | null {
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  const comparison = comparisonOf(facts, "year", headline);
  if (!comparison || !headline) return null;
  const byName = <Row extends { agency: string }>(rows: readonly Row[]): Row[] => {
    const compare = nameOrder(voice.language);
    return rows.toSorted((a, b) => compare(names.agencyShort(a.agency), names.agencyShort(b.agency)));
  };
  return {
    caption: voice.t("standing.caption", {
      where: names.inChannel(headline.channel),
      all: voice.percent(comparison.target),
    }),
    rows: byName(comparison.agencies).map((row) => ({
      name: names.agencyShort(row.agency),
      href: links.agency(row.agency),
      plain: voice.percent(row.value),
      of: voice.t("standing.of", { part: row.part, whole: row.whole }),
      limits: voice.percentRange(row.low998, row.high998),
      adjusted: row.adjusted === null ? voice.t("figure.missing") : voice.percent(row.adjusted),
      level: voice.t(`level.${row.level}`),
      tone: row.level,
      disputed: row.position !== row.adjustedPosition,
      warning: warningOf(row, voice),
    })),
    few:
      comparison.listed.length === 0
        ? null
        : voice.t("standing.few", {
            minimum: facts.portal.minimum.compared,
            agencies: byName(comparison.listed)
              .map(({ agency, whole }) => voice.t("standing.few.agency", { agency: names.agencyShort(agency), whole }))
              .join(", "),
          }),
  };
}

/** As many fit on two screens of a phone, where each row is a card. */
const allOpen = 12;

/**
 * Who stands out, or would by one of the two shares, in the open; of many agencies those at the common level folded.
 * Both keep the order of the table.
 */
export function standingGroups(rows: StandingTable["rows"]): {
  open: StandingTable["rows"];
  folded: StandingTable["rows"];
} {
  if (rows.length <= allOpen) return { open: rows, folded: [] };
  const standsOut = ({ tone, disputed }: StandingTable["rows"][number]): boolean => tone !== "at" || disputed;
  return { open: rows.filter(standsOut), folded: rows.filter((row) => !standsOut(row)) };
}

function warningOf({ position, adjustedPosition, reversed }: ComparedAgency, voice: Voice): string | null {
  if (position !== adjustedPosition)
    return voice.t("standing.mark.disagree", {
      plain: voice.t(`level.${position}`),
      adjusted: voice.t(`level.${adjustedPosition}`),
    });
  return reversed ? voice.t("standing.mark.reversed") : null;
}
