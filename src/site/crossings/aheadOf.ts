import { findSubject, periodOf } from "../../model/subjectsOfFacts.ts";
import { crossingWords } from "../../words/crossingWords.ts";
import { type Telling } from "../../words/telling.ts";
import { type RemainingList, remainingLists } from "../remainingRows.ts";

/**
 * Where the page of a topic in one place tells those who wait already how much longer it takes: here, or, where too few
 * wrote from here, on the page of the topic.
 *
 * @param here what is told on the page itself
 * @returns null where nobody can tell either
 */
export function aheadOf(
  telling: Telling,
  topic: string,
  here: readonly RemainingList[],
): { href: string; text: string } | null {
  const { facts, voice, links } = telling;
  const c = crossingWords(voice);
  if (here.some(({ sentences }) => sentences.length > 1)) return { href: "#remaining", text: c("ahead.here") };
  const subject = findSubject(facts, "topic", topic);
  if (!subject) return null;
  const all = remainingLists(telling, subject.periods[periodOf(facts, subject)]);
  return all.length > 0 ? { href: `${links.topic(topic)}#remaining`, text: c("ahead.topic") } : null;
}
