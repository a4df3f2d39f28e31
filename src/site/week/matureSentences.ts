import type { Channel } from "../../model/channel.ts";
import type { Facts } from "../../model/facts.ts";
import { normFor, periodOf, regionOf } from "../../model/subjectsOfFacts.ts";
import { tellsReplyDates } from "../../model/toldFigures.ts";
import type { Weeks } from "../../model/weeks.ts";
import { fromTo } from "../../words/daySpan.ts";
import { normText } from "../../words/headline.ts";
import type { Voice } from "../../words/language.ts";
import type { Telling } from "../../words/telling.ts";
import { weekWords } from "../../words/weekWords.ts";

/** Answers in time in weeks that are old enough, of how many and by which deadline, and why the newer weeks are not among them, where there are any. */
export function matureSentences({ facts, voice, names, figureText }: Telling, { mature, mondays }: Weeks): string[] {
  const { w } = weekWords(voice);
  if (mature === null) return [w(tellsReplyDates(facts) ? "week.mature.none" : "week.mature.not-recorded")];
  const { answeredInNorm: share } = mature;
  const where = names.inChannel(mature.channel);
  const span = fromTo(mature.from, mature.to, voice);
  if (share.state !== "exact") {
    const { text, note } = figureText.share(share);
    return [w("week.mature.absent", { where, span, text, note: note ?? "" })];
  }
  const { value, part, whole, low, high } = share;
  const rest = mature.received - whole;
  const isSome = part > 0 && part < whole;
  return [
    // Whoever hears "in time" has to know already in what time.
    ...normSentence(facts, mature.channel, where, voice),
    w(part === 0 ? "week.mature.share.none" : isSome ? "week.mature.share" : "week.mature.share.all", {
      where,
      share: voice.percent(value),
      span,
      part,
      appeals: voice.counted(whole, "appeal.genitive"),
      range: voice.percentRange(low, high),
    }),
    ...(rest > 0 ? [w("week.mature.rest", { rest })] : []),
    w("week.mature.any"),
    ...(isSome ? [w("week.mature.month")] : []),
    ...(mature.to < mondays.at(-1)! ? [w("week.mature.newer")] : []),
  ];
}

/** The norm of a channel, where all its appeals have the same. */
function normSentence(facts: Facts, channel: Channel, where: string, voice: Voice): string[] {
  const region = regionOf(facts);
  const measures = region.periods[periodOf(facts, region)].byChannel[channel];
  const norm = measures === undefined ? null : normFor(facts, measures, "first-reply");
  return norm === null || norm.several
    ? []
    : [weekWords(voice).w("week.mature.norm", { where, norm: normText(norm.norm, voice) })];
}
