import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import { compareSite } from "../../src/publish/release/compareSite.ts";
import { folderSource } from "../../src/publish/release/siteSource.ts";
import { runCommand } from "./oneProcess.ts";
import type { Outcome } from "./runScript.ts";
import { csv } from "./smallPortal.ts";

/** Where a test releases: a folder of its own, that of the exports and settings in it, and where the site shall stand. */
export interface ReleasePlace {
  folder: string;
  data: string;
  site: string;
}

/** Makes such a place anew for each test of the file, and removes it afterwards. */
export function releasePlace(): ReleasePlace {
  const place: ReleasePlace = { folder: "", data: "", site: "" };
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), "otklik-release-"));
    Object.assign(place, { folder, data: join(folder, "data"), site: join(folder, "site") });
  });
  afterEach(() => rm(place.folder, { recursive: true, force: true }));
  return place;
}

export const release = ({ data, site }: ReleasePlace, ...more: string[]): Promise<Outcome> =>
  runCommand("release", ["--data", data, "--site", site, ...more]);

export async function addExport({ data }: ReleasePlace, edition: string, lines: string[]): Promise<void> {
  await mkdir(join(data, "exports", edition), { recursive: true });
  await writeFile(join(data, "exports", edition, "register.csv"), csv(lines));
}

/** The edition that readers see, after every one of its files was compared with its checksum. */
export async function wholeEdition({ site }: ReleasePlace): Promise<string> {
  const found = await compareSite(folderSource(site));
  expect(found).toMatchObject({ changed: [], missing: [], counts: [] });
  return found!.record.edition;
}
