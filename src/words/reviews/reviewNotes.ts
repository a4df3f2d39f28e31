import { type ReviewForm } from "../../model/reviewForm.ts";
import { cellReasons, type ReviewPeriod } from "../../model/reviews.ts";
import { type Telling } from "../telling.ts";
import { periodNames } from "./periodNames.ts";
import { reviewTexts } from "./reviewTexts.ts";
import { type ToldColumn, type ToldForm } from "./toldForm.ts";

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

/** Why the column of an earlier period has other numbers than that period's own review; null where there is no such column, or no data for it. */
export function comparedNote(
  { voice }: Telling,
  columns: readonly ToldColumn[],
  { spans }: ReviewPeriod,
): string | null {
  const compared = (["yearBefore", "before"] as const).find((column) =>
    columns.some((one) => one.column === column && !one.isEmpty),
  );
  if (compared === undefined) return null;
  const span = spans[compared]!;
  return reviewTexts(voice)("review.compared", {
    column: periodNames(voice).name(span),
    earlier: voice.date(span.asOf),
    date: voice.date(spans.period!.asOf),
  });
}

/** How to read a filled form, a sentence or two each. */
export function reviewNotes(
  telling: Telling,
  form: ReviewForm,
  { spans }: ReviewPeriod,
  sections: ToldForm["sections"],
): string[] {
  const { voice, facts } = telling;
  const say = reviewTexts(voice);
  const reasons = new Set(
    sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ reason }) => reason))),
  );
  const tellsTime = form.sections.some(({ lines }) =>
    lines.some(({ count }) => count === "closedInTime" || count === "closedLate"),
  );
  const tellsOutcomes = form.sections.some(({ lines }) =>
    lines.some(({ count }) => typeof count === "object" && "outcomes" in count),
  );
  const units = new Set(form.sections.flatMap(({ lines }) => lines.map(({ unit }) => unit)));
  return [
    say("review.asOf", { date: voice.date(spans.period!.asOf) }),
    ...(tellsTime ? [say("review.time")] : []),
    ...(tellsOutcomes ? [say("review.outcomes")] : []),
    ...(units.has("questions") ? [say("review.units")] : []),
    ...cellReasons.flatMap((reason) =>
      reasons.has(reason) && reason !== "closed-only"
        ? [
            say(`review.absent.${reason}`, {
              text: say(`review.cell.${reason}`),
              ...(reason === "too-few" && { shown: facts.portal.minimum.shown }),
            }),
          ]
        : [],
    ),
  ];
}

/** What falls into each line, for papers whose table holds the titles alone: «Экономика — темы: „Дороги“, „Экология“.» */
export function lineNotes({ voice }: Telling, sections: ToldForm["sections"]): string[] {
  const say = reviewTexts(voice);
  // Of parts in several sections the one of the same name and the same note is said once.
  return [
    ...new Set(
      sections.flatMap(({ rows }) =>
        rows.flatMap(({ title, note }) => (note === null ? [] : [say("review.line.told", { line: title, note })])),
      ),
    ),
  ];
}
