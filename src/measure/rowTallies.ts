import { type AppealColumns } from "../model/columns.ts";
import { outcomes } from "../model/outcome.ts";
import { closingDay, massClosings } from "./massClosings.ts";
import { ageClasses, place, type RowTallies, type Tallied, wordsPerRow } from "./tally.ts";
import { type WaitState } from "./waitOrder.ts";

/** What rowTallies needs beside the columns. */
export interface TallyRules {
  readonly firstReply: WaitState;
  readonly closing: WaitState;
  /** 1 for each channel (index) whose exports hold closed appeals only. */
  readonly closedOnly: Uint8Array;
  readonly exportDay: number;
  /** Days from the same date a year before to the day of the export: 365 or 366. */
  readonly yearDays: number;
}

/** Only norms that long have a last day that is more than a coincidence. */
const longNorm = 7;
const oneMinute = 1 / 1440;
/** The day of the export and the two before it. */
const lastDays = 3;

type Mark = (name: Tallied) => void;

/**
 * Decides for every appeal what it counts as, so that counting a subject is a matter of adding up.
 *
 * Reopenings, hand-overs, ratings and reply texts have no "recorded" column: a channel without a single one in the whole
 * data is taken not to record them.
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
  const mark: Mark = (name) => (tallies.bits[row * wordsPerRow + (place[name] >>> 5)]! |= 1 << (place[name] & 31));
  const quality = qualityMarks(columns, rules, mark);
  const reopenings = channelsWith(columns, columns.reopened);
  const handOvers = channelsWith(columns, columns.handedOver);
  const ratings = channelsWith(columns, columns.rating);
  const outcomePlace = columns.lists.outcomes.map((name) => place.outcome + outcomes.indexOf(name));
  const generous = Uint8Array.from(columns.lists.outcomes, (name) => (name === "acted" || name === "planned" || name === "explained" ? 1 : 0));
  const acted = columns.lists.outcomes.indexOf("acted");
  for (; row < length; row++) {
    const channel = columns.channel[row]!;
    const closed = columns.closed[row] === 1;
    const closingRecorded = columns.closingRecorded[row] === 1;
    const whole = closedOnly[channel] === 0;
    mark("received");
    if (firstReply.recorded[row] === 1) mark("firstRecorded");
    if (closingRecorded) mark("closingRecorded");
    if (closingRecorded || firstReply.recorded[row] === 1) mark("replyRecorded");
    if (firstReply.happened[row] === 1) mark("answered");
    if (closed) mark("closed");
    if (closed && columns.outcome[row] === acted) mark("closedActed");
    if (closed && generous[columns.outcome[row]!] === 1) mark("closedActedPlannedExplained");
    if (closingRecorded && whole) mark("openEligible");
    if (closingRecorded && !closed) {
      mark("open");
      const days = Math.max(0, rules.exportDay - columns.receivedDay[row]!);
      tallies.openDays[row] = days;
      tallies.age[row] = place.age + ageClasses.findIndex(({ to }) => to === null || days <= to);
    }
    if (whole) {
      const followed = columns.followedDays[row]!;
      judge(firstReply, row, columns.firstReplyNorm[row]!, followed, rules.yearDays, firstNames, mark, false);
      judge(closing, row, columns.closingNorm[row]!, followed, rules.yearDays, closeNames, mark, columns.outcome[row] === acted);
    }
    if (reopenings[channel] === 1) {
      mark("reopeningRecorded");
      if (closed) mark("reopenedEligible");
      if (closed && columns.reopened[row] === 1) mark("reopened");
    }
    if (handOvers[channel] === 1) {
      mark("handedOverEligible");
      if (columns.handedOver[row] === 1) mark("handedOver");
    }
    if (ratings[channel] === 1) {
      mark("ratingRecorded");
      if (closed) mark("ratingEligible");
      if (closed && columns.rating[row]! > 0) mark("ratedClosed");
    }
    quality(row);
    tallies.outcome[row] = outcomePlace[columns.outcome[row]!]!;
    tallies.mark[row] = columns.rating[row]! > 0 ? place.mark + columns.rating[row]! - 1 : 0;
  }
  return tallies;
}

type Names = Record<"eligible" | "normed" | "mature" | "judged" | "inNorm" | "beforeJudged" | "beforeInNorm", Tallied> &
  Record<"silent" | "acted", Tallied | null>;

const firstNames: Names = {
  eligible: "firstEligible",
  normed: "firstNormed",
  mature: "firstMature",
  silent: "firstSilent",
  judged: "firstJudged",
  inNorm: "firstInNorm",
  acted: null,
  beforeJudged: "beforeFirstJudged",
  beforeInNorm: "beforeFirstInNorm",
};
const closeNames: Names = {
  eligible: "closeEligible",
  normed: "closeNormed",
  mature: "closeMature",
  silent: null,
  judged: "closeJudged",
  inNorm: "closeInNorm",
  acted: "closeActedInNorm",
  beforeJudged: "beforeCloseJudged",
  beforeInNorm: "beforeCloseInNorm",
};

/**
 * Eligible: the source records the event and does not leave open appeals out. Mature: followed for at least the norm.
 * Judged: mature, and not one of those whose event happened at an unusable date. In norm: the event came no later than
 * the norm, to the minute; open appeals stay among the judged.
 */
