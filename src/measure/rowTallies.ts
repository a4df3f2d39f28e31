import type { AppealColumns } from "../model/columns.ts";
import { isAnswerInSubstance } from "../model/events/closing.ts";
import { keptNorm, weekMargin } from "../model/events/keptNorm.ts";
import { wholeDaysFrom } from "../model/toldDays.ts";
import { outcomes } from "../model/outcome.ts";
import { inSubstanceMarks } from "./rowInSubstance.ts";
import { reopeningMarks } from "./rowReopening.ts";
import { type Mark, qualityMarks, type TallyRules } from "./rowQuality.ts";
import { ageClasses, place, type RowTallies, wordsPerRow } from "./tally.ts";
import { channelsWith, type WaitColumns } from "./waitOrder.ts";

/**
 * Decides for every appeal what it counts as, so that counting a subject is a matter of adding up.
 *
 * Reopenings, confirmations, hand-overs, ratings and reply texts have no "recorded" column: a channel without a single one in the whole
 * data is taken not to record them. Outcomes are not recorded where all closings of a channel end nobody knows how; what
 * was resolved is not, where none of them ends well and some end nobody knows how: then "0 % acted on" would be false.
 */
export function rowTallies(columns: AppealColumns, rules: TallyRules): RowTallies {
  const { length } = columns;
  const { firstReply, closing, closedOnly } = rules;
  const tallies: RowTallies = {
    bits: new Uint32Array(length * wordsPerRow),
    outcome: new Uint8Array(length),
    mark: new Uint8Array(length),
    age: new Uint8Array(length),
    openDays: new Int32Array(length),
  };
  let row = 0;
  const mark: Mark = (counter) => {
    tallies.bits[row * wordsPerRow + (counter >>> 5)]! |= 1 << (counter & 31);
  };
  const inSubstance = inSubstanceMarks(columns, mark);
  const quality = qualityMarks(columns, rules, mark);
  const endings = channelsWith(columns, columns.closed);
  const open = columns.lists.outcomes.indexOf("open");
  const reopenings = channelsWith(columns, columns.reopened);
  const reopening = reopeningMarks(columns, mark);
  const confirmations = channelsWith(columns, columns.confirmed);
  const registrations = columns.agencyClock && channelsWith(columns, columns.agencyClock.registered);
  const handOvers = channelsWith(columns, columns.handedOver);
  const ratings = channelsWith(columns, columns.rating);
  const outcomePlace = columns.lists.outcomes.map((name) => place.outcome + outcomes.indexOf(name));
  const generous = Uint8Array.from(columns.lists.outcomes, (name) => (isAnswerInSubstance(name) ? 1 : 0));
  const acted = columns.lists.outcomes.indexOf("acted");
  const unowed = columns.lists.outcomes.indexOf("unowed");
  const withdrawn = columns.lists.outcomes.indexOf("withdrawn");
  const { told, resolved } = channelsTelling(columns);
  for (; row < length; row++) {
    const channel = columns.channel[row]!;
    const closed = columns.closed[row] === 1;
    const closingRecorded = columns.closingRecorded[row] === 1;
    const whole = closedOnly[channel] === 0;
    mark(place.received);
    if (firstReply.recorded[row] === 1) mark(place.firstRecorded);
    // A register that dates no closing may well say how appeals ended, and which are open.
    const endingRecorded = closingRecorded || endings[channel] === 1;
    if (closingRecorded) mark(place.closingRecorded);
    if (endingRecorded) mark(place.endingRecorded);
    if (closingRecorded || firstReply.recorded[row] === 1) mark(place.replyRecorded);
    if (firstReply.happened[row] === 1) mark(place.answered);
    if (closed) mark(place.closed);
    const owed = columns.outcome[row] !== unowed;
    if (told[channel] === 1) mark(place.outcomeRecorded);
    if (owed && resolved[channel] === 1) mark(place.resolutionRecorded);
    if (closed && resolved[channel] === 1) mark(place.resolutionClosed);
    if (closed && columns.outcome[row] === acted) mark(place.closedActed);
    if (closed && generous[columns.outcome[row]!] === 1) mark(place.closedActedPlannedExplained);
    if (endingRecorded && whole) mark(place.openEligible);
    if (!closed && (closingRecorded || (endingRecorded && columns.outcome[row] === open))) {
      mark(place.open);
      if (!Number.isNaN(columns.followedDays[row])) {
        if (isPastNorm(columns, row)) mark(place.openLate);
        const days = openDays(columns, row);
        tallies.openDays[row] = days;
        tallies.age[row] = place.age + ageClasses.findIndex(({ to }) => to === null || days <= to);
      }
    }
    if (whole) {
      inSubstance(row);
      judge(
        firstReply,
        row,
        columns.firstReplyNorm[row]!,
        firstReply.followedDays[row]!,
        rules.yearDays,
        firstCounters,
        mark,
        { resolved: false, acted: false },
      );
      if (firstReply.recorded[row] === 1 && firstReply.never[row] === 1)
        mark(columns.outcome[row] === withdrawn ? place.withdrawnUnanswered : place.leftByLaw);
      judge(closing, row, columns.closingNorm[row]!, closing.followedDays[row]!, rules.yearDays, closeCounters, mark, {
        resolved: resolved[channel] === 1,
        acted: columns.outcome[row] === acted,
      });
    }
    if (owed && reopenings[channel] === 1) {
      mark(place.reopeningRecorded);
      reopening(row);
    }
    if (confirmations[channel] === 1) {
      mark(place.confirmationRecorded);
      if (closed && columns.outcome[row] === acted) mark(place.confirmationEligible);
      if (closed && columns.outcome[row] === acted && columns.confirmed[row] === 1) mark(place.confirmed);
    }
    if (registrations?.[channel] === 1) mark(place.registrationRecorded);
    if (owed && handOvers[channel] === 1) {
      mark(place.handedOverEligible);
      if (columns.handedOver[row] === 1) mark(place.handedOver);
    }
    if (ratings[channel] === 1) {
      mark(place.ratingRecorded);
      if (closed) mark(place.ratingEligible);
      if (closed && columns.rating[row]! > 0) mark(place.ratedClosed);
    }
    quality(row);
    tallies.outcome[row] = outcomePlace[columns.outcome[row]!]!;
    tallies.mark[row] = owed && columns.rating[row]! > 0 ? place.mark + columns.rating[row]! - 1 : 0;
  }
  return tallies;
}

