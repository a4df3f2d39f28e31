import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleIn } from "../../model/appealBundle.ts";
import type { Facts } from "../../model/facts.ts";
import { filesBelow } from "../../system/filesBelow.ts";

const unlisted = '<meta name="robots" content="noindex"';

/**
 * Pages of a finished site that search engines may list, as addresses inside it: "" for the first page, "agencies/gzhi/".
 * Pages of appeals, of which there may be hundreds of thousands, are not opened: only those taken down are unlisted. A bundle
 * of appeals is listed once.
 */
export function listedPages(siteDir: string, facts: Facts): string[] {
  const down = new Set(facts.edition.takedowns.map(({ id }) => `appeals/${id}/`));
  const pages = filesBelow(siteDir)
    .filter((file) => file.endsWith("index.html") || bundleIn(file) !== null)
    .map((file) => file.replace(/index\.html$/u, ""));
  return pages.filter((page) =>
    page.startsWith("appeals/")
      ? !down.has(page)
      : !readFileSync(join(siteDir, page, "index.html"), "utf8").includes(unlisted),
  );
}
