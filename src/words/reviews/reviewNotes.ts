import type { ReviewColumn, ReviewForm } from "../../model/reviewForm.ts";
import { type CellReason, cellReasons, type ReviewPeriod } from "../../model/reviews.ts";
import type { Telling } from "../telling.ts";
import { periodNames } from "./periodNames.ts";
import { reviewTexts } from "./reviewTexts.ts";
import type { ToldColumn, ToldForm } from "./toldForm.ts";

/** Which columns a page leaves out, since nothing is known of their months, and why; null where it leaves out none. */
export function leftOutNote(
  { voice, facts }: Telling,
  columns: readonly ToldColumn[],
  { spans }: ReviewPeriod,
): string | null {
  const say = reviewTexts(voice);
  const empty = columns.filter(({ isEmpty }) => isEmpty);
  if (empty.length === 0) return null;
  const titles = [...new Set(empty.map(({ title }) => say("review.column.quoted", { title })))].join(", ");
  const { from } = facts.edition;
  const startsLater = empty.every(({ column }) => (spans[column]?.from ?? "") < from);
  return startsLater
    ? say("review.columns.left-out.starts", { columns: titles, date: voice.date(from) })
    : say("review.columns.left-out", { columns: titles });
}

/**
 * Why the column of an earlier period has other numbers than that period's own review, and which share of each was closed late: as
 * many late ones of fewer are more. null where there is no such column, or no data for it.
 *
 * @param late how many were considered in the months of a column, and how many of them late
 */
export function comparedNote(
  { voice, facts }: Telling,
  columns: readonly ToldColumn[],
  { spans }: ReviewPeriod,
  late: ReadonlyMap<ReviewColumn, { late: number; closed: number }>,
): string | null {
  const compared = (["yearBefore", "before"] as const).find((column) =>
    columns.some((one) => one.column === column && !one.isEmpty),
  );
  if (compared === undefined) return null;
  const [span, own] = [spans[compared]!, spans.period!];
  const say = reviewTexts(voice);
  const { name } = periodNames(voice);
  const why = say(span.asOf === span.to ? "review.compared.end" : "review.compared", {
    column: name(span),
    own: name(own),
    earlier: voice.date(span.asOf),
    date: voice.date(own.asOf),
  });
  const shares = ([compared, "period"] as const).flatMap((column) => {
    const told = late.get(column);
    return told === undefined || told.closed < facts.portal.minimum.compared
      ? []
      : [say("review.late.of", { column: name(spans[column]!), share: voice.percent(told.late / told.closed) })];
  });
  return shares.length < 2 ? why : `${why} ${say("review.late", { shares: shares.join(", ") })}`;
}

/** How to read a filled form, a sentence or two each. */
export function reviewNotes(
  telling: Telling,
  form: ReviewForm,
  { spans }: ReviewPeriod,
  { columns, sections }: Pick<ToldForm, "columns" | "sections">,
): string[] {
  const { voice } = telling;
  const say = reviewTexts(voice);
  const days = new Set(columns.flatMap(({ column, isEmpty }) => (isEmpty ? [] : (spans[column]?.asOf ?? []))));
  const tellsTime = form.sections.some(({ lines }) =>
    lines.some(({ count }) => count === "closedInTime" || count === "closedLate"),
  );
  const tellsOutcomes = form.sections.some(({ lines }) =>
    lines.some(({ count }) => typeof count === "object" && "outcomes" in count),
  );
  const units = new Set(form.sections.flatMap(({ lines }) => lines.map(({ unit }) => unit)));
  return [
    days.size > 1 ? say("review.asOf.columns") : say("review.asOf", { date: voice.date(spans.period!.asOf) }),
    ...(tellsTime ? [say("review.time")] : []),
    ...(tellsOutcomes ? [say("review.outcomes", { portal: telling.facts.portal.title })] : []),
    ...(units.has("questions") ? [say("review.units")] : []),
    ...absentNotes(
      telling,
      reasonsIn(sections, (at) => !columns[at]!.isEmpty),
    ),
  ];
}

/** Why cells have no number, of those in some columns. */
function reasonsIn(sections: ToldForm["sections"], isMeant: (column: number) => boolean): Set<CellReason | null> {
  return new Set(
    sections.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap(({ reason }, at) => (isMeant(at) ? [reason] : []))),
    ),
  );
}

function absentNotes({ voice, facts }: Telling, reasons: ReadonlySet<CellReason | null>): string[] {
  const say = reviewTexts(voice);
  return cellReasons.flatMap((reason) =>
    reasons.has(reason) && reason !== "closed-only"
      ? [
          say(`review.absent.${reason}`, {
            text: say(`review.cell.${reason}`),
            ...(reason === "not-exported" && { portal: facts.portal.title }),
            ...(reason === "too-few" && { shown: facts.portal.minimum.shown }),
          }),
        ]
      : [],
  );
}

/**
 * What papers say besides: what falls into each line, since their table holds the titles alone («Экономика — темы: „Дороги“,
 * „Экология“.»), and why the columns are empty that a page leaves out.
 */
export function paperNotes(telling: Telling, { columns, sections }: Pick<ToldForm, "columns" | "sections">): string[] {
  const say = reviewTexts(telling.voice);
  const seen = reasonsIn(sections, (at) => !columns[at]!.isEmpty);
  const leftOut = [...reasonsIn(sections, (at) => columns[at]!.isEmpty)].filter((reason) => !seen.has(reason));
  // Of parts in several sections the one of the same name and the same note is said once.
  return [
    ...new Set(
      sections.flatMap(({ rows }) =>
        rows.flatMap(({ title, note }) => (note === null ? [] : [say("review.line.told", { line: title, note })])),
      ),
    ),
    ...absentNotes(telling, new Set(leftOut)),
  ];
}
