import type { ComparedAgency, Comparison, Facts, PeriodId, Subject } from "../model/facts.ts";
import { type Headline, headlineOf } from "../model/headlineChoice.ts";
import type { Voice } from "./language.ts";
import { shareMoved, shareMovedText } from "./monthsMoved.ts";
import { periodOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "./telling.ts";

/** The comparison by answers in time that goes with a headline; none where it speaks of closings. */
export function comparisonOf(facts: Facts, period: PeriodId, headline: Headline | null): Comparison | null {
  if (headline?.event !== "first-reply") return null;
  return (
    facts.comparisons.find(
      (one) => one.period === period && one.channel === headline.channel && one.figure === "answeredInNorm",
    ) ?? null
  );
}

/**
 * Where an agency stands among the others by its share answered in time: above, at or below, never a place. "At" unless
 * both the plain and the adjusted share lie where chance ends; where the two disagree, it says so.
 *
 * @returns null for other subjects, and for agencies without a comparison; that it has too few appeals for one is said
 */
export function standingText({ facts, voice, names }: Telling, subject: Subject): string | null {
  if (subject.dimension !== "agency") return null;
  const period = periodOf(facts, subject);
  const headline = headlineOf(facts, subject.periods[period]);
  const comparison = comparisonOf(facts, period, headline);
  if (!comparison || !headline) return null;
  const listed = comparison.listed.find(({ agency }) => agency === subject.code);
  if (listed) return voice.t("standing.listed", { whole: listed.whole, minimum: facts.portal.minimum.compared });
  const agency = comparison.agencies.find((candidate) => candidate.agency === subject.code);
  if (!agency) return null;
  const sentence = voice.t(`standing.${agency.level}`, {
    where: names.inChannel(headline.channel),
    own: voice.percent(agency.value),
    all: voice.percent(comparison.target),
  });
  const adjusted =
    agency.adjusted === null ? null : voice.t("standing.adjusted", { adjusted: voice.percent(agency.adjusted) });
  const moved = shareMoved(facts, subject, headline);
  return [
    sentence,
    adjusted,
    disagreement(agency, voice),
    moved && `${shareMovedText(moved, voice)} ${voice.t("standing.moved")}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A warning where the plain and the adjusted share tell different things of an agency. */
function disagreement({ position, adjustedPosition, reversed }: ComparedAgency, voice: Voice): string | null {
  if (position !== adjustedPosition)
    return voice.t("standing.disagree", {
      plain: voice.t(`level.${position}`),
      adjusted: voice.t(`level.${adjustedPosition}`),
    });
  return reversed ? voice.t("standing.reversed") : null;
}
