import type { Channel } from "../model/channel.ts";
import type { Measures, PeriodId, Subject, Times } from "../model/facts.ts";
import { isInWorkingTime, type Norm } from "../model/norm.ts";
import { brokenExports } from "../model/brokenExports.ts";
import { sameOne } from "./durations.ts";
import { closedAfterNorm } from "./closedAfterNorm.ts";
import { lateParts } from "./lateParts.ts";
import type { Voice } from "./language.ts";
import { type Headline, headlineOf } from "../model/headlineChoice.ts";
import { receiptsMoved, receivedIn, shareMoved, shareMovedText } from "./monthsMoved.ts";
import { inNormOf, periodOf, channelsOf } from "../model/subjectsOfFacts.ts";
import { secondReaction } from "./secondReaction.ts";
import { unansweredNumber, unansweredText } from "./unansweredText.ts";
import type { Telling } from "./telling.ts";
import { uncapitalised } from "./uncapitalised.ts";

/** A headline with what stands behind it. */
export interface HeadlineText {
  sentence: string;
  /** Its first sentence: the half, and who was not answered in time. */
  first: string;
  /** Of the first, who was not answered in time, as a sentence with its channel; null where that is not told, or where it was nobody. */
  late: string | null;
  /** Its second: how the share moved from month to month; null where it did not. */
  moved: string | null;
  /** n, channel, period, interval, norm. */
  evidence: string;
}

/** Nothing of all that is known has happened yet: "fewer than half" would be short of the truth. */
const isNone = ({ times: { n, waiting } }: Headline): boolean => n > 0 && waiting === n;

/** "first.exact", "closing.not-reached" …: the sentence about the median, without a full stop. */
export function medianSentence({ voice, names }: Telling, headline: Headline): string {
  const { event, times, channel } = headline;
  const kind = event === "closing" ? "closing" : "first";
  const where = names.inChannel(channel);
  const { median, precision } = times;
  if (median.state === "exact") {
    const same = sameOne(median.days, precision);
    return same !== null
      ? voice.t(`headline.${kind}.${same}`, { where })
      : voice.t(`headline.${kind}.exact`, { where, wait: voice.within(median.days, precision) });
  }
  if (median.state === "not-reached" && isNone(headline)) return voice.t(`headline.${kind}.none`, { where });
  if (median.state === "not-reached")
    return voice.t(`headline.${kind}.not-reached`, { where, days: voice.passed(median.beyond) });
  if (median.state === "hidden") return voice.t("headline.hidden");
  return median.reason === "mostly-undated" ? undatedSentence(headline, voice, where) : voice.t("headline.missing");
}

/** Where most dates are unknown a median would be that of a few: what is said is how many are known. */
function undatedSentence({ event, measures }: Headline, voice: Voice, where: string): string {
  const kind = event === "closing" ? "closing" : "first";
  const undated = event === "closing" ? measures.quality?.undatedClosings : measures.quality?.undatedReplies;
  if (undated?.state !== "exact") return voice.t(`headline.${kind}.undated.few`, { where });
  return voice.t(`headline.${kind}.undated`, {
    where,
    known: voice.integer(undated.whole - undated.part),
    whole: voice.integer(undated.whole),
  });
}

/**
 * Who was not answered within the norm; null where that is not told. A fast median must not hide those who got nothing, nor the share those who wait
 * for nothing any more.
 *
 * @param compared of fewer the number is told, not the share: one appeal of seven is no 14 % of anything
 */
function lateText(headline: Headline, compared: number, voice: Voice): string | null {
  if (isNone(headline)) return null;
  const { measures, event } = headline;
  const inNorm = measures[inNormOf[event]];
  if (inNorm.state !== "exact") return null;
  const late = 1 - inNorm.value;
  const kind = event === "closing" ? "closing" : "first";
  if (late === 0) return voice.t(`headline.${kind}.none-late`);
  const parts = lateParts(headline, voice);
  const told =
    inNorm.whole < compared
      ? voice.t(`headline.${kind}.late.few`, { late: inNorm.whole - inNorm.part, whole: inNorm.whole })
      : voice.t(`headline.${kind}.late`, { share: voice.percent(late) });
  return parts === null ? told : `${told} (${parts})`;
}

