import type { ReviewForm, ReviewLine } from "../../model/reviewForm.ts";
import type { CellReason, ReviewCell } from "../../model/reviews.ts";
import { officeMarks } from "../../model/officeMarks.ts";
import { outcomes } from "../../model/outcome.ts";
import type { Evidence } from "../evidence.ts";
import type { Absent } from "../figure.ts";
import { absencesOf } from "../measures.ts";
import { place, tallySize } from "../tally.ts";
import type { MonthCounts } from "./monthCounts.ts";

/** Months of receipt by their places in the series, both inside, and how many months before the export their state is that of. */
export interface Cohort {
  readonly first: number;
  readonly last: number;
  readonly shift: number;
}

/** What single lines of forms come to. */
export type LineCells = (
  line: ReviewLine,
  section: ReviewForm["sections"][number],
  cohort: Cohort | null,
) => ReviewCell;

/** From so many undated closings among a hundred on, nobody knows what was closed by an earlier day. */
const mostUndated = 1;

/**
 * @param isHidden whether the months of a cohort tell nothing but how many appeals came
 */
export function lineCellsOf(evidence: Evidence, counts: MonthCounts, isHidden: (cohort: Cohort) => boolean): LineCells {
  const { columns, minimumShown, tree } = evidence;
  const { channels, topics } = columns.lists;
  const channelsInData = new Set(columns.channel);
  const tellsUnowed = counts.unowed.some((count) => count > 0);
  const hasTopics = columns.topic.some((topic) => topic < topics.length);
  const sum = (counters: Uint32Array, width: number, { first, last }: Cohort, at: number): number => {
    let total = 0;
    for (let slot = first; slot <= last; slot++) total += counters[slot * width + at]!;
    return total;
  };
  const nearest = new WeakMap<ReviewForm["sections"][number], (string | null)[]>();
  /** For each topic of the appeals the code by which the section names it most closely. */
  const namedIn = (section: ReviewForm["sections"][number]): (string | null)[] => {
    const known = nearest.get(section);
    if (known !== undefined) return known;
    const named = new Set(
      section.lines.flatMap(({ count }) =>
        typeof count === "object" && "topics" in count && count.topics !== "rest" ? count.topics : [],
      ),
    );
    const found = topics.map(
      (_, leaf) =>
        tree.paths[tree.ofLeaf[leaf]!]!.map((at) => tree.codes[at]!).findLast((code) => named.has(code)) ?? null,
    );
    nearest.set(section, found);
    return found;
  };

  return (line, section, cohort) => {
    if (line.count === "not-exported" || line.unit === "questions") return { reason: "not-exported" };
    if (cohort === null) return { reason: "not-covered" };
    const received = sum(counts.tallies, tallySize, cohort, place.received);
    if (line.count === "received") return { value: received };
    if ((received > 0 && received < minimumShown) || isHidden(cohort)) return { reason: "too-few" };
    const { count } = line;
    if (typeof count === "object" && "channels" in count) {
      const told = channels.flatMap((channel, at) =>
        count.channels.includes(channel) && channelsInData.has(at) ? [at] : [],
      );
      if (told.length === 0) return { reason: "not-exported" };
      return { value: told.reduce((total, at) => total + sum(counts.channels, channels.length, cohort, at), 0) };
    }
    if (typeof count === "object" && "topics" in count) {
      if (!hasTopics) return { reason: "not-exported" };
      if (count.topics.length === 0) return { reason: "no-topic" };
      const wanted = count.topics;
      const named = namedIn(section);
      const ofLine = (code: string | null): boolean =>
        wanted === "rest" ? code === null : code !== null && wanted.includes(code);
      let value = wanted === "rest" ? sum(counts.topics, topics.length + 1, cohort, topics.length) : 0;
      named.forEach((code, at) => {
        if (ofLine(code)) value += sum(counts.topics, topics.length + 1, cohort, at);
      });
      return { value };
    }
    if (typeof count === "object" && "mark" in count) {
      const at = officeMarks.indexOf(count.mark);
      // Where not one appeal tells, the exports had no such column then.
      if (received > 0 && sum(counts.markTold, officeMarks.length, cohort, at) === 0) return { reason: "not-exported" };
      return { value: sum(counts.marked, officeMarks.length, cohort, at) };
    }
    if (count === "unowed")
      return tellsUnowed ? { value: sum(counts.unowed, 1, cohort, 0) } : { reason: "not-exported" };
    const tally = tallyOf(counts, cohort);
    const absent = absencesOf(tally);
    const state = counts.states.get(cohort.shift)!;
    const told = (reason: Absent | null, value: number): ReviewCell => {
      if (received === 0) return { value: 0 };
      if (reason !== null) return { reason: reasonOf(reason) };
      const undated = sum(counts.undated, 1, cohort, 0);
      const closed = sum(counts.states.get(0)!.closed, 1, cohort, 0);
      return cohort.shift > 0 && undated * 100 > closed * mostUndated ? { reason: "undated" } : { value };
    };
    if (typeof count === "object") {
      const value = count.outcomes.reduce(
        (total, outcome) => total + sum(state.outcomes, outcomes.length, cohort, outcomes.indexOf(outcome)),
        0,
      );
      return told(absent.outcomes ?? absent.closed, value);
    }
    const reasons = {
      closed: absent.closed,
      open: absent.open,
      closedInTime: absent.closingNorm,
      closedLate: absent.closingNorm,
      openLate: absent.openLate,
    };
    return told(reasons[count], sum(state[count], 1, cohort, 0));
  };
}

function tallyOf({ tallies }: MonthCounts, { first, last }: Cohort): Uint32Array {
  const tally = new Uint32Array(tallySize);
  for (let slot = first; slot <= last; slot++)
    for (let at = 0; at < tallySize; at++) tally[at]! += tallies[slot * tallySize + at]!;
  return tally;
}

const reasons: Record<Absent["reason"], CellReason> = {
  "too-few": "too-few",
  "not-recorded": "not-exported",
  "none-eligible": "not-exported",
  "no-norm": "no-norm",
  "closed-only": "closed-only",
  "mostly-undated": "undated",
  "no-reply-texts": "not-exported",
};

const reasonOf = ({ reason }: Absent): CellReason => reasons[reason];
