import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { BuildStop } from "../model/buildStop.ts";
import { readSettings } from "../settings/readSettings.ts";
import { liveRelease, listReleases, repairReleases, showRelease, type ReleasePlaces } from "../system/releases.ts";
import { textsExposed } from "./textsExposed.ts";

const noticed = z.array(z.object({ id: z.string() })).optional();

/** The part of facts.json that says what was taken down, and what its source took back; facts of an older version are read too. */
const downSchema = z.object({ edition: z.object({ takedowns: noticed, takenBack: noticed }) });

async function takenDownIn(site: string): Promise<string[]> {
  const facts = downSchema.parse(JSON.parse(await readFile(join(site, "data", "facts.json"), "utf8")));
  return [...(facts.edition.takedowns ?? []), ...(facts.edition.takenBack ?? [])].map(({ id }) => id);
}

/**
 * Public ids that the settings take down today.
 *
 * @param dataDir folder of the portal
 * @param isNamed whether a person named it: else it need not be there. Without its settings a portal can still go back, and
 *   what was taken down is then known from the site alone
 * @throws BuildStop where settings are there, or were meant to be, and cannot be read: what they take down must not be passed over
 */
export async function takenDownToday(dataDir: string, isNamed: boolean): Promise<string[]> {
  if (!isNamed && !existsSync(join(dataDir, "portal.yaml"))) return [];
  return (await readSettings(dataDir)).takedowns.map(({ id }) => id);
}

/**
 * Shows readers another release that stands ready. Not one in which appeals can be read that were taken down since, or texts
 * that are withheld now: what was withdrawn for good reason must not come back by the way.
 *
 * @param wanted name of the release; null: the one that was published before that which readers see
 * @param takenDown public ids that the settings take down today
 * @returns name of the release that readers see now
 * @throws BuildStop RELEASE_OLDEST, RELEASE_UNKNOWN, RELEASE_EXPOSES
 */
export async function rollBack(
  places: ReleasePlaces,
  wanted: string | null,
  takenDown: readonly string[],
): Promise<string> {
  await repairReleases(places);
  const releases = listReleases(places);
  const live = releases.findIndex(({ isLive }) => isLive);
  const target = wanted === null ? releases[live + 1] : releases.find(({ name }) => name === wanted);
  if (target === undefined || (wanted === null && live < 0))
    throw new BuildStop(wanted === null ? "RELEASE_OLDEST" : "RELEASE_UNKNOWN", [
      { file: wanted ?? basename(places.folder) },
    ]);
  const folder = join(places.folder, target.name);
  const site = liveRelease(places.link);
  const down = new Set(await takenDownIn(folder));
  const exposed = [...new Set([...takenDown, ...(site === null ? [] : await takenDownIn(site))])].filter(
    (id) => !down.has(id),
  );
  const count = exposed.length + (site === null ? 0 : textsExposed(site, folder));
  if (count > 0) throw new BuildStop("RELEASE_EXPOSES", [{ file: target.name }], { count });
  showRelease(places, target.name);
  return target.name;
}
