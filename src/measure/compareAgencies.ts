import { type ComparedAgency, comparedFigures, type Comparison, type PeriodId } from "../model/facts.ts";
import { agencyStrata } from "./agencyStrata.ts";
import { beyondChance } from "./beyondChance.ts";
import type { Evidence } from "./evidence.ts";
import { rounded } from "./figure.ts";
import { caseMix, type CaseMixCell, type CaseMixResult } from "./statistics/caseMix.ts";
import { funnel, funnelLimits, type Funnel } from "./statistics/funnel.ts";
import { arcsine } from "./statistics/overdispersion.ts";
import { marginalRankSets } from "./statistics/rankSets.ts";
import { winsorisedMeanSquare } from "./winsorised.ts";

/** With fewer agencies there is no common level to compare with: each would make up too much of it itself. */
const fewestAgencies = 5;

/** Simulated data sets behind the possible places of the last twelve months; a tenth of a second for sixty agencies. */
const placeDraws = 500;

const comparedPeriods: readonly PeriodId[] = ["year", "all"];

/**
 * Compares the agencies by how much they answer, and how much they act on, within the norm: for each period, for each
 * channel and for all channels together. Both figures count appeals that are still open against the agency, so that
 * being fast on some and silent on the rest is no advantage. Comparisons of fewer than five agencies are left out.
 */
export function compareAgencies(evidence: Evidence): Comparison[] {
  const { lists } = evidence.columns;
  return comparedPeriods.flatMap((period) =>
    comparedFigures.flatMap((figure) => {
      const strata = agencyStrata(evidence, figure, evidence.slots[period]);
      return [null, ...evidence.channelOrder].flatMap((channel): Comparison[] => {
        const table = strata.map((byChannel) => (channel === null ? byChannel.flat() : byChannel[channel]!));
        const compared = compareCells(
          lists.agencies,
          table,
          evidence.minimumCompared,
          period === "year" ? placeDraws : 0,
        );
        return compared === null
          ? []
          : [{ period, channel: channel === null ? null : lists.channels[channel]!, figure, ...compared }];
      });
    }),
  );
}

/**
 * One funnel.
 *
 * @param codes codes of the agencies; cells: of each agency, part and whole in every stratum, the same strata for all
 * @param draws simulated data sets behind the possible places; 0: no places
 * @returns null with fewer than five agencies to place
 */
export function compareCells(
  codes: readonly string[],
  cells: readonly (readonly CaseMixCell[])[],
  minimumCompared: number,
  draws = placeDraws,
): Omit<Comparison, "period" | "channel" | "figure"> | null {
  const all = codes.map((agency, i) => ({
    agency,
    cells: cells[i]!,
    part: sum(cells[i]!, "count"),
    whole: sum(cells[i]!, "total"),
  }));
  all.sort((a, b) => (a.agency < b.agency ? -1 : 1));
  const placed = all.filter(({ whole }) => whole >= Math.max(1, minimumCompared));
  if (placed.length < fewestAgencies) return null;
  const plain = funnel(
    placed.map(({ part }) => part),
    placed.map(({ whole }) => whole),
  );
  const mix = caseMix(placed.map((one) => one.cells));
  const places =
    draws === 0
      ? []
      : marginalRankSets(
          placed.map(({ part, whole }) => arcsine(part / whole)),
          placed.map(({ whole }) => 1 / (2 * Math.sqrt(whole))),
          { draws },
        );
  const scatter = Math.max(1, winsorisedMeanSquare(mix.map(({ z }) => z ?? 0)));
  return {
    target: plain.target,
    phi: rounded(plain.phi, 1e6),
    tau2: rounded(plain.tau2, 1e6),
    funnel: funnelOutline(
      plain,
      placed.map(({ whole }) => whole),
    ),
    agencies: placed.map(({ agency, part, whole }, i) => ({
      ...comparedAgency(agency, part, whole, plain, mix[i]!, i, scatter),
      ...(places[i] && { places: places[i] }),
    })),
    listed: all
      .filter(({ whole }) => whole > 0 && whole < minimumCompared)
      .map(({ agency, whole }) => ({ agency, whole })),
  };
}

function comparedAgency(
  agency: string,
  part: number,
  whole: number,
  plain: Funnel,
  mix: CaseMixResult,
  i: number,
  scatter: number,
): ComparedAgency {
  const point = plain.points[i]!;
  // By the adjusted share: z = (O − E) / √(Σ n p (1 − p)).
  const adjustedPosition = beyondChance(mix.z ?? 0, scatter);
  return {
    agency,
    part,
    whole,
    value: part / whole,
    ...limits(point.limits95, point.limits998),
    position: point.position,
    expected: rounded(mix.expected / whole, 1e6),
    ratio: optional(mix.ratio),
    ratioLow: optional(mix.ratioInterval?.lower),
    ratioHigh: optional(mix.ratioInterval?.upper),
    adjusted: mix.indirect === null ? null : rounded(Math.min(1, mix.indirect), 1e6),
    adjustedPosition,
    reversed: mix.reversed,
    level: adjustedPosition === point.position ? point.position : "at",
  };
}

/** About forty numbers of appeals, evenly spread on a logarithmic scale over those of the agencies. */
function funnelOutline({ target, tau2 }: Funnel, wholes: readonly number[]): Comparison["funnel"] {
  const from = Math.log(Math.min(...wholes));
  const to = Math.log(Math.max(...wholes));
  const steps = Array.from({ length: 41 }, (_, i) => Math.round(Math.exp(from + ((to - from) * i) / 40)));
  return [...new Set(steps)].map((whole) => ({
    whole,
    ...limits(funnelLimits(whole, target, 0.95, tau2), funnelLimits(whole, target, 0.998, tau2)),
  }));
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

function limits(of95: Limits, of998: Limits) {
  return {
    low95: rounded(of95.lower, 1e6),
    high95: rounded(of95.upper, 1e6),
    low998: rounded(of998.lower, 1e6),
    high998: rounded(of998.upper, 1e6),
  };
}

function optional(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : rounded(value, 1e4);
}

function sum(cells: readonly CaseMixCell[], of: "count" | "total"): number {
  return cells.reduce((running, cell) => running + cell[of], 0);
}
