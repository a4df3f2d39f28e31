import type { Appeal } from "../model/appeal.ts";
import { type Channel, channels } from "../model/channel.ts";
import { isClosed, isOwed } from "../model/events/closing.ts";
import { watchedFields, type SourceCompleteness } from "../model/facts.ts";
import type { FindingCode } from "../model/finding.ts";
import { dayOfIsoDate, isoDateOfDay } from "../model/moment.ts";
import { isPlausibleReceipt } from "../model/plausibleReceipt.ts";
import { beginningDigest } from "./digest.ts";

/** What a tally knows; the rest is a source's watcher's to add: its title and columns, what vanished, how many exports it holds. */
export interface Counted extends Omit<
  SourceCompleteness,
  "title" | "vanished" | "summed" | "tellsClosings" | "tellsReplies"
> {
  /** Whether any row says that it is closed, or that it is open. */
  tellsEnding: boolean;
  /** Negative durations of eleven to twelve hours, and all negative ones of less than a day. */
  halfDays: number;
  negativeHours: number;
}

const repliesRemembered = 20_000;
const shortReplyWords = 12;

interface Month {
  rows: number;
  filled: Record<(typeof watchedFields)[number], number>;
}

function isShort(text: string): boolean {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const space = text.charCodeAt(at) <= 32;
    if (!space && !inWord && ++words >= shortReplyWords) return false;
    inWord = !space;
  }
  return true;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** What a tally has counted so far: plain values, so that they can be kept from build to build. */
const nothingCounted = () => ({
  rows: 0,
  lastPossible: Number.NEGATIVE_INFINITY,
  channels: new Set<Channel>(),
  misdated: 0,
  closed: 0,
  tellsEnding: false,
  unowed: 0,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
  months: new Map<string, Month>(),
  monthOfDay: new Map<number, Month>(),
  closings: new Map<number, number>(),
  replies: new Map<number, number>(),
  replyCount: 0,
  shortReplies: 0,
  halfDays: 0,
  negativeHours: 0,
});

/** Counts what can be missing from a source's exports, appeal by appeal. */
export class CompletenessTally {
  readonly #counts: ReturnType<typeof nothingCounted>;

  /** @param counted what another tally had counted; left out: nothing */
  constructor(counted = nothingCounted()) {
    this.#counts = counted;
  }

  get counted(): ReturnType<typeof nothingCounted> {
    return this.#counts;
  }

  /** Announces an export. @param day its civil day */
  exportedOn(day: number): void {
    this.#counts.lastPossible = day;
  }

