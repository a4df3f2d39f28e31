import type { PublicAppeal } from "../model/appeal.ts";
import { toldDays } from "../model/toldDays.ts";
import type { Precision } from "../words/durations.ts";
import type { Voice } from "../words/language.ts";
import { markup, type Markup } from "../words/markup.ts";
import { createReplyTexts } from "../words/replyTexts.ts";

/** Known to the hour only where receipt and reply are. */
function precisionOf({ received, firstReply, closed }: PublicAppeal): Precision {
  return [received, firstReply ?? closed ?? "", closed ?? firstReply ?? ""].every((moment) => moment.length > 10)
    ? "minute"
    : "day";
}

/** How long an appeal waited for an answer in substance, beside its wait for any first reply; null where nothing is told of it. */
export function substanceWait(appeal: PublicAppeal, voice: Voice): Markup | null {
  const { inSubstanceState: state, inSubstanceDays: days = null } = appeal;
  if (state === undefined) return null;
  const at = days === appeal.closingDays ? appeal.closed : appeal.firstReply;
  const { say } = createReplyTexts(voice.language);
  const told =
    state === "done" && days !== null
      ? voice.duration(at === null ? days : toldDays(days, appeal.received, at), precisionOf(appeal))
      : say(`appeal.substance.${state}`);
  return markup`<div><dt>${say("appeal.substance")}</dt><dd><b>${told}</b></dd></div>`;
}
