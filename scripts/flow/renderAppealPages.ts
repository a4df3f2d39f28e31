import { type PublicAppeal } from "../../src/model/appeal.ts";
import { type Facts } from "../../src/model/facts.ts";
import { writeAppealPages } from "../../src/publish/appealPages.ts";
import { readAppeals } from "../../src/publish/edition/readEdition.ts";
import { type Tell } from "./progress.ts";

/** Writes the permanent page of every appeal of an edition into the new site. */
export async function renderAppealPages(facts: Facts, editionDir: string, siteDir: string, tell: Tell): Promise<void> {
  const appeals: PublicAppeal[] = [];
  for await (const group of readAppeals(editionDir)) appeals.push(...group);
  await writeAppealPages(appeals, facts, siteDir, (written) => tell({ written, pages: appeals.length }));
}