  #month(day: number): Month {
    let month = this.#counts.monthOfDay.get(day);
    if (month === undefined) {
      const name = isoDateOfDay(day).slice(0, 7);
      month = this.#counts.months.get(name);
      if (month === undefined)
        this.#counts.months.set(
          name,
          (month = { rows: 0, filled: { agency: 0, topic: 0, place: 0, text: 0, reply: 0 } }),
        );
      this.#counts.monthOfDay.set(day, month);
    }
    return month;
  }

  add(appeal: Appeal): void {
    const { received, closed, reply } = appeal;
    this.#counts.rows += 1;
    if (isClosed(appeal)) this.#counts.closed += 1;
    this.#counts.tellsEnding ||= appeal.outcome === "open" || isClosed(appeal);
    if (!isOwed(appeal.outcome)) this.#counts.unowed += 1;
    this.#counts.channels.add(appeal.channel);
    if (!isPlausibleReceipt(received.day, this.#counts.lastPossible)) this.#counts.misdated += 1;
    else {
      this.#counts.first = Math.min(this.#counts.first, received.day);
      this.#counts.last = Math.max(this.#counts.last, received.day);
      const month = this.#month(received.day);
      month.rows += 1;
      for (const field of watchedFields) if (appeal[field] !== "") month.filled[field] += 1;
    }
    if (closed !== null) {
      this.#counts.closings.set(closed.day, (this.#counts.closings.get(closed.day) ?? 0) + 1);
      if (closed.instant !== null && received.instant !== null && closed.instant < received.instant) {
        const hours = (received.instant - closed.instant) / 3_600_000;
        if (hours < 24) this.#counts.negativeHours += 1;
        if (hours > 10.5 && hours <= 12) this.#counts.halfDays += 1;
      }
    }
    if (reply === "") return;
    this.#counts.replyCount += 1;
    if (isShort(reply)) this.#counts.shortReplies += 1;
    // Beginning and length tell replies apart well enough, and cost the same for every length.
    const key = beginningDigest(reply, 80);
    const known = this.#counts.replies.get(key);
    if (known !== undefined || this.#counts.replies.size < repliesRemembered)
      this.#counts.replies.set(key, (known ?? 0) + 1);
  }

  /** @param exported ISO date of the export */
  result(source: string, exported: string): Counted {
    const massClosings = this.#massClosings();
    const common = [...this.#counts.replies.values()].filter(
      (count) => count >= 20 && count >= this.#counts.replyCount / 20,
    );
    const isDated = this.#counts.rows > this.#counts.misdated;
    const to = isDated ? isoDateOfDay(this.#counts.last) : exported;
    return {
      source,
      exported,
      channels: channels.filter((channel) => this.#counts.channels.has(channel)),
      rows: this.#counts.rows,
      closed: this.#counts.closed,
      tellsEnding: this.#counts.tellsEnding,
      closedOnly:
        this.#counts.rows >= fewestJudged &&
        this.#counts.closed > 0 &&
        this.#counts.closed + this.#counts.unowed === this.#counts.rows &&
        daysOfSilence(exported, to) < archiveDays,
      from: isDated ? isoDateOfDay(this.#counts.first) : exported,
      to,
      misdated: this.#counts.misdated,
      collapsedMonths: this.#collapsedMonths(exported),
      emptiedFields: this.#emptiedFields(exported),
      massClosings,
      replies: this.#counts.replyCount,
      placeholderReplies: common.reduce((sum, count) => sum + count, 0),
      shortReplies: this.#counts.shortReplies,
      halfDays: this.#counts.halfDays,
      negativeHours: this.#counts.negativeHours,
    };
  }

  /** Whole months with less than a fifth of the median of the twelve before them, up to the month of the last receipt. */
  #collapsedMonths(exported: string): string[] {
    const names = [...this.#counts.months.keys()].sort();
    const start = names[0];
    const end = names.at(-1);
    if (start === undefined || end === undefined) return [];
    const collapsed: string[] = [];
    const before: number[] = [];
    for (let name = start; name <= end && name < exported.slice(0, 7); name = nextMonth(name)) {
      const rows = this.#counts.months.get(name)?.rows ?? 0;
      const usual = median(before.slice(-12));
      if (before.length >= 6 && usual >= 30 && rows < usual / 5) collapsed.push(name);
      before.push(rows);
    }
    return collapsed;
  }

  #emptiedFields(exported: string): SourceCompleteness["emptiedFields"] {
    const months = [...this.#counts.months.keys()].sort();
    // Who wrote last month may well wait for a reply.
    const answerable = months.filter(
      (name) => dayOfIsoDate(`${nextMonth(name)}-01`) + daysToReply <= dayOfIsoDate(exported),
    );
    return watchedFields.flatMap((field) => {
      const names = field === "reply" ? answerable : months;
      let since: string | undefined;
      for (const name of names.toReversed()) {
        const month = this.#counts.months.get(name);
        if (month && month.filled[field] > month.rows / 20) break;
        since = name;
      }
      const earlier = names
        .filter((name) => since !== undefined && name < since)
        .flatMap((name) => this.#counts.months.get(name) ?? []);
      const rows = earlier.reduce((sum, month) => sum + month.rows, 0);
      const filled = earlier.reduce((sum, month) => sum + month.filled[field], 0);
      return since !== undefined && rows > 0 && filled > rows / 2 ? [{ field, since }] : [];
    });
  }

  #massClosings(): { day: string; count: number }[] {
    const counts = [...this.#counts.closings.values()];
    const total = counts.reduce((sum, count) => sum + count, 0);
    const usual = median(counts);
    return [...this.#counts.closings.entries()]
      .filter(([, count]) => counts.length >= 10 && count >= 100 && count > usual * 20 && count > total / 200)
      .sort(([left], [right]) => left - right)
      .map(([day, count]) => ({ day: isoDateOfDay(day), count }));
  }
}

function nextMonth(name: string): string {
  return isoDateOfDay(dayOfIsoDate(`${name}-28`) + 4).slice(0, 7);
}

const daysToReply = 30;
const silentDays = 45;
/** So long after the last receipt everything may well be closed. */
const archiveDays = 120;
const fewestJudged = 50;

const daysOfSilence = (exported: string, to: string): number => dayOfIsoDate(exported) - dayOfIsoDate(to);

/** What of a source's completeness is worth a finding: its code, the field concerned, and how many rows or days. */
export function completenessFindings(counted: Counted): { code: FindingCode; column?: string; count: number }[] {
  const found: { code: FindingCode; column?: string; count: number }[] = [];
  const silence = daysOfSilence(counted.exported, counted.to);
  if (counted.closedOnly) found.push({ code: "CLOSED_ONLY", count: counted.rows });
  if (counted.rows >= fewestJudged && silence > silentDays) found.push({ code: "FEED_STOPPED", count: silence });
  if (counted.collapsedMonths.length > 0)
    found.push({ code: "MONTH_COLLAPSED", count: counted.collapsedMonths.length });
  for (const { field } of counted.emptiedFields) found.push({ code: "COLUMN_EMPTIED", column: field, count: 1 });
  const massive = counted.massClosings.reduce((sum, { count }) => sum + count, 0);
  if (massive > 0) found.push({ code: "MASS_CLOSING", column: "closed", count: massive });
  if (counted.placeholderReplies > 0)
    found.push({ code: "REPLY_PLACEHOLDER", column: "reply", count: counted.placeholderReplies });
  if (counted.replies >= 20 && counted.shortReplies > counted.replies / 5)
    found.push({ code: "REPLY_SHORT", column: "reply", count: counted.shortReplies });
  if (counted.halfDays >= 10 && counted.halfDays > counted.negativeHours / 4)
    found.push({ code: "HALF_DAY_SHIFT", column: "closed", count: counted.halfDays });
  return found;
}
