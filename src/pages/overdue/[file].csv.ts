import { type APIRoute, type GetStaticPaths } from "astro";
import { facts, isFirstLanguage, telling } from "../../site/current.ts";
import { renderedAppeals } from "../../edition/renderedEdition.ts";
import { overdueAppeals } from "../../site/overdue.ts";
import { overdueRows } from "../../site/overdueRows.ts";
import { machineCsv } from "../../words/csv.ts";

/** Every overdue appeal in one table, once for all languages; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals === "full" && isFirstLanguage ? [{ params: { file: "overdue" } }] : [];

export const GET: APIRoute = () =>
  new Response(machineCsv(overdueRows(telling, overdueAppeals(renderedAppeals(), facts.edition.date))), {
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  });
