import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readAppeals } from "../../edition/readEdition.ts";
import type { Facts } from "../../model/facts.ts";
import { zoneOffsets } from "../../model/zoneOffset.ts";
import type { Voice } from "../../words/language.ts";
import { isRecent, mostRequests, open311Request, open311Services, open311Xml, type Open311Fields } from "./open311.ts";
import { type RequestPage, requestPages } from "./requestPages.ts";

/**
 * Writes SITE/open311/v2 as JSON and XML: topics as services; where appeals are published the newest of them as requests, and
 * all of them by month of receipt, these without their texts, which would be a second appeals.ndjson. pages.json lists the pages.
 * None by number: that would be two files an appeal, and its page has them.
 */
export async function writeOpen311(facts: Facts, editionDir: string, siteDir: string, voice: Voice): Promise<void> {
  const folder = join(siteDir, "open311", "v2");
  await mkdir(folder, { recursive: true });
  const services = open311Services(facts);
  await writeFile(join(folder, "services.json"), JSON.stringify(services));
  await writeFile(join(folder, "services.xml"), open311Xml("services", services));
  if (facts.portal.appeals !== "full") return;
  const write = async (path: string, requests: readonly Open311Fields[]): Promise<void> => {
    await writeFile(join(folder, `${path}.json`), JSON.stringify(requests));
    await writeFile(join(folder, `${path}.xml`), open311Xml("service_requests", requests));
  };
  await mkdir(join(folder, "requests"));
  const newest: Open311Fields[] = [];
  const pages = requestPages();
  const names: string[] = [];
  const writePage = async ({ name, requests }: RequestPage): Promise<void> => {
    names.push(name);
    await write(`requests/${name}`, requests);
  };
  const offsetAt = zoneOffsets(facts.portal.timeZone);
  // The edition has appeals newest first.
  for (const group of readAppeals(editionDir))
    for (const appeal of group) {
      const request = open311Request(appeal, facts, voice, offsetAt);
      if (newest.length < mostRequests && isRecent(appeal, facts.edition.date)) newest.push(request);
      const { description: _description, ...textless } = request;
      const full = pages.add(appeal.received.slice(0, 7), textless);
      if (full !== null) await writePage(full);
    }
  for (const page of pages.rest()) await writePage(page);
  await write("requests", newest);
  await writeFile(join(folder, "requests", "pages.json"), JSON.stringify(names.sort(byMonth)));
}

/** "2026-10-2" before "2026-10-10". */
const byMonth = new Intl.Collator("en", { numeric: true }).compare;
