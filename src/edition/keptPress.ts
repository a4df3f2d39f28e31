import { existsSync } from "node:fs";
import { copyFile, link, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { PastEdition } from "../model/editions.ts";
import { publishedEditions } from "./publishedEditions.ts";

/** What an edition's press office had, in one archive that never changes: inside a site, beside the edition's tables. */
export const keptPressFile = (date: string): string => `data/editions/${date}/press.zip`;
/** What had changed within a year, beside it: a table that can be cited by its own address. */
export const keptShiftsFile = (date: string): string => `data/editions/${date}/shifts.csv`;
/** The same for people and their spreadsheets. */
const keptShiftsForPeople = (date: string): string => `data/editions/${date}/shifts-excel.csv`;
/** What must be known to keep them. */
export const keptPressRecord = (date: string): string => `data/editions/${date}/press.json`;

const recordSchema = z.looseObject({ shown: z.number() });

/** @param shown the fewest appeals of which the portal told a number when the archive was made */
export const keptPressRecordOf = (edition: string, shown: number): string => JSON.stringify({ edition, shown });

/**
 * Takes over the archives of editions, and the tables beside them, from the site that is about to be replaced, each as it was
 * first published. Left behind are those of editions that are made from other exports now, and those made when fewer appeals
 * were shown than today.
 *
 * @param live that site; null: there is none
 * @param outDir the new site, or a folder that becomes a part of it
 * @returns dates of the editions whose archives are there now
 */
export async function keepPress(
  live: string | null,
  portal: { address: string; minimum: { shown: number } },
  editions: readonly Pick<PastEdition, "date" | "inputs">[],
  outDir: string,
): Promise<string[]> {
  if (live === null) return [];
  const published = await publishedEditions(live, portal.address).catch(() => new Map<string, string>());
  const kept: string[] = [];
  for (const { date, inputs } of editions) {
    const record = await readFile(join(live, keptPressRecord(date)), "utf8").then(
      (text) => recordSchema.safeParse(JSON.parse(text)).data,
      () => undefined,
    );
    if (published.get(date) !== inputs || record === undefined || record.shown < portal.minimum.shown) continue;
    for (const file of [keptPressFile(date), keptPressRecord(date)]) await take(join(live, file), join(outDir, file));
    // An edition with nothing to compare has none.
    for (const file of [keptShiftsFile(date), keptShiftsForPeople(date)])
      if (existsSync(join(live, file))) await take(join(live, file), join(outDir, file));
    kept.push(date);
  }
  return kept;
}

/** One file under two names; copied on a disk that knows no links. */
async function take(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}
