import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addExport, release, releasePlace, wholeEdition } from "./releasePlace.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

const place = releasePlace();

/** A disk of its own of so many megabytes; null where this machine does not let us mount one. */
function smallDisk(at: string, megabytes: number): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", at]).status === 0;
}

/** Room that the first edition takes, the working folder of the second runs out of: while reading, while rendering, at the end. */
test("a disk that is full stops the release, says so, and readers go on seeing the old one", async (context) => {
  const disk = join(place.folder, "disk");
  await mkdir(disk);
  if (!smallDisk(disk, 64)) {
    process.stderr.write("SKIPPED: no small disk can be mounted here (that takes root), so none was filled\n");
    context.skip("no small disk can be mounted here");
  }
  try {
    place.site = join(disk, "site");
    await makeSmallPortal(place.data, { "2026-10-31/register.csv": csv(rows(0, 12)) });
    expect((await release(place)).code).toBe(0);
    await addExport(place, "2026-11-30", rows(0, 15));
    const taken = Number(execFileSync("du", ["-sk", disk], { encoding: "utf8" }).split("\t")[0]);
    for (const part of [0, 0.4, 0.9]) {
      execFileSync("mount", ["-o", `remount,size=${Math.floor(taken * (1 + part))}k`, disk]);
      const stopped = await release(place);
      expect(stopped.code, `${part} of a site: ${stopped.stderr}`).toBe(1);
      expect(stopped.stderr).toContain("FILES_REFUSED");
      expect(stopped.stderr).not.toMatch(/^\s+at .*\.ts:\d+/m);
      expect(await wholeEdition(place)).toBe("2026-10-31");
      expect((await readdir(disk)).sort()).toEqual([".site.cache", "site", "site.releases"]);
    }
    execFileSync("mount", ["-o", "remount,size=64m", disk]);
    expect((await release(place)).code).toBe(0);
    expect(await wholeEdition(place)).toBe("2026-11-30");
  } finally {
    execFileSync("umount", [disk]);
  }
});
