import { existsSync } from "node:fs";
import { join } from "node:path";
import { appealsFile } from "../edition/editionFiles.ts";
import { readAppeals } from "../edition/readEdition.ts";

/**
 * How many appeals can be read on one site whose texts another withholds: because they quote one that was taken down, their
 * topic is sensitive, their group is small, or because it publishes no appeals at all.
 *
 * @param live the site that readers see
 * @param target the one that would take its place
 */
export function textsExposed(live: string, target: string): number {
  const [here, there] = [live, target].map((site) => join(site, "data"));
  if (!existsSync(join(there!, appealsFile))) return 0;
  const isFull = existsSync(join(here!, appealsFile));
  const withheld = new Set<string>();
  if (isFull) {
    for (const group of readAppeals(here!)) {
      for (const appeal of group) if (appeal.withheld !== null) withheld.add(appeal.id);
    }
    if (withheld.size === 0) return 0;
  }
  let exposed = 0;
  for (const group of readAppeals(there!)) {
    for (const { id, text, reply } of group) {
      const isRead = text !== null || reply !== null;
      if (!isFull || (isRead && withheld.has(id))) exposed += 1;
    }
  }
  return exposed;
}
