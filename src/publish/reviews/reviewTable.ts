import { namesOf } from "../../codebook/column.ts";
import { reviewTableColumns } from "../../codebook/reviewColumns.ts";
import type { AnyFacts } from "../../model/facts.ts";
import type { FormWords, LineCount } from "../../model/reviewForm.ts";
import type { Reviews } from "../../model/reviews.ts";
import type { DownloadTable } from "../../words/csv.ts";
import { wordsIn } from "../../words/reviews/formWords.ts";

/** All cells of all reviews, a row each: what it counts, of which months, as of which day, and why it is empty where it is. */
export function reviewTable(facts: AnyFacts, { forms, periods }: Reviews): DownloadTable {
  const words = (text: FormWords): string => wordsIn(text, facts.portal.language);
  const rows = periods.flatMap((period) =>
    forms.flatMap((form) => {
      const table = period.forms[form.name];
      const lines = form.sections.flatMap((section) => section.lines.map((line) => ({ section, line })));
      return lines.flatMap(({ section, line }, at) =>
        (table?.[at] ?? []).map((cell, column) => {
          const name = form.columns[column]!;
          const span = period.spans[name];
          return [
            period.id,
            form.name,
            words(section.title),
            words(line.title),
            line.unit,
            countText(line.count),
            name,
            span?.from ?? null,
            span?.to ?? null,
            span?.asOf ?? null,
            "value" in cell ? cell.value : null,
            "reason" in cell ? cell.reason : null,
            words(form.title),
          ];
        }),
      );
    }),
  );
  return { header: namesOf(reviewTableColumns), rows };
}

/** «received», «channels: letter portal», as the form has it. */
function countText(count: LineCount): string {
  if (typeof count === "string") return count;
  const [[kind, codes]] = Object.entries(count) as [[string, readonly string[] | string]];
  return `${kind}: ${typeof codes === "string" ? codes : codes.join(" ")}`;
}
