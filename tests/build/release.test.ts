import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compareSite } from "../../src/publish/release/compareSite.ts";
import { folderSource } from "../../src/publish/release/siteSource.ts";
import { otklik, runScript } from "./runScript.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

let folder: string;
let data: string;
let site: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-release-"));
  data = join(folder, "data");
  site = join(folder, "site");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const release = (...more: string[]) => runScript("release", ["--data", data, "--site", site, ...more]);
const addExport = async (edition: string, lines: string[]) => {
  await mkdir(join(data, "exports", edition), { recursive: true });
  await writeFile(join(data, "exports", edition, "register.csv"), csv(lines));
};
/** The edition that readers see, after every one of its files was compared with its checksum. */
async function wholeEdition(): Promise<string> {
  const found = await compareSite(folderSource(site));
  expect(found).toMatchObject({ changed: [], missing: [], counts: [] });
  return found!.record.edition;
}

test("a release is published beside the old one, told in a few lines, and can be gone back from", { timeout: 240_000 }, async () => {
  await makeSmallPortal(data, { "2026-10-31/register.csv": csv(rows(0, 12)) });
  const first = await release();
  expect(first.code, first.stderr).toBe(0);
  expect(first.stdout).toMatch(/строк прочитано 12: принято 12, объединено 0, отклонено 0[^]*обращений: 12, опубликовано 12/);
  expect(await wholeEdition()).toBe("2026-10-31");
  const opened = await readlink(site);

  const [withdrawn] = JSON.parse(await readFile(join(site, "data", "appeals.ndjson"), "utf8").then((text) => `[${text.split("\n")[0]}]`)) as { id: string; text: string }[];
  await addExport("2026-11-30", rows(0, 15, [Number(withdrawn!.text.split(" ").at(-1))]));
  const second = await release("--compress");
  expect(second.code, second.stderr).toBe(0);
  expect(await readFile(join(site, "appeals", withdrawn!.id, "index.html"), "utf8")).toMatch(/<h1[^>]*>Обращение отозвано[^]*По данным на 30\s+ноября\s+2026/);
  expect(await wholeEdition()).toBe("2026-11-30");
  expect(existsSync(join(site, "index.html.br"))).toBe(true);
  expect(await readFile(join(folder, opened, "release.json"), "utf8")).toContain('"edition": "2026-10-31"');
  expect((await readdir(folder)).sort()).toEqual([".site.cache", "data", "site", "site.releases"]);

  const exposing = await release("--rollback");
  expect(exposing.stderr).toContain("RELEASE_EXPOSES");
  expect(await wholeEdition()).toBe("2026-11-30");
  await rm(join(data, "exports", "2026-11-30"), { recursive: true });
  await addExport("2026-11-30", rows(0, 15));
  const restored = await release();
  expect(restored.code, restored.stderr).toBe(0);

  const back = await release("--to", opened.split("/")[1]!);
  expect(back.code, back.stderr).toBe(0);
  expect(await wholeEdition()).toBe("2026-10-31");
  expect((await release("--list")).stdout).toMatch(/^(2026-11-30-\w+\n){2}2026-10-31-\w+ .*видят/m);

  const build = await runScript("build", ["--data", data, "--out", site]);
  expect(build.code).toBe(1);
  expect(build.stderr).toContain("OUTPUT_LINKED");
  expect(await readlink(site)).toBe(opened);

  // An appeal that no export holds any more: its address would answer no longer.
  await writeFile(join(data, "exports", "2026-10-31", "register.csv"), csv(rows(1, 12)));
  await rm(join(data, "exports", "2026-11-30"), { recursive: true });
  const stopped = await release();
  expect(stopped.code).toBe(1);
  expect(stopped.stderr).toMatch(/VERIFY_FAILED[^]*appeals\/[a-z0-9]{10}\/index\.html: address-lost/);
  expect(await readlink(site)).toBe(opened);
  const dropped = await release("--drop-addresses");
  expect(dropped.code, dropped.stderr).toBe(0);
  expect(await readlink(site)).not.toBe(opened);
});

