import type { Channel } from "../model/channel.ts";
import type { AgencyTimes, Measures, OutcomesByDay, Times, YearBefore } from "../model/facts.ts";
import type { Count, Share } from "../model/figures.ts";
import { outcomes } from "../model/outcome.ts";
import { type AbsenceId, countDefinitions, qualityDefinitions, shareDefinitions } from "./definitions.ts";
import { type Absent, type MissingReason, exactCount, exactMean, exactShare, missing, tooFew } from "./figure.ts";
import type { OldestOpen } from "./oldestOpen.ts";
import { largestRemainder } from "./statistics/largestRemainder.ts";
import { absentTimes } from "./times.ts";
import { ageClasses, place, type Tallied } from "./tally.ts";

/** The counters of one slice, all of its channels and months added up (see tally.ts). */
export type Tally = Uint32Array;

/** What a slice's figures are made of beside its tally. */
export interface SliceEstimates {
  /** Channels that have appeals in the slice, in the order of the model. */
  readonly channels: Channel[];
  readonly oldestOpen: OldestOpen | null;
  readonly firstReply: Times;
  readonly closing: Times;
  readonly inSubstance: Times;
  readonly agencyFirstReply: Times;
  readonly agencyClosing: Times;
  readonly outcomesByDay: OutcomesByDay | Absent;
  readonly yearBefore: YearBefore | null;
  /** Appeals under each rule; first those for the first reply, then those for closing. */
  readonly rules: Uint32Array;
}

/** The figures of one slice of one subject; estimates of events that cannot be given are replaced by the reason. */
export function measuresOf(tally: Tally, estimates: SliceEstimates, minimumShown: number): Measures {
  const number = (name: Tallied): number => tally[place[name]]!;
  const received = number("received");
  const few = received > 0 && received < minimumShown;
  const absent = absencesOf(tally);
  const countUnless = (reason: Absent | null, value: number): Count =>
    reason !== null && received > 0 ? reason : few ? tooFew : exactCount(value);
  const count = ({ of, absent: id }: { of: Tallied; absent: AbsenceId }): Count => countUnless(absent[id], number(of));
  const share = ({ part, whole, absent: id }: { part: Tallied; whole: Tallied; absent: AbsenceId }): Share =>
    shareOf(number(part), number(whole), minimumShown, absent[id]);
  const marks = Array.from({ length: 5 }, (_, mark) => tally[place.mark + mark]!);
  const rated = marks.reduce((sum, marked) => sum + marked, 0);
  const noRating = absent.rated ?? (rated === 0 ? missing("none-eligible") : null);

  const oldest = few || absent.open !== null ? null : estimates.oldestOpen;

  return {
    channels: estimates.channels,
    received: exactCount(received),
    answered: count(countDefinitions.answered),
    closed: count(countDefinitions.closed),
    open: count(countDefinitions.open),
    openLate: count(countDefinitions.openLate),
    leftByLaw: count(countDefinitions.leftByLaw),
    withdrawnUnanswered: count(countDefinitions.withdrawnUnanswered),
    firstReply: absent.firstReply === null ? estimates.firstReply : absentTimes(absent.firstReply),
    closing: absent.closing === null ? estimates.closing : absentTimes(absent.closing),
    inSubstance: absent.inSubstance === null ? estimates.inSubstance : absentTimes(absent.inSubstance),
    agencyClock: absent.agencyClock ?? {
      firstReply: withoutCurve(
        absent.firstReply === null ? estimates.agencyFirstReply : absentTimes(absent.firstReply),
      ),
      closing: withoutCurve(absent.closing === null ? estimates.agencyClosing : absentTimes(absent.closing)),
    },
    norms: few ? { firstReply: [], closing: [] } : normsOf(estimates.rules),
    answeredInNorm: share(shareDefinitions.answeredInNorm),
    closedInNorm: share(shareDefinitions.closedInNorm),
    silent: share(shareDefinitions.silent),
    actedInNorm: share(shareDefinitions.actedInNorm),
    outcomes: few || absent.outcomes !== null ? [] : outcomesOf(tally, minimumShown),
    ...(received > 0 && (few || absent.outcomes !== null) && { outcomesAbsent: few ? tooFew : absent.outcomes! }),
    resolvedStrict: share(shareDefinitions.resolvedStrict),
    resolvedGenerous: share(shareDefinitions.resolvedGenerous),
    reopenedWithin30Days: share(shareDefinitions.reopenedWithin30Days),
    reopened: share(shareDefinitions.reopened),
    confirmed: share(shareDefinitions.confirmed),
    handedOver: share(shareDefinitions.handedOver),
    rating:
      noRating ??
      (rated < minimumShown
        ? tooFew
        : exactMean(
            marks.reduce((sum, marked, i) => sum + marked * (i + 1), 0),
            rated,
          )),
    rated: share(shareDefinitions.rated),
    marks: marks.map((marked) => countUnless(absent.rated, marked)),
    openByAge: ageClasses.map((ages, i) => ({ ...ages, count: countUnless(absent.open, tally[place.age + i]!) })),
    oldestOpen: oldest === null ? null : oldest.days,
    ...(oldest?.toWeek === true && { oldestOpenToWeek: true as const }),
    outcomesByDay: absent.closing ?? absent.outcomes ?? estimates.outcomesByDay,
    yearBefore: estimates.yearBefore,
    quality: {
      undatedReplies: share(qualityDefinitions.undatedReplies),
      undatedClosings: share(qualityDefinitions.undatedClosings),
      closedAtOnce: share(qualityDefinitions.closedAtOnce),
      repliedOnLastDay: share(qualityDefinitions.repliedOnLastDay),
      closedOnLastDay: share(qualityDefinitions.closedOnLastDay),
      massClosings: share(qualityDefinitions.massClosings),
      closedAtExport: share(qualityDefinitions.closedAtExport),
      closedWithoutReply: share(qualityDefinitions.closedWithoutReply),
    },
  };
}

