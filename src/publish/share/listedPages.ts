import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Facts } from "../../model/facts.ts";
import { filesBelow } from "../../system/filesBelow.ts";

const unlisted = '<meta name="robots" content="noindex"';

/**
 * Pages of a finished site that search engines may list, as addresses inside it: "" for the first page, "agencies/gzhi/".
 * Pages of appeals, of which there may be hundreds of thousands, are not opened: only those taken down are unlisted.
 */
export function listedPages(siteDir: string, facts: Facts): string[] {
  const down = new Set(facts.edition.takedowns.map(({ id }) => `appeals/${id}/`));
  const pages = filesBelow(siteDir)
    .filter((file) => file.endsWith("index.html"))
    .map((file) => file.slice(0, -"index.html".length));
  return pages.filter((page) =>
    page.startsWith("appeals/")
      ? !down.has(page)
      : !readFileSync(join(siteDir, page, "index.html"), "utf8").includes(unlisted),
  );
}
