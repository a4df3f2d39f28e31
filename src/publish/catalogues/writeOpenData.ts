import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDataSet, standard } from "../../codebook/openDataSet.ts";
import { datedFolder } from "../../edition/editionFiles.ts";
import { readEditions } from "../../edition/readEdition.ts";
import type { Facts } from "../../model/facts.ts";
import { codebookWords } from "../../words/codebookWords.ts";
import { machineCsv } from "../../words/csv.ts";

/** Writes SITE/opendata: the register, the passport of its set, its structure and every version; nothing where the settings tell no ИНН. */
export async function writeOpenData(facts: Facts, editionDir: string, siteDir: string): Promise<void> {
  const set = openDataSet(facts, readEditions(editionDir));
  if (set === null) return;
  const folder = join(siteDir, "opendata", set.id);
  await mkdir(folder, { recursive: true });
  const address = `${facts.portal.address.replace(/\/?$/u, "/")}opendata/${set.id}/meta.csv`;
  const register = [
    ["property", "title", "value", "format"],
    ["standardversion", codebookWords("ru")("opendata.standard"), standard, ""],
    [set.id, set.title, address, "csv"],
  ];
  await writeFile(join(siteDir, "opendata", "list.csv"), machineCsv(register));
  await writeFile(join(folder, "meta.csv"), machineCsv([["property", "value"], ...set.passport]));
  await writeFile(join(folder, set.structureFile), machineCsv(set.structure));
  for (const { file, edition } of set.versions)
    await copyFile(join(editionDir, datedFolder, edition, "figures.csv"), join(folder, file));
}
