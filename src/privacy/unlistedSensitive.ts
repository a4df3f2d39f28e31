import { withAbove } from "../model/events/belonging.ts";
import type { Finding } from "../model/finding.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { type CleaningRules, detectionUnder } from "./cleaningRules.ts";
import { detect } from "./detect.ts";

/** Codes named at most: whoever has more has the wrong column, or no list yet. */
const mostNamed = 20;

/**
 * One finding for all topics that are treated as sensitive because nobody has listed them. It names their codes, which
 * are made of the labels: those in which anything may be personal are counted and not named.
 *
 * @param listed the portal's own vocabulary; extended: with the labels of the exports
 */
export function unlistedSensitive(listed: Vocabulary, extended: Vocabulary, rules: CleaningRules): Finding[] {
  const known = new Set(listed.topics.map(({ code }) => code));
  const topics = extended.topics.filter(({ code, sensitive }) => sensitive && !known.has(code));
  if (topics.length === 0) return [];
  const detection = detectionUnder(rules);
  const nameOf = new Map(extended.topics.map(({ code, name }) => [code, name]));
  const above = withAbove(extended.topics);
  // The code of a topic begins with that of its group.
  const isClean = (topic: string): boolean =>
    above(topic).every((code) => detect(nameOf.get(code)!, detection).length === 0);
  const named = topics
    .filter(({ code }) => isClean(code))
    .map(({ code }) => code)
    .sort()
    .slice(0, mostNamed);
  const more = topics.length > named.length ? ["…"] : [];
  return [
    {
      code: "TOPIC_SENSITIVE_UNLISTED",
      file: "vocabulary/topics.csv",
      column: [...named, ...more].join(", "),
      count: topics.length,
    },
  ];
}
