import type { CellFormat, SheetCell, TableSheet } from "../../documents/workbook.ts";
import type { NumberKind, ToldCell } from "../../words/reviews/reviewCells.ts";
import { reviewTexts } from "../../words/reviews/reviewTexts.ts";
import type { ToldForm } from "../../words/reviews/toldForm.ts";
import type { ToldReview } from "../../words/reviews/toldReview.ts";
import type { Telling } from "../../words/telling.ts";

const formats: Record<NumberKind, CellFormat> = { count: "integer", change: "change", percent: "percent" };

/** Spaces that no program takes away: the level is all that tells a part from its whole. */
const indented = (line: string, level: number): string => "\u2003".repeat(level) + line;

/** The sheets of a filled form: its table with numbers to reckon with, where each line leads, and what must be known to read it. */
export function reviewWorkbook({ facts, voice, links }: Telling, review: ToldReview, form: ToldForm): TableSheet[] {
  const say = reviewTexts(voice);
  const { portal, edition } = facts;
  const origin = new URL(portal.address).origin;
  const page = links.absolute(review.address);
  const title = `${form.title}: ${review.period}`;
  const cellOf = ({ value, text }: ToldCell, kind: NumberKind): SheetCell =>
    value === null
      ? { value: text, look: "figure" }
      : { value: kind === "percent" ? value / 100 : value, format: formats[kind] };
  const demo = portal.demo ? [voice.t("site.demo")] : [];
  return [
    {
      name: review.period,
      title,
      notes: [...demo, say("review.source", { portal: portal.title, date: voice.date(edition.date), address: page })],
      header: [say("review.line"), say("review.unit"), ...form.columns.map(({ title: column }) => column)],
      fitsPaper: true,
      widths: [46, 12, ...form.columns.map(() => 18)],
      rows: form.sections.flatMap(({ title: section, rows }): SheetCell[][] => [
        [{ value: section, look: "heading" }],
        ...rows.map(({ title: line, level, unit, cells }) => [
          indented(line, level),
          unit,
          ...cells.map((cell, at) => cellOf(cell, form.columns[at]!.kind)),
        ]),
      ]),
    },
    // On a sheet of its own: addresses would push the numbers off the paper.
    {
      name: say("review.links"),
      header: [say("review.line"), say("review.definition"), say("review.appeals")],
      widths: [46, 44, 90],
      rows: form.sections.flatMap(({ rows }) =>
        rows.map(({ title: line, level, definition, appeals }) => [
          indented(line, level),
          ...[definition, appeals].map((address): SheetCell =>
            address === null ? null : { value: origin + address, look: "address" },
          ),
        ]),
      ),
    },
    {
      name: say("review.about"),
      header: [say("review.about.name"), say("review.about.value")],
      fitsPaper: true,
      widths: [24, 90],
      rows: [
        [say("review.about.title"), title],
        [say("review.about.period"), review.period],
        ...(form.basis === null ? [] : [[say("review.about.basis"), form.basis]]),
        [say("review.about.portal"), portal.title],
        [say("review.about.edition"), { value: edition.date, format: "date" as const }],
        [say("review.about.address"), page],
        [say("review.about.publisher"), `${portal.publisher.name}, ${portal.publisher.email}`],
        ...[
          ...demo,
          ...review.lead,
          ...(form.compared === null ? [] : [form.compared]),
          ...form.onPaper,
          ...form.notes,
          ...form.sections.flatMap(({ note }) => note ?? []),
        ].map((note) => [say("review.about.note"), note]),
      ],
    },
  ];
}
