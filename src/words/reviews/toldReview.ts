import { withAbove } from "../../model/events/belonging.ts";
import type { Facts } from "../../model/facts.ts";
import type { FormWords, ReviewColumn, ReviewForm, ReviewLine } from "../../model/reviewForm.ts";
import type { ReviewPeriod } from "../../model/reviews.ts";
import type { Links } from "../links.ts";
import type { Telling } from "../telling.ts";
import { periodNames } from "./periodNames.ts";
import { closingDeadlines } from "./closingDeadlines.ts";
import { kindOfColumn, toldCells } from "./reviewCells.ts";
import { wordsIn } from "./formWords.ts";
import { lineNote } from "./lineNote.ts";
import { reviewLead } from "./reviewLead.ts";
import { comparedNote, leftOutNote, paperNotes, reviewNotes } from "./reviewNotes.ts";
import { reviewTexts } from "./reviewTexts.ts";
import type { ToldColumn, ToldForm, ToldRow } from "./toldForm.ts";

export interface ToldReview {
  id: string;
  /** Inside the portal: "/reports/2026-q3/". */
  address: string;
  title: string;
  period: string;
  lead: string[];
  forms: ToldForm[];
}

export const reviewAddress = (id: string): string => `/reports/${id}/`;
/** A file of a form, beside its page. */
export const reviewFile = (id: string, form: string, ending: "docx" | "xlsx"): string =>
  `${reviewAddress(id)}${form}.${ending}`;

export function toldReview(telling: Telling, forms: readonly ReviewForm[], period: ReviewPeriod): ToldReview {
  const say = reviewTexts(telling.voice);
  const name = periodNames(telling.voice).name(period);
  return {
    id: period.id,
    address: reviewAddress(period.id),
    title: say("review.title", { period: name }),
    period: name,
    lead: reviewLead(telling, period, closingDeadlines(telling)),
    forms: forms.flatMap((form) => {
      const table = period.forms[form.name];
      return table === undefined ? [] : [toldForm(telling, form, period, table)];
    }),
  };
}

function toldForm(
  telling: Telling,
  form: ReviewForm,
  period: ReviewPeriod,
  table: ReviewPeriod["forms"][string],
): ToldForm {
  const { voice, facts, links } = telling;
  const say = reviewTexts(voice);
  const cell = toldCells(voice);
  const words = (text: FormWords): string => voice.bound(wordsIn(text, voice.language));
  const shown = shownColumns(form, period);
  let at = 0;
  const sections = form.sections.map((section) => {
    const { title, note, lines } = section;
    return {
      title: words(title),
      note: note === undefined ? null : words(note),
      rows: lines.map((line): ToldRow => {
        const cells = table[at++]!;
        const seen = shown.map((place) => cells[place]!);
        return {
          title: words(line.title),
          note: lineNote(telling, line, section, seen, period),
          level: line.level,
          unit: say(`review.unit.${line.unit}`),
          definition: definitionOf(line, links),
          appeals: facts.portal.appeals === "full" ? appealsOf(line, lines, period, links, facts) : null,
          cells: seen.map((one, place) => cell(one, kindOfColumn(form.columns[shown[place]!]!))),
        };
      }),
    };
  });
  const unnamed = shown.map((place): Omit<ToldColumn, "title"> => {
    const column = form.columns[place]!;
    const reasons = table.flatMap((cells) => {
      const one = cells[place]!;
      return "value" in one
        ? ["value"]
        : one.reason === "not-exported" || one.reason === "no-topic"
          ? []
          : [one.reason];
    });
    return {
      column,
      kind: kindOfColumn(column),
      isEmpty: reasons.length > 0 && reasons.every((reason) => reason === "not-covered"),
    };
  });
  // Columns of several days stand side by side: each says of which.
  const isCompared = unnamed.some(({ column, isEmpty }) => !isEmpty && isEarlier(column));
  const columns = unnamed.map((column): ToldColumn => {
    const title = columnTitle(column.column, period, say, periodNames(voice));
    const span = period.spans[column.column];
    return {
      ...column,
      title:
        isCompared && !column.isEmpty && span !== undefined && column.kind === "count"
          ? say("review.column.as-of", { title, date: voice.plainDate(span.asOf) })
          : title,
    };
  });
  return {
    name: form.name,
    title: words(form.title),
    basis: form.basis === undefined ? null : words(form.basis),
    columns,
    sections,
    leftOut: leftOutNote(telling, columns, period),
    compared: comparedNote(telling, columns, period, lateShares(form, table, shown)),
    onPaper: paperNotes(telling, { columns, sections }),
    notes: reviewNotes(telling, form, period, { columns, sections }),
  };
}

