import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { otklik } from "./runScript.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

test("whoever watches publishes a new export when it is whole, and a half-copied one not at all", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-watch-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [data, site] = [join(folder, "data"), join(folder, "site")];
  await makeSmallPortal(data, { "2026-10-31/register.csv.part": csv(rows(0, 4)) }, "figures-only");
  const child = spawn(
    process.execPath,
    [...otklik("watch"), "--data", data, "--site", site, "--every", "0.2", "--settle", "600", "--once"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (said += text.toString()));
  const ended = once(child, "exit");
  await setTimeout(2000);
  expect(existsSync(site)).toBe(false);
  expect(said).not.toContain("готова");
  // The copying program ends and renames its file.
  await rename(
    join(data, "exports", "2026-10-31", "register.csv.part"),
    join(data, "exports", "2026-10-31", "register.csv"),
  );
  await writeFile(join(data, "exports", "2026-10-31", ".ready"), "");
  const [code] = (await ended) as [number];
  expect(code, said).toBe(0);
  expect(said).toMatch(/Выгрузка 2026-10-31 готова[^]*Выпуск 2026-10-31 опубликован/);
  expect(JSON.parse(await readFile(join(site, "release.json"), "utf8"))).toMatchObject({
    edition: "2026-10-31",
    rows: { read: 4 },
  });
});
