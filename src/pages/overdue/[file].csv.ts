import { basename } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { renderedAppeals } from "../../edition/renderedEdition.ts";
import { facts, isFirstLanguage, telling } from "../../site/current.ts";
import { overdueFiles } from "../../site/overdueFiles.ts";

/** Every overdue appeal in one table, for programs and for spreadsheets, once for all languages; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals === "full" && isFirstLanguage
    ? overdueFiles(telling, renderedAppeals()).map(({ path, content }) => ({
        params: { file: basename(path, ".csv") },
        props: { content },
      }))
    : [];

export const GET: APIRoute<{ content: string }> = ({ props: { content } }) =>
  new Response(content, { headers: { "Content-Type": "text/csv; charset=utf-8" } });
