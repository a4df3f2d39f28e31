import { insideSentence } from "../../words/insideSentence.ts";
import type { DocumentBlock, WordContent } from "../../documents/wordDocument.ts";
import { reviewTexts } from "../../words/reviews/reviewTexts.ts";
import type { ToldForm } from "../../words/reviews/toldForm.ts";
import type { ToldReview } from "../../words/reviews/toldReview.ts";
import type { Telling } from "../../words/telling.ts";

/** A filled form as an office prints it: title, norm, opening sentences, table, how to read it, source. */
export function reviewDocument({ facts, voice, links }: Telling, review: ToldReview, form: ToldForm): WordContent {
  const say = reviewTexts(voice);
  const { portal, edition } = facts;
  const page = links.absolute(review.address);
  const origin = new URL(portal.address).origin;
  const source = say("review.source", { portal: portal.title, date: voice.date(edition.date), address: page });
  const wide = form.columns.length > 4;
  const first = wide ? 0.34 : 0.46;
  const other = (1 - first) / form.columns.length;
  const blocks: DocumentBlock[] = [
    ...(portal.demo ? [{ text: voice.t("site.demo"), as: "mark" as const }] : []),
    { heading: `${form.title}: ${review.period}`, level: 1 },
    { text: `${portal.publisher.name}. ${voice.t("site.as-of", { date: voice.date(edition.date) })}.`, as: "note" },
    { text: review.lead.join(" "), as: "text" },
    ...(form.compared === null ? [] : [{ text: form.compared, as: "note" as const }]),
    {
      table: {
        header: [say("review.line"), ...form.columns.map(({ title }) => title)],
        widths: [first, ...form.columns.map(() => other)],
        figures: form.columns.map((_, at) => at + 1),
        rows: form.sections.flatMap(({ title, rows }) => [
          { cells: [title], heading: true as const },
          ...rows.map(({ title: line, level, cells, definition, appeals }) => ({
            level,
            cells: [
              definition === null ? line : { text: line, href: origin + definition },
              ...cells.map(({ text }, at) =>
                appeals !== null && form.columns[at]!.column === "period" && cells[at]!.value !== null
                  ? { text, href: origin + appeals }
                  : text,
              ),
            ],
          })),
        ]),
      },
    },
    { heading: say("review.notes"), level: 2 },
    ...[...form.onPaper, ...form.notes, ...form.sections.flatMap(({ note }) => note ?? [])].map((text) => ({
      text,
      as: "note" as const,
    })),
    ...(form.basis === null ? [] : [{ text: say("review.basis", { basis: form.basis }), as: "note" as const }]),
    { text: { text: source, href: page }, as: "note" },
    {
      text: say("review.publisher", {
        publisher: insideSentence(portal.publisher.name),
        email: portal.publisher.email,
      }),
      as: "note",
    },
  ];
  return {
    title: `${form.title}: ${review.period}`,
    creator: portal.publisher.name,
    date: edition.date,
    language: voice.language,
    wide,
    footer: portal.demo ? `${portal.title}. ${voice.t("site.demo")}` : portal.title,
    blocks,
  };
}
