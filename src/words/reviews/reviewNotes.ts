import { type ReviewForm } from "../../model/reviewForm.ts";
import { cellReasons, type ReviewPeriod } from "../../model/reviews.ts";
import { type Telling } from "../telling.ts";
import { wordsIn } from "./formWords.ts";
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
  const titles = [...new Set(empty.map(({ title }) => title))].join("; ");
  const { from } = facts.edition;
  const startsLater = empty.every(({ column }) => (spans[column]?.from ?? "") < from);
  return startsLater
    ? say("review.columns.left-out.starts", { columns: titles, date: voice.date(from) })
    : say("review.columns.left-out", { columns: titles });
}

/** How to read a filled form, a sentence or two each. */
export function reviewNotes(
  telling: Telling,
  form: ReviewForm,
  { spans }: ReviewPeriod,
  { columns, sections }: Pick<ToldForm, "columns" | "sections">,
): string[] {
  const { voice, facts } = telling;
  const say = reviewTexts(voice);
  const asOf = voice.date(spans.period!.asOf);
  const compared = (["yearBefore", "before"] as const).find((column) =>
    columns.some((one) => one.column === column && !one.isEmpty),
  );
  const reasons = new Set(
    sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ reason }) => reason))),
  );
  const tellsTime = form.sections.some(({ lines }) =>
    lines.some(({ count }) => count === "closedInTime" || count === "closedLate"),
  );
  const units = new Set(form.sections.flatMap(({ lines }) => lines.map(({ unit }) => unit)));
  return [
    say("review.cohort"),
    compared === undefined
      ? say("review.asOf", { date: asOf })
      : say("review.asOf.compared", {
          date: asOf,
          column: periodNames(voice).name(spans[compared]!),
          earlier: voice.date(spans[compared]!.asOf),
        }),
    ...(tellsTime ? [say("review.time")] : []),
    ...topicsNote(telling, form),
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

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** Which topics a line counts, of lines that are not named as their topic is. */
function topicsNote({ voice, names }: Telling, { sections }: ReviewForm): string[] {
  const say = reviewTexts(voice);
  const lines = sections.flatMap((section) =>
    section.lines.flatMap(({ title, count }) => {
      if (typeof count !== "object" || !("topics" in count) || count.topics === "rest") return [];
      const line = voice.bound(wordsIn(title, voice.language));
      const topics = count.topics.map((code) => names.topic(code));
      return topics.length === 0 || plain(topics.join()) === plain(line)
        ? []
        : [say("review.topics.line", { line, topics: topics.map((name) => say("review.topic", { name })).join(", ") })];
    }),
  );
  return lines.length === 0 ? [] : [say("review.topics", { lines: lines.join("; ") })];
}
