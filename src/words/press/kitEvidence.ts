import type { Subject } from "../../model/facts.ts";
import { type Headline, headlineOf } from "../../model/headlineChoice.ts";
import { channelsOf, inNormOf, periodOf } from "../../model/subjectsOfFacts.ts";
import { closedAfterNorm } from "../closedAfterNorm.ts";
import { normText, periodText } from "../headline.ts";
import { receiptsMoved, receivedIn } from "../monthsMoved.ts";
import type { Telling } from "../telling.ts";
import { unansweredNumber, unansweredText } from "../unansweredText.ts";
import type { PressTexts } from "./pressTexts.ts";

/** How the numbers of a kit were counted, in whole sentences: what pages set below a headline as notes cannot be read aloud. */
export function evidenceSentences(telling: Telling, say: PressTexts, subject: Subject): string[] {
  const { facts, voice, names } = telling;
  const period = periodOf(facts, subject);
  const slice = subject.periods[period];
  const headline = headlineOf(facts, slice);
  const when = periodText(telling, period);
  if (headline === null) return [say("evidence.period", { period: when })];
  const { event, times, channel, norm } = headline;
  const told = times.median.state === "exact" || times.median.state === "not-reached";
  return [
    told
      ? say(`evidence.n.${event}`, {
          appeals: voice.counted(times.n, "appeal.dative"),
          where: names.inChannel(channel),
          period: when,
          dates: say(times.precision === "week" ? "evidence.dates.week" : "evidence.dates"),
        })
      : say("evidence.period", { period: when }),
    ...(told ? [...waitingSentences(headline, say, telling), ...wholeSentence(headline, say)] : []),
    ...(norm === null
      ? told
        ? [say("evidence.no-norm")]
        : []
      : [
          say(norm.several ? `evidence.norms.${event}` : `time.norm.${event}`, {
            norm: normText(norm.norm, voice),
          }),
        ]),
    ...receiptSentence(telling, say, subject, channelsOf(slice).length > 1),
  ];
}

/** Who of them waits still, how many of these past their deadline, and who was closed without a reply. */
function waitingSentences({ event, times, measures }: Headline, say: PressTexts, { voice }: Telling): string[] {
  const { n, waiting, never = 0 } = times;
  const still = waiting - never;
  const late = event === "first-reply" && measures.silent.state === "exact" ? measures.silent.part : null;
  const parts = unansweredText(measures, voice);
  const isAll = unansweredNumber(measures) === never && parts !== null;
  const told = isAll ? say("evidence.never.why", { never, why: parts }) : say("evidence.never", { never });
  return [
    ...(still === 0 || still === n
      ? []
      : [
          late === null || late > still || late === 0
            ? say(`evidence.waiting.${event}`, { waiting: still })
            : say(late === still ? "evidence.waiting.late.all" : "evidence.waiting.late", { waiting: still, late }),
        ]),
    ...(never === 0 ? [] : [`${told}${neverInShare({ event, times, measures }, say)}`]),
  ];
}

/** How many of those closed without a reply are among the appeals of the share in time: another sentence tells of these alone. */
function neverInShare(
  { event, times: { never = 0 }, measures }: Pick<Headline, "event" | "times" | "measures">,
  say: PressTexts,
): string {
  const after = event === "first-reply" ? closedAfterNorm(measures) : null;
  if (after === null || after > never) return "";
  if (after === never) return say("evidence.never.after");
  return after === 0 ? say("evidence.never.before") : say("evidence.never.split", { after, before: never - after });
}

/** Of how many the share in time is, where that is another number than the one before, and why, with no reason that is nobody's. */
function wholeSentence({ event, times, measures }: Headline, say: PressTexts): string[] {
  const share = measures[inNormOf[event]];
  if (share.state !== "exact" || share.whole === times.n) return [];
  const { whole } = share;
  const after = event === "first-reply" ? closedAfterNorm(measures) : null;
  const before = after === null ? null : (times.never ?? 0) - after;
  const young = before === null ? null : times.n - whole - before;
  if (before === null || young === null || before < 0 || young < 0) return [say(`evidence.whole.${event}`, { whole })];
  const values = { whole, before, young };
  if (before === 0) return [say("evidence.whole.first-reply.young", values)];
  return [say(young === 0 ? "evidence.whole.first-reply.closed" : "evidence.whole.first-reply.both", values)];
}

/** The months with the most and with the fewest appeals, where the number moved by more than chance. */
function receiptSentence({ facts, voice }: Telling, say: PressTexts, subject: Subject, hasChannels: boolean): string[] {
  const moved = receiptsMoved(facts, subject);
  if (moved === null) return [];
  const [most, least] = [moved.from, moved.to].sort((one, other) => receivedIn(other) - receivedIn(one)) as [
    typeof moved.from,
    typeof moved.to,
  ];
  return [
    say(hasChannels ? "evidence.receipts.all" : "evidence.receipts", {
      most: receivedIn(most),
      mostMonth: voice.inMonth(most.month),
      least: receivedIn(least),
      leastMonth: voice.inMonth(least.month),
    }),
  ];
}
