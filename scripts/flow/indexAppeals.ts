import { join } from "node:path";
import { type PublicAppeal } from "../../src/model/appeal.ts";
import { type Facts } from "../../src/model/facts.ts";
import { readAppeals } from "../../src/publish/edition/readEdition.ts";
import { buildSearchIndex } from "../../src/publish/search/buildSearchIndex.ts";
import { searchNames } from "../../src/publish/search/searchNames.ts";
import { byReceipt } from "../../src/publish/search/shardRecords.ts";

/** Builds the search of an edition into the new site. */
export async function indexAppeals(facts: Facts, editionDir: string, siteDir: string, say: (words: string) => void): Promise<void> {
  const appeals: PublicAppeal[] = [];
  for await (const group of readAppeals(editionDir)) appeals.push(...group);
  appeals.sort(byReceipt);
  const { total, shards } = await buildSearchIndex({
    appeals,
    names: searchNames(facts),
    language: facts.portal.language,
    edition: facts.edition.date,
    outDir: join(siteDir, "search"),
    onProgress: (indexed) => say(`${indexed} of ${appeals.length} appeals`),
  });
  say(`${total} appeals, shards: ${shards.length}`);
}
