import { type Facts, type Subject } from "../model/facts.ts";
import { headlineOf } from "./headline.ts";
import { type Voice } from "./language.ts";
import { type Names } from "./names.ts";
import { periodOf } from "./subjects.ts";

/**
 * Where an agency stands among the others by its share answered in time: above, at or below, never a place. "At" unless
 * both the plain and the adjusted share lie where chance ends.
 *
 * @returns null for other subjects, and for agencies that are not compared
 */
export function standingText(facts: Facts, subject: Subject, voice: Voice, names: Names): string | null {
  if (subject.dimension !== "agency") return null;
  const period = periodOf(facts, subject);
  const headline = headlineOf(facts, subject.periods[period]);
  const comparison = facts.comparisons?.find((candidate) => candidate.period === period && candidate.channel === headline?.channel && candidate.figure === "answeredInNorm");
  const agency = comparison?.agencies.find((candidate) => candidate.agency === subject.code);
  if (!comparison || !agency || !headline || headline.event !== "first-reply") return null;
  const sentence = voice.t(`standing.${agency.level}`, {
    where: names.inChannel(headline.channel),
    own: voice.percent(agency.value),
    all: voice.percent(comparison.target),
  });
  return agency.adjusted === null ? sentence : `${sentence} ${voice.t("standing.adjusted", { adjusted: voice.percent(agency.adjusted) })}`;
}