describe("a release that is killed", () => {
  test("at six moments leaves readers one whole edition, and the next run repairs", { timeout: 600_000 }, async () => {
    await makeSmallPortal(data, { "2026-10-31/register.csv": csv(rows(0, 12)) }, "figures-only");
    const started = performance.now();
    expect((await release()).code).toBe(0);
    const length = performance.now() - started;
    await addExport("2026-11-30", rows(0, 15));
    // Spread over the whole run and a little beyond it by the golden ratio, the same in every test run. Twenty moments of the
    // switch itself stand in tests/flow/releases.test.ts.
    const moments = Array.from({ length: 6 }, (_, kill) => ((kill * 0.618034) % 1) * length * 1.1);
    for (const moment of moments) {
      const child = spawn(process.execPath, [...otklik("release"), "--data", data, "--site", site], { stdio: "ignore" });
      const ended = once(child, "exit");
      await Promise.race([setTimeout(moment), ended]);
      child.kill("SIGKILL");
      await ended;
      expect(["2026-10-31", "2026-11-30"], `after ${Math.round(moment)} ms`).toContain(await wholeEdition());
    }
    const repaired = await release();
    expect(repaired.code, repaired.stderr).toBe(0);
    expect(await wholeEdition()).toBe("2026-11-30");
    expect((await readdir(folder)).sort()).toEqual([".site.cache", "data", "site", "site.releases"]);
    expect((await readdir(join(folder, "site.releases"))).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("has its raw rows removed by the next run before that looks at anything else", async () => {
    await makeSmallPortal(data, { "2026-10-31/register.csv": csv(rows(0, 3)) });
    await writeFile(join(data, "portal.yaml"), "nonsense: yes\n");
    await mkdir(join(folder, ".site.next", "killed", "work"), { recursive: true });
    await writeFile(join(folder, ".site.next", "killed", "work", "appeals.duckdb"), "rows as they came");
    expect((await release()).stderr).toContain("SETTINGS_INVALID");
    expect(await readdir(folder)).toEqual(["data"]);
  });
});

test("of two releases at once the second says so and leaves with a code of its own", { timeout: 240_000 }, async () => {
  await makeSmallPortal(data, { "2026-10-31/register.csv": csv(rows(0, 3)) }, "figures-only");
  const outcomes = await Promise.all([release(), release()]);
  expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 75]);
  expect(outcomes.find(({ code }) => code === 75)!.stderr).toContain("OUTPUT_BUSY");
  expect(await wholeEdition()).toBe("2026-10-31");
});

/** A disk of its own of so many megabytes; null where this machine does not let us mount one. */
function smallDisk(at: string, megabytes: number): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", at]).status === 0;
}

/** Room that the first edition takes, the working folder of the second runs out of: while reading, while rendering, at the end. */
test("a disk that is full stops the release, says so, and readers go on seeing the old one", { timeout: 240_000 }, async (context) => {
  const disk = join(folder, "disk");
  await mkdir(disk);
  if (!smallDisk(disk, 64)) {
    process.stderr.write("SKIPPED: no small disk can be mounted here (that takes root), so none was filled\n");
    context.skip("no small disk can be mounted here");
  }
  try {
    site = join(disk, "site");
    await makeSmallPortal(data, { "2026-10-31/register.csv": csv(rows(0, 12)) });
    expect((await release()).code).toBe(0);
    await addExport("2026-11-30", rows(0, 15));
    const taken = Number(execFileSync("du", ["-sk", disk], { encoding: "utf8" }).split("\t")[0]);
    for (const part of [0, 0.4, 0.9]) {
      execFileSync("mount", ["-o", `remount,size=${Math.floor(taken * (1 + part))}k`, disk]);
      const stopped = await release();
      expect(stopped.code, `${part} of a site: ${stopped.stderr}`).toBe(1);
      expect(stopped.stderr).toContain("FILES_REFUSED");
      expect(stopped.stderr).not.toMatch(/^\s+at .*\.ts:\d+/m);
      expect(await wholeEdition()).toBe("2026-10-31");
      expect((await readdir(disk)).sort()).toEqual([".site.cache", "site", "site.releases"]);
    }
    execFileSync("mount", ["-o", "remount,size=64m", disk]);
    expect((await release()).code).toBe(0);
    expect(await wholeEdition()).toBe("2026-11-30");
  } finally {
    execFileSync("umount", [disk]);
  }
});