/** Whether an open appeal has surely waited longer than it may: where it is told by its week, whatever day of it that was. */
function isPastNorm({ followedDays, dayPrecision, closingNorm, closingNormSet }: AppealColumns, row: number): boolean {
  const waited = followedDays[row]!;
  const margin = dayPrecision[row] === 2 ? weekMargin : 0;
  return keptNorm(waited - margin, waited, (closingNormSet ?? closingNorm)[row]!) === false;
}

/** Whole days that an open appeal has waited, as they are told everywhere. */
function openDays({ followedDays, followedDay, receivedDay }: AppealColumns, row: number): number {
  const days = Math.max(0, followedDays[row]!);
  return days >= wholeDaysFrom && followedDay !== undefined ? followedDay[row]! - receivedDay[row]! : Math.floor(days);
}

/** 1 for each channel (index) that says what its closings came to, and 1 for each that would say whether they were resolved. */
function channelsTelling(columns: AppealColumns): { told: Uint8Array; resolved: Uint8Array } {
  const ending = columns.lists.outcomes.map((name) =>
    name === "unknown" ? 1 : name === "open" || name === "unowed" ? 0 : isAnswerInSubstance(name) ? 4 : 2,
  );
  const seen = new Uint8Array(columns.lists.channels.length);
  for (let i = 0; i < columns.length; i++) seen[columns.channel[i]!]! |= ending[columns.outcome[i]!]!;
  const without = (known: number): Uint8Array =>
    seen.map((endings) => ((endings & 1) === 0 || (endings & known) !== 0 ? 1 : 0));
  return { told: without(2 | 4), resolved: without(4) };
}

type Counters = Record<
  "eligible" | "took" | "undated" | "normed" | "mature" | "judged" | "inNorm" | "beforeJudged" | "beforeInNorm",
  number
> &
  Record<"answerable" | "silent" | "resolution" | "acted", number | null>;

const firstCounters: Counters = {
  eligible: place.firstEligible,
  took: place.firstHappened,
  undated: place.firstUndated,
  normed: place.firstNormed,
  mature: place.firstMature,
  answerable: place.firstAnswerable,
  silent: place.firstSilent,
  judged: place.firstJudged,
  inNorm: place.firstInNorm,
  resolution: null,
  acted: null,
  beforeJudged: place.beforeFirstJudged,
  beforeInNorm: place.beforeFirstInNorm,
};
const closeCounters: Counters = {
  eligible: place.closeEligible,
  took: place.closeHappened,
  undated: place.closeUndated,
  normed: place.closeNormed,
  mature: place.closeMature,
  answerable: null,
  silent: null,
  judged: place.closeJudged,
  inNorm: place.closeInNorm,
  resolution: place.resolutionJudged,
  acted: place.closeActedInNorm,
  beforeJudged: place.beforeCloseJudged,
  beforeInNorm: place.beforeCloseInNorm,
};

/**
 * Eligible: the source records the event and does not leave open appeals out. Took (place) and undated: the event happened,
 * and nobody knows when. Mature: followed for at least the norm. Answerable: of those, the ones that were answered or still
 * wait; silent: the ones that still wait. An appeal that was closed without a reply waits for none any more.
 * Judged: mature, and not one of those whose event happened at an unusable date. In norm: the event came no later than
 * the norm, to the minute; open appeals stay among the judged.
 */
function judge(
  state: WaitColumns,
  row: number,
  norm: number,
  followed: number,
  yearDays: number,
  counters: Counters,
  mark: Mark,
  ending: { resolved: boolean; acted: boolean },
): void {
  if (state.recorded[row] === 0) return;
  mark(counters.eligible);
  const happened = state.happened[row] === 1;
  const days = state.days[row]!;
  const undated = happened && Number.isNaN(days);
  if (happened) mark(counters.took);
  if (undated) mark(counters.undated);
  if (Number.isNaN(norm)) return;
  mark(counters.normed);
  // An appeal at an impossible date was followed nobody knows how long (NaN): it is not old enough for any norm.
  if (!(followed >= norm)) return;
  mark(counters.mature);
  if (state.never[row] === 0 && counters.answerable !== null) mark(counters.answerable);
  if (state.never[row] === 0 && !happened && counters.silent !== null) mark(counters.silent);
  if (undated) return;
  const inNorm = happened && days <= norm;
  mark(counters.judged);
  if (ending.resolved && counters.resolution !== null) mark(counters.resolution);
  if (inNorm) mark(counters.inNorm);
  if (inNorm && ending.acted && counters.acted !== null) mark(counters.acted);
  if (followed - yearDays < norm) return;
  mark(counters.beforeJudged);
  if (inNorm) mark(counters.beforeInNorm);
}