export function headlineText(telling: Telling, subject: Subject): HeadlineText {
  const { facts, voice, names } = telling;
  const period = periodOf(facts, subject);
  const headline = headlineOf(facts, subject.periods[period]);
  if (!headline)
    return {
      sentence: voice.t("headline.empty"),
      first: voice.t("headline.empty"),
      late: null,
      moved: null,
      evidence: `${capitalised(periodText(telling, period))}.`,
    };
  const { times, channel, norm } = headline;
  const told = times.median.state === "exact" || times.median.state === "not-reached";
  const moved = shareMoved(facts, subject, headline);
  const hasChannels = channelsOf(subject.periods[period]).length > 1;
  const late = told ? lateText(headline, facts.portal.minimum.compared, voice) : null;
  const first = `${[medianSentence(telling, headline), late].filter((part) => part !== null).join("; ")}.`;
  const movement =
    moved === null ? null : movedText(telling, shareMovedText(moved, voice), hasChannels ? channel : null);
  const sentence = movement === null ? first : `${first} ${movement}`;
  const evidence = [
    told
      ? voice.t("evidence.n", { n: voice.counted(times.n, "appeal.dative"), where: names.inChannel(channel) })
      : null,
    periodText(telling, period),
    ...(told && !isNone(headline) ? unhappenedTexts(headline, voice) : []),
    told ? judgedText(headline, voice) : null,
    intervalText(times, voice),
    norm
      ? voice.t(norm.several ? "evidence.norms" : "evidence.norm", { norm: normText(norm.norm, voice) })
      : told
        ? voice.t("evidence.no-norm")
        : null,
    norm ? provisionalText(telling, norm.norm) : null,
    secondReaction(headline, voice),
  ];
  const receipts = receiptsMoved(facts, subject);
  if (receipts !== null) {
    const { from, to } = receipts;
    evidence.push(
      voice.t(hasChannels ? "evidence.receipts.all" : "evidence.receipts", {
        from: voice.integer(receivedIn(from)),
        fromMonth: voice.month(from.month),
        to: voice.integer(receivedIn(to)),
        toMonth: voice.month(to.month),
      }),
    );
  }
  const broken = period === "year" ? brokenExports(facts, channel) : null;
  if (broken) evidence.push(voice.t("evidence.broken", { months: voice.counted(broken.months.length, "month") }));
  const [opening = "", ...others] = evidence.filter((part) => part !== null);
  const where = names.inChannel(channel).trim();
  const inNorm = headline.measures[inNormOf[headline.event]];
  const isSomebody = late !== null && inNorm.state === "exact" && inNorm.value < 1;
  return {
    sentence,
    first,
    late: isSomebody ? `${capitalised(where === "" ? late : `${where}: ${late}`)}.` : null,
    moved: movement,
    evidence: [capitalised(opening), ...others].join("; ") + ".",
  };
}

/** A sentence of its own is quoted alone: where there are several channels, it says of which it speaks. */
function movedText({ voice, names }: Telling, sentence: string, channel: Channel | null): string {
  const where = channel === null ? "" : names.inChannel(channel);
  return where === ""
    ? sentence
    : voice.t("months.moved.in", {
        Where: capitalised(where),
        sentence: uncapitalised(voice.language, sentence),
      });
}

/** Of how many the share answered in time speaks, where that is fewer than of all: two numbers within one sentence and its evidence. */
function judgedText({ event, measures, times: { n } }: Headline, voice: Voice): string | null {
  const { answeredInNorm: share } = measures;
  return event === "first-reply" && share.state === "exact" && share.whole < n
    ? voice.t("evidence.judged", { judged: voice.integer(share.whole), n: voice.integer(n) })
    : null;
}

/** Who of them still waits, and to whom nobody will answer any more. */
function unhappenedTexts({ event, times: { waiting, never = 0 }, measures }: Headline, voice: Voice): string[] {
  const still = waiting - never;
  const why = whyNever(event, measures, never, voice);
  const late = event === "first-reply" ? (closedAfterNorm(measures) ?? 0) : 0;
  return [
    ...(still > 0 ? [voice.t(`evidence.waiting.${event}`, { waiting: still })] : []),
    ...(never > 0 ? [voice.t(still > 0 ? "evidence.never.more" : "evidence.never", { never, why })] : []),
    // The share of those not answered in time counts these alone.
    ...(late > 0 && late < never ? [voice.t("evidence.never.late", { never, late })] : []),
  ];
}

/** Why they got none. Those told to the week have no times and are not among them: where there are some, the number that pages tell is named beside. */
function whyNever(event: Headline["event"], measures: Measures, never: number, voice: Voice): string {
  const [all, parts] = [unansweredNumber(measures), unansweredText(measures, voice)];
  if (all === null || parts === null || (all !== never && (all < never || event !== "first-reply")))
    return voice.t("unanswered.kinds");
  return all === never ? parts : voice.t("unanswered.partly", { all, why: parts, weekly: all - never });
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function intervalText({ median, precision }: Times, voice: Voice): string | null {
  if (median.state !== "exact" || median.low === null) return null;
  const low = voice.duration(median.low, precision);
  if (median.high === null) return voice.t("evidence.interval.open", { low });
  const high = voice.duration(median.high, precision);
  // Both may lie inside one day or hour: then it says no more than the median itself.
  return low === high ? null : voice.t("evidence.interval", { low, high });
}

/** «с 1 ноября 2025 по 31 октября 2026» */
export function periodText({ facts, voice }: Telling, period: PeriodId): string {
  const { from, to } = facts.periods[period];
  return voice.t("period.range", { from: voice.date(from), to: voice.date(to) });
}

const nouns = { hours: "hour", "working-hours": "working-hour", days: "day", "working-days": "working-day" } as const;

/** «3 дня», «24 часа», «10 рабочих дней» */
export function normText(norm: Norm, voice: Voice): string {
  if (!Number.isInteger(norm.amount) && norm.unit === "days")
    return voice.t("duration.half-days", { days: voice.decimal(norm.amount) });
  return voice.counted(norm.amount, nouns[norm.unit]);
}

/** Which years' days off are not decreed yet, where a norm in working time rests on them; null where none. */
function provisionalText({ facts: { calendar }, voice }: Telling, norm: Norm): string | null {
  const years = calendar?.years.filter(({ provisional }) => provisional).map(({ year }) => year) ?? [];
  return isInWorkingTime(norm) && years.length > 0
    ? voice.t("evidence.provisional", { years: years.join(", ") })
    : null;
}
