import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { otklik } from "./runScript.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

/** Releases a portal under other circumstances and gives every file of it. */
async function released(
  folder: string,
  umask: string,
  environment: Record<string, string>,
): Promise<Map<string, Buffer>> {
  const command = `umask ${umask}; exec "$0" "$@"`;
  const child = spawn(
    "/bin/sh",
    [
      "-c",
      command,
      process.execPath,
      ...otklik("release"),
      "--data",
      join(folder, "data"),
      "--site",
      join(folder, "site"),
    ],
    { env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const [code] = (await once(child, "close")) as [number];
  expect(code, said).toBe(0);
  const site = join(folder, "site");
  const files = filesBelow(site);
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(site, file))] as const)));
}

test("the same exports make the same bytes in another zone, language, folder, with other rights and rows in another order", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-same-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [here, there] = [join(folder, "here"), join(folder, "much", "deeper and elsewhere")];
  const lines = rows(0, 24);
  await makeSmallPortal(join(here, "data"), {
    "2026-09-30/register.csv": csv(lines.slice(0, 10)),
    "2026-10-31/register.csv": csv(lines),
  });
  await makeSmallPortal(join(there, "data"), {
    "2026-10-31/register.csv": csv(lines.toReversed()),
    "2026-09-30/register.csv": csv(lines.slice(0, 10)),
  });
  const first = await released(here, "022", { TZ: "Asia/Vladivostok", LANG: "ru_RU.UTF-8", LC_ALL: "ru_RU.UTF-8" });
  const second = await released(there, "077", { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8", LC_ALL: "C" });

  expect([...second.keys()]).toEqual([...first.keys()]);
  const differing = [...first.keys()].filter((file) => !first.get(file)!.equals(second.get(file)!));
  // The hash of the file whose rows stand in another order is another one, and with it that of the record.
  expect(differing).toEqual(["SHA256SUMS", "release.json"]);
  const record = (files: Map<string, Buffer>) => ({
    ...(JSON.parse(files.get("release.json")!.toString()) as object),
    inputs: null,
  });
  expect(record(second)).toEqual(record(first));
  const sums = (files: Map<string, Buffer>) =>
    files
      .get("SHA256SUMS")!
      .toString()
      .replace(/^.*release\.json$/m, "");
  expect(sums(second)).toBe(sums(first));
});
