import { type PublicAppeal } from "../../src/model/appeal.ts";
import { type Facts } from "../../src/model/facts.ts";
import { buildSearchIndex } from "../../src/publish/search/buildSearchIndex.ts";
import { searchNames } from "../../src/publish/search/searchNames.ts";
import { byReceipt } from "../../src/publish/search/shardRecords.ts";
import { writeCompanion } from "../../src/publish/search/writeCompanion.ts";

/** Builds the search of an edition into a folder that becomes SITE/search. */
export async function indexAppeals(facts: Facts, appeals: readonly PublicAppeal[], outDir: string): Promise<void> {
  const options = {
    appeals: appeals.toSorted(byReceipt),
    names: searchNames(facts),
    language: facts.portal.language,
    edition: facts.edition.date,
    outDir,
  };
  await buildSearchIndex(options);
  writeCompanion(options);
}
