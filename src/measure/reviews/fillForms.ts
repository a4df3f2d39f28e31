import { isoDateOfDay } from "../../model/moment.ts";
import type { ReviewColumn, ReviewForm, LineCount, ReviewLine } from "../../model/reviewForm.ts";
import type { ReviewCell, ReviewPeriod, Reviews } from "../../model/reviews.ts";
import { firstDayOfMonth, lastDayOfMonth, monthOfDay } from "../civilMonth.ts";
import type { Evidence } from "../evidence.ts";
import { place, tallySize } from "../tally.ts";
import { type CalendarPeriod, coveredPeriods } from "./calendarPeriods.ts";
import { hiddenSpans } from "./hiddenSpans.ts";
import { type Cohort, lineCellsOf } from "./lineCells.ts";
import { monthCounts } from "./monthCounts.ts";

/** Columns of numbers; the others are reckoned from two of them. */
type CountColumn = Exclude<ReviewColumn, "change" | "percent" | "sinceChange">;

/**
 * Fills the forms for every period that the exports cover whole.
 *
 * What is compared is compared at equal age: where the export was made a month after a period, the same period a year before
 * counts with what had been closed a month after its own end. Otherwise the earlier time, which had a year more to be
 * answered, would always look better.
 */
export function fillForms(evidence: Evidence, forms: readonly ReviewForm[], exportDay: number): Reviews {
  if (forms.length === 0) return { schema: 1, forms: [], periods: [] };
  const { series } = evidence;
  const lastMonth = series.first + series.length - 1;
  const isCovered = (month: number): boolean => series.complete[month - series.first] === true;
  const periods = coveredPeriods(series.first, lastMonth, isCovered);
  const shifts = [0, 1, 3, 6, 12];
  const dayOf = new Map(shifts.map((shift) => [shift, monthsBefore(exportDay, shift)]));
  const counts = monthCounts(evidence, new Map(shifts.map((shift) => [shift, shift === 0 ? null : dayOf.get(shift)!])));

  const cohortOf = (column: CountColumn, { kind, first, last }: CalendarPeriod): Cohort => {
    const length = last - first + 1;
    const [from, to, shift] = {
      period: [first, last, 0],
      yearBefore: [first - 12, last - 12, 12],
      // Nine months have no nine months before them that anybody asks for.
      before: kind === "nine-months" ? [first - 12, last - 12, 12] : [first - length, first - 1, length],
      since: [first - (first % 12), last, 0],
      sinceYearBefore: [first - (first % 12) - 12, last - 12, 12],
    }[column] as [number, number, number];
    return { first: from - series.first + 1, last: to - series.first + 1, shift };
  };
  const covered = ({ first, last }: Cohort): boolean =>
    first >= 1 &&
    series.complete.slice(first - 1, last).length === last - first + 1 &&
    series.complete.slice(first - 1, last).every(Boolean);

  const coversAll = ({ first, last }: Cohort, channel: number): boolean =>
    series.completeByChannel[channel]!.slice(first - 1, last).every(Boolean);

  const hidden = hiddenCohorts(
    evidence,
    counts.tallies,
    periods.flatMap((period) =>
      (["period", "since"] as const).map((column) => cohortOf(column, period)).filter(covered),
    ),
  );
  const cellOf = lineCellsOf(evidence, counts, (cohort) => hidden.has(keyOf(cohort)));

  const used = new Set<CountColumn>([
    "period",
    "yearBefore",
    ...forms.flatMap(({ columns }) => columns.flatMap(columnsBehind)),
  ]);
  return {
    schema: 1,
    forms: [...forms],
    periods: periods.map((period): ReviewPeriod => {
      const cohorts = new Map<CountColumn, Cohort>([...used].map((column) => [column, cohortOf(column, period)]));
      const cell = (line: ReviewLine, section: ReviewForm["sections"][number], column: ReviewColumn): ReviewCell => {
        const counted = (one: CountColumn): ReviewCell => {
          const cohort = cohorts.get(one)!;
          return cellOf(line, section, covered(cohort) ? cohort : null);
        };
        // Whether the exports that a number comes from were all there in the other time too.
        const isLike = (one: CountColumn, other: CountColumn): boolean =>
          channelsOf(evidence, line).every(
            (channel) => coversAll(cohorts.get(other)!, channel) || !coversAll(cohorts.get(one)!, channel),
          );
        return cellIn(column, counted, isLike);
      };
      const summaryOf = (count: LineCount, others: readonly LineCount[] = []): ReviewPeriod["summary"]["received"] => {
        const lineOf = (one: LineCount): ReviewLine => ({ title: "", count: one, level: 0, unit: "appeals" });
        const line = lineOf(count);
        const section = { title: "", lines: [line, ...others.map(lineOf)] };
        return {
          period: cell(line, section, "period"),
          yearBefore: cell(line, section, "yearBefore"),
          change: cell(line, section, "change"),
        };
      };
      return {
        id: period.id,
        kind: period.kind,
        from: isoDateOfDay(firstDayOfMonth(period.first)),
        to: isoDateOfDay(lastDayOfMonth(period.last)),
        spans: Object.fromEntries(
          [...cohorts].map(([column, { first, last, shift }]) => [
            column,
            {
              from: isoDateOfDay(firstDayOfMonth(series.first + first - 1)),
              to: isoDateOfDay(lastDayOfMonth(series.first + last - 1)),
              asOf: isoDateOfDay(dayOf.get(shift)!),
            },
          ]),
        ),
        summary: {
          received: summaryOf("received"),
          closed: summaryOf("closed"),
          open: summaryOf("open"),
          closedInTime: summaryOf("closedInTime"),
          closedLate: summaryOf("closedLate"),
          openLate: summaryOf("openLate"),
          unowed: summaryOf("unowed"),
          // Beside a line of every topic nothing is left over but what has none.
          untopiced: summaryOf({ topics: "rest" }, [{ topics: evidence.tree.codes.slice() }]),
        },
        forms: Object.fromEntries(
          forms
            .filter((form) => form.periods.includes(period.kind))
            .map((form) => [
              form.name,
              form.sections.flatMap((section) =>
                section.lines.map((line) => form.columns.map((column) => cell(line, section, column))),
              ),
            ]),
        ),
      };
    }),
  };
}