function judge(state: WaitState, row: number, norm: number, followed: number, yearDays: number, names: Names, mark: Mark, acted: boolean): void {
  if (state.recorded[row] === 0) return;
  mark(names.eligible);
  if (Number.isNaN(norm)) return;
  mark(names.normed);
  if (followed < norm) return;
  mark(names.mature);
  const happened = state.happened[row] === 1;
  if (!happened && names.silent !== null) mark(names.silent);
  const days = state.days[row]!;
  if (happened && Number.isNaN(days)) return;
  const inNorm = happened && days <= norm;
  mark(names.judged);
  if (inNorm) mark(names.inNorm);
  if (inNorm && acted && names.acted !== null) mark(names.acted);
  if (followed - yearDays < norm) return;
  mark(names.beforeJudged);
  if (inNorm) mark(names.beforeInNorm);
}

/** What an appeal says about the register it comes from: see qualitySchema. */
function qualityMarks(columns: AppealColumns, rules: TallyRules, mark: Mark): (row: number) => void {
  const texts = columns.hasReplyText === undefined ? null : channelsWith(columns, columns.hasReplyText);
  const withdrawn = columns.lists.outcomes.indexOf("withdrawn");
  const mass = massClosings(columns);
  const onLastDay = (days: number, norm: number): boolean => days > norm - 1 && days <= norm;
  return (row) => {
    const replyDays = rules.firstReply.days[row]!;
    if (rules.firstReply.recorded[row] === 1 && columns.firstReplyNorm[row]! >= longNorm && replyDays >= 0) {
      mark("longNormReply");
      if (onLastDay(replyDays, columns.firstReplyNorm[row]!)) mark("repliedOnLastDay");
    }
    const hasTexts = texts !== null && texts[columns.channel[row]!] === 1;
    if (hasTexts) mark("replyTextRecorded");
    if (columns.closed[row] === 0) return;
    if (hasTexts && columns.outcome[row] !== withdrawn) {
      mark("replyTextExpected");
      if (columns.hasReplyText![row] === 0) mark("closedWithoutReply");
    }
    const days = columns.closingDays[row]!;
    if (Number.isNaN(days)) return mark("undatedClosing");
    mark("datedClosing");
    if (columns.dayPrecision[row] === 0) mark("timedClosing");
    if (columns.dayPrecision[row] === 0 && days < oneMinute) mark("closedAtOnce");
    if (columns.closingNorm[row]! >= longNorm) mark("longNormClosing");
    if (columns.closingNorm[row]! >= longNorm && onLastDay(days, columns.closingNorm[row]!)) mark("closedOnLastDay");
    if (mass[row] === 1) mark("massClosing");
    const before = rules.exportDay - closingDay(columns, row);
    if (before >= 0 && before < lastDays) mark("closedAtExport");
  };
}

function channelsWith(columns: AppealColumns, value: Uint8Array): Uint8Array {
  const found = new Uint8Array(columns.lists.channels.length);
  for (let i = 0; i < columns.length; i++) if (value[i]! > 0) found[columns.channel[i]!] = 1;
  return found;
}
