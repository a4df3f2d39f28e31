import { existsSync } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { checksumsFile, sha256 } from "../publish/release/checksums.ts";
import { requirePortalOrNothing, requireReplaceable } from "../system/outputFolder.ts";
import { requireNoEmbargo } from "./embargo.ts";
import { addRelease, liveRelease, pruneReleases, releasePlaces, repairReleases } from "../system/releases.ts";
import { makeReadableByAll } from "../system/readableByAll.ts";
import { switchSite, type BuildFolders } from "../system/switchSite.ts";

/** Where a finished site goes. */
export interface Destination {
  /** The path at which it will be found. */
  out: string;
  /** @throws BuildStop where something stands there that must not be replaced */
  requireReplaceable: (dataDir: string) => Promise<void>;
  /** Finishes what a killed run left undone; called under the site's lock. */
  repair: () => Promise<void>;
  /** @throws BuildStop where readers may not see the site yet, or the settings do not tell; called once nothing of a killed run is left */
  requireDue: (dataDir: string) => Promise<void>;
  /** The site that readers see now; null where there is none. */
  live: () => string | null;
  /** The site whose addresses must go on answering; null where none must. */
  before: () => string | null;
  /** Puts the site there in one step. */
  place: (folders: BuildFolders, edition: string) => Promise<void>;
}

/** A folder that is replaced by a rename: npm run build. */
export function folderDestination(out: string): Destination {
  return {
    out,
    requireReplaceable: (dataDir) => requireReplaceable(out, dataDir),
    repair: () => Promise.resolve(),
    requireDue: () => Promise.resolve(),
    live: () => (existsSync(out) ? out : null),
    before: () => null,
    place: (folders) => Promise.resolve(switchSite(folders)),
  };
}

/** Name of a release: the day of its newest export, and what all its files are. */
async function releaseNameOf(site: string, edition: string): Promise<string> {
  return `${edition}-${sha256(await readFile(join(site, checksumsFile))).slice(0, 12)}`;
}

export interface ReleaseOptions {
  /** How many releases stay on the disk. */
  keep: number;
  /** Whether addresses of the site before may be lost. */
  dropAddresses: boolean;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** A link that is moved from release to release: npm run release. */
export function releaseDestination(site: string, { keep, dropAddresses, now }: ReleaseOptions): Destination {
  const places = releasePlaces(site);
  return {
    out: site,
    async requireReplaceable(dataDir) {
      await requirePortalOrNothing(site, dataDir);
      const releases = await lstat(places.folder).catch(() => null);
      if (releases !== null && !releases.isDirectory())
        throw new BuildStop("OUTPUT_OCCUPIED", [{ file: basename(places.folder) }]);
    },
    repair: () => repairReleases(places),
    requireDue: (dataDir) => requireNoEmbargo(dataDir, now()),
    live: () => liveRelease(site),
    before: () => (dropAddresses ? null : liveRelease(site)),
    async place(folders, edition) {
      makeReadableByAll(folders.site);
      await addRelease(places, folders.site, await releaseNameOf(folders.site, edition), now() / 1000);
      pruneReleases(places, keep);
    },
  };
}