/** The columns of numbers that a column shows or is reckoned from. */
function columnsBehind(column: ReviewColumn): CountColumn[] {
  if (column === "change") return ["period", "yearBefore"];
  if (column === "percent") return ["period", "before"];
  if (column === "sinceChange") return ["since", "sinceYearBefore"];
  return [column];
}

function cellIn(
  column: ReviewColumn,
  counted: (column: CountColumn) => ReviewCell,
  isLike: (one: CountColumn, other: CountColumn) => boolean,
): ReviewCell {
  const [one, other] = columnsBehind(column);
  const now = counted(one!);
  if (other === undefined || "reason" in now) return now;
  const then = counted(other);
  if ("reason" in then) return then;
  if (!isLike(one!, other)) return { reason: "not-covered" };
  if (column !== "percent") return { value: now.value - then.value };
  return then.value === 0 ? { reason: "nothing-before" } : { value: Math.round((now.value / then.value) * 1000) / 10 };
}

/** The channels (indices) that a line counts. */
function channelsOf({ columns: { lists } }: Evidence, { count }: ReviewLine): number[] {
  const all = lists.channels.map((_, at) => at);
  return typeof count === "object" && "channels" in count
    ? all.filter((at) => count.channels.includes(lists.channels[at]!))
    : all;
}

const keyOf = ({ first, last }: Pick<Cohort, "first" | "last">): string => `${first} ${last}`;

/** The cohorts that would give hidden months away; the longest are shown first. */
function hiddenCohorts(
  { series, slots, minimumShown }: Evidence,
  tallies: Uint32Array,
  wanted: readonly Cohort[],
): Set<string> {
  const received = Array.from(
    { length: series.length },
    (_, month) => tallies[(month + 1) * tallySize + place.received]!,
  );
  const spans = [...new Map(wanted.map((cohort) => [keyOf(cohort), cohort])).values()]
    .map(({ first, last }) => ({ first: first - 1, last }))
    .sort((a, b) => b.last - b.first - (a.last - a.first) || b.last - a.last);
  const year = { first: slots.year.first - 1, last: slots.year.last };
  const published = [...(year.last > year.first ? [year] : []), { first: 0, last: series.length }];
  return new Set(
    [...hiddenSpans(received, minimumShown, published, spans)].map(({ first, last }) =>
      keyOf({ first: first + 1, last }),
    ),
  );
}

/** The same date some months before a civil day; the last of its month where that is shorter. */
function monthsBefore(day: number, months: number): number {
  const month = monthOfDay(day);
  const same = firstDayOfMonth(month - months) + (day - firstDayOfMonth(month));
  return Math.min(same, lastDayOfMonth(month - months));
}
