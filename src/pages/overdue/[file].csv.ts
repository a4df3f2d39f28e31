import { type APIRoute, type GetStaticPaths } from "astro";
import { namesOf } from "../../codebook/column.ts";
import { tableInWords } from "../../codebook/inWords.ts";
import { overdueColumns } from "../../codebook/waitColumns.ts";
import { facts, isFirstLanguage, telling } from "../../site/current.ts";
import { renderedAppeals } from "../../edition/renderedEdition.ts";
import { overdueAppeals } from "../../site/overdue.ts";
import { overdueRows } from "../../site/overdueRows.ts";
import { byteOrderMark, excelCsv, machineCsv } from "../../words/csv.ts";

/** Every overdue appeal in one table, for programs and for spreadsheets, once for all languages; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals === "full" && isFirstLanguage
    ? ["overdue", "overdue-excel"].map((file) => ({ params: { file } }))
    : [];

export const GET: APIRoute = ({ params }) => {
  const rows = overdueRows(telling, overdueAppeals(renderedAppeals(), facts.edition.date));
  const { header, row } = tableInWords(overdueColumns, telling.voice);
  const table =
    params["file"] === "overdue"
      ? machineCsv([namesOf(overdueColumns), ...rows])
      : byteOrderMark + excelCsv([header, ...rows.map(row)]);
  return new Response(table, { headers: { "Content-Type": "text/csv; charset=utf-8" } });
};
