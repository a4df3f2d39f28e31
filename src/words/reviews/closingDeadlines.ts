import { channelsOf, normFor, regionOf } from "../../model/subjectsOfFacts.ts";
import { normText } from "../headline.ts";
import type { Telling } from "../telling.ts";
import { reviewTexts } from "./reviewTexts.ts";

/**
 * «Срок, чтобы закрыть обращение: в социальных сетях — 8 дней, в письмах — 30 дней.»: what "in time" means in a review, where other
 * pages speak of the time of a first reply; null where no deadline is set.
 */
export function closingDeadlines({ facts, voice, names }: Telling): string | null {
  const say = reviewTexts(voice);
  const told = channelsOf(regionOf(facts).periods.all).flatMap(({ channel, measures }) => {
    const norm = normFor(facts, measures, "closing");
    return norm === null
      ? []
      : [{ where: names.inChannel(channel), norm: normText(norm.norm, voice), isSeveral: norm.several }];
  });
  const [first] = told;
  if (first === undefined) return null;
  const several = told.some(({ isSeveral }) => isSeveral);
  const isOne = told.every(({ norm }) => norm === first.norm);
  if (isOne) return say(several ? "review.deadline.mostly" : "review.deadline", { norm: first.norm });
  const list = told.map(({ where, norm }) => say("review.deadline.of", { where, norm })).join(", ");
  return say(several ? "review.deadlines.mostly" : "review.deadlines", { list });
}
