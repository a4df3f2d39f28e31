import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readAppeals } from "../../edition/readEdition.ts";
import { type PublicAppeal } from "../../model/appeal.ts";
import { type Facts } from "../../model/facts.ts";
import { type Voice } from "../../words/language.ts";
import { isRecent, mostRequests, open311Request, open311Services, open311Xml } from "./open311.ts";

/** Writes SITE/open311/v2: topics as services, and where appeals are published the newest of them as requests, as JSON and XML. */
export async function writeOpen311(facts: Facts, editionDir: string, siteDir: string, voice: Voice): Promise<void> {
  const folder = join(siteDir, "open311", "v2");
  await mkdir(folder, { recursive: true });
  const services = open311Services(facts);
  await writeFile(join(folder, "services.json"), JSON.stringify(services));
  await writeFile(join(folder, "services.xml"), open311Xml("services", services));
  if (facts.portal.appeals !== "full") return;
  const requests = newest(facts, editionDir).map((appeal) => open311Request(appeal, facts, voice));
  await writeFile(join(folder, "requests.json"), JSON.stringify(requests));
  await writeFile(join(folder, "requests.xml"), open311Xml("service_requests", requests));
}

/** The edition has appeals newest first. */
function newest(facts: Facts, editionDir: string): PublicAppeal[] {
  const found: PublicAppeal[] = [];
  for (const group of readAppeals(editionDir)) {
    for (const appeal of group) if (isRecent(appeal, facts.edition.date)) found.push(appeal);
    if (found.length >= mostRequests || !group.some((appeal) => isRecent(appeal, facts.edition.date))) break;
  }
  return found.slice(0, mostRequests);
}