function withoutCurve({ curve: _curve, ...times }: Times): AgencyTimes {
  return times;
}

/** Places of the rules that occur, the most frequent first. */
function normsOf(rules: Uint32Array): Measures["norms"] {
  const ordered = (counts: Uint32Array): number[] =>
    [...counts.keys()].filter((rule) => counts[rule]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b);
  return {
    firstReply: ordered(rules.subarray(0, rules.length / 2)),
    closing: ordered(rules.subarray(rules.length / 2)),
  };
}

/** Why a figure of a slice cannot be given whatever its n; null where it can. */
export type Absences = Record<AbsenceId, Absent | null>;

/**
 * The first reason that applies: no appeals at all, an event that the exports do not record, exports without open
 * appeals, an event of which most dates are unknown, a channel without a norm. Where most dates are unknown, the rest and
 * those still waiting would make a time, and a share in time, that are nobody's.
 */
export function absencesOf(tally: Tally): Absences {
  const number = (name: Tallied): number => tally[place[name]]!;
  const nobody = number("received") === 0 ? missing("none-eligible") : null;
  const unless = (name: Tallied, reason: MissingReason): Absent | null =>
    nobody ?? (number(name) === 0 ? missing(reason) : null);
  const replyEvent = unless("firstRecorded", "not-recorded") ?? unless("firstEligible", "closed-only");
  const closingEvent = unless("closingRecorded", "not-recorded") ?? unless("closeEligible", "closed-only");
  const firstReply =
    replyEvent ?? (isMostlyUndated(number("firstUndated"), number("firstHappened")) ? missing("mostly-undated") : null);
  const closing =
    closingEvent ??
    (isMostlyUndated(number("closeUndated"), number("closeHappened")) ? missing("mostly-undated") : null);
  const [read, untold] = [number("replyRead"), number("replyUntold")];
  const inSubstance =
    replyEvent ??
    (isMostlyUndated(untold, read + untold)
      ? missing("no-reply-texts")
      : isMostlyUndated(number("substanceUndated"), number("substanceHappened"))
        ? missing("mostly-undated")
        : null);
  const closingNorm = closing ?? unless("closeNormed", "no-norm");
  const closed = unless("endingRecorded", "not-recorded");
  const open = closed ?? unless("openEligible", "closed-only");
  const resolution = closed ?? unless("resolutionRecorded", "not-recorded");
  return {
    answered: unless("replyRecorded", "not-recorded"),
    closed,
    open,
    openLate: open ?? unless("closeNormed", "no-norm"),
    replyEvent,
    closingEvent,
    firstReply,
    closing,
    inSubstance,
    // Who was closed without a reply is known by the outcome alone.
    unanswered: replyEvent ?? unless("outcomeRecorded", "not-recorded"),
    replyNorm: replyEvent ?? unless("firstNormed", "no-norm"),
    firstReplyNorm: firstReply ?? unless("firstNormed", "no-norm"),
    closingNorm,
    outcomes: unless("outcomeRecorded", "not-recorded"),
    resolution,
    actedNorm: closingNorm ?? resolution,
    reopened: unless("reopeningRecorded", "not-recorded"),
    confirmed: unless("confirmationRecorded", "not-recorded"),
    agencyClock: unless("registrationRecorded", "not-recorded"),
    handedOver: unless("handedOverEligible", "not-recorded"),
    rated: unless("ratingRecorded", "not-recorded"),
    replyText: unless("replyTextRecorded", "not-recorded"),
  };
}

/** Whether of most of the events that happened nobody knows when. */
export function isMostlyUndated(undated: number, happened: number): boolean {
  return undated * 2 > happened;
}

/** A share, or why there is none: a given reason, nobody under the definition, or too few of them. */
export function shareOf(part: number, whole: number, minimumShown: number, absent: Absent | null = null): Share {
  if (absent !== null) return absent;
  if (whole === 0) return missing("none-eligible");
  return whole < minimumShown ? tooFew : exactShare(part, whole);
}

function outcomesOf(tally: Tally, minimumShown: number): Measures["outcomes"] {
  const counts = outcomes
    .map((outcome, i) => ({ outcome, count: tally[place.outcome + i]! }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return [];
  const percents = largestRemainder(counts.map(({ count }) => count));
  const tenths = largestRemainder(
    counts.map(({ count }) => count),
    1000,
  );
  const whole = counts.reduce((sum, { count }) => sum + count, 0);
  return counts.map(({ outcome, count }, i) => ({
    outcome,
    count: exactCount(count),
    share: shareOf(count, whole, minimumShown),
    percent: percents[i]!,
    tenths: tenths[i]!,
  }));
}
