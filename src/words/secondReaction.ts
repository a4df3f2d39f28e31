import type { Headline } from "../model/headlineChoice.ts";
import type { Voice } from "./language.ts";
import { createReplyTexts } from "./replyTexts.ts";

/**
 * What stands beside every first reply of any kind: how long half waited for an answer in substance, or that nobody can tell the one from
 * the other. A part of a sentence, without a full stop; null where the clock is another or nothing is recorded.
 */
export function secondReaction({ event, measures }: Pick<Headline, "event" | "measures">, voice: Voice): string | null {
  if (event !== "first-reply") return null;
  const { say } = createReplyTexts(voice.language);
  const { median, precision } = measures.inSubstance;
  if (median.state === "exact")
    return say("reactions.beside.exact", { wait: voice.within(median.days, precision).trim() });
  if (median.state === "not-reached")
    return say("reactions.beside.not-reached", { days: voice.passed(median.beyond).trim() });
  return median.state === "missing" && median.reason === "no-reply-texts" ? say("reactions.beside.untold") : null;
}