/** Of each shown column of numbers how many were considered, and how many of them late; only where a form tells both. */
function lateShares(
  form: ReviewForm,
  table: ReviewPeriod["forms"][string],
  shown: readonly number[],
): ReadonlyMap<ReviewColumn, { late: number; closed: number }> {
  const lines = form.sections.flatMap((section) => section.lines);
  const [closed, late] = (["closed", "closedLate"] as const).map(
    (count) => table[lines.findIndex((line) => line.count === count)],
  );
  return new Map(
    shown.flatMap((place) => {
      const [whole, part] = [closed?.[place], late?.[place]];
      const column = form.columns[place]!;
      return kindOfColumn(column) === "count" && whole && part && "value" in whole && "value" in part
        ? [[column, { late: part.value, closed: whole.value }] as const]
        : [];
    }),
  );
}

const isEarlier = (column: ReviewColumn): boolean =>
  column === "yearBefore" || column === "before" || column === "sinceYearBefore";

/** Places of the columns that are shown: what has happened since January is no other number in a period that begins there. */
function shownColumns({ columns }: ReviewForm, { from }: ReviewPeriod): number[] {
  const isFromJanuary = from.slice(5, 7) === "01";
  return columns.flatMap((column, place) =>
    isFromJanuary && column.startsWith("since") && columns.includes("period") ? [] : [place],
  );
}

function columnTitle(
  column: ReviewColumn,
  { spans }: ReviewPeriod,
  say: ReturnType<typeof reviewTexts>,
  names: ReturnType<typeof periodNames>,
): string {
  if (column === "change") return say("review.column.change");
  if (column === "sinceChange") return say("review.column.since-change");
  if (column === "percent") return say("review.column.percent");
  const span = spans[column]!;
  return column === "since" || column === "sinceYearBefore"
    ? say("review.column.since", { months: names.since(span) })
    : names.name(span);
}

/** Ids of the definitions on the method page. */
const definitionOfCount = {
  received: "received",
  closed: "closed",
  open: "open",
  closedInTime: "closedInNorm",
  closedLate: "closedInNorm",
  openLate: "closedInNorm",
  unowed: "outcomes",
} as const;

function definitionOf({ count }: ReviewLine, links: Links): string | null {
  if (count === "not-exported" || (typeof count === "object" && "mark" in count)) return null;
  if (typeof count === "string") return links.definition(definitionOfCount[count]);
  return links.definition("topics" in count ? "topics" : "outcomes" in count ? "outcomes" : "received");
}

/** The list that shows just what a line counts, where the search can be asked for it. */
function appealsOf(
  { count }: ReviewLine,
  lines: readonly ReviewLine[],
  { from, to }: ReviewPeriod,
  links: Links,
  facts: Facts,
): string | null {
  const list = (filters: [string, string][]): string =>
    `${links.appeals()}?${new URLSearchParams([...filters, ["from", from], ["to", to]]).toString()}`;
  if (count === "received") return list([]);
  if (count === "open" || count === "unowed") return list([["outcome", count]]);
  if (typeof count === "string") return null;
  if ("channels" in count) return list(count.channels.map((channel) => ["channel", channel]));
  if ("mark" in count) return null;
  if ("outcomes" in count) return list(count.outcomes.map((outcome) => ["outcome", outcome]));
  const { topics } = facts.vocabulary;
  const wanted =
    count.topics === "rest" ? [] : count.topics.filter((code) => topics.some((topic) => topic.code === code));
  const above = withAbove(topics);
  // What another line counts by itself, the list of this one would show as well.
  const isShared = lines.some(
    ({ count: other }) =>
      other !== count &&
      typeof other === "object" &&
      "topics" in other &&
      other.topics !== "rest" &&
      other.topics.some((code) => above(code).some((upper) => wanted.includes(upper))),
  );
  return wanted.length === 0 || isShared ? null : list(wanted.map((topic) => ["topic", topic]));
}
