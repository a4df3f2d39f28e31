import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { addExport, release, releasePlace, wholeEdition } from "./releasePlace.ts";
import { otklik, runScript } from "./runScript.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

const place = releasePlace();

describe("a release that is killed", () => {
  test("at six moments leaves readers one whole edition, and the next run repairs", async () => {
    await makeSmallPortal(place.data, { "2026-10-31/register.csv": csv(rows(0, 12)) }, "figures-only");
    // In a process of its own, as those are that will be killed.
    const started = performance.now();
    expect((await runScript("release", ["--data", place.data, "--site", place.site])).code).toBe(0);
    const length = performance.now() - started;
    await addExport(place, "2026-11-30", rows(0, 15));
    // Spread over the whole run and a little beyond it by the golden ratio, the same in every test run. Twenty moments of the
    // switch itself stand in tests/system/releases.test.ts.
    const moments = Array.from({ length: 6 }, (_, kill) => ((kill * 0.618034) % 1) * length * 1.1);
    for (const moment of moments) {
      const child = spawn(process.execPath, [...otklik("release"), "--data", place.data, "--site", place.site], {
        stdio: "ignore",
      });
      const ended = once(child, "exit");
      await Promise.race([setTimeout(moment), ended]);
      child.kill("SIGKILL");
      await ended;
      expect(["2026-10-31", "2026-11-30"], `after ${Math.round(moment)} ms`).toContain(await wholeEdition(place));
    }
    const repaired = await release(place);
    expect(repaired.code, repaired.stderr).toBe(0);
    expect(await wholeEdition(place)).toBe("2026-11-30");
    expect((await readdir(place.folder)).sort()).toEqual([".site.cache", "data", "site", "site.releases"]);
    expect((await readdir(join(place.folder, "site.releases"))).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("has its raw rows removed by the next run before that looks at anything else", async () => {
    await makeSmallPortal(place.data, { "2026-10-31/register.csv": csv(rows(0, 3)) });
    await writeFile(join(place.data, "portal.yaml"), "nonsense: yes\n");
    await mkdir(join(place.folder, ".site.next", "killed", "work"), { recursive: true });
    await writeFile(join(place.folder, ".site.next", "killed", "work", "appeals.duckdb"), "rows as they came");
    expect((await release(place)).stderr).toContain("SETTINGS_INVALID");
    expect(await readdir(place.folder)).toEqual(["data"]);
  });
});
