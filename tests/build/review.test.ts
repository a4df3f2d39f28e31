import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeCanaryPortal } from "../canaries/canaryPortal.ts";
import { found } from "../canaries/searchBytes.ts";
import { runCommand } from "./oneProcess.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-review-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("doubtful finds stop the build until a person has judged them, and the decisions hold", async () => {
  const data = join(folder, "data");
  const settings = await readFile(resolve(import.meta.dirname, "../cases/canaries/portal.yaml"), "utf8");
  const planted = await makeCanaryPortal(data, {
    "portal.yaml": settings.replace("stopAbove: 1", "stopAbove: 1\n  doubtful: review"),
  });
  const name = join(data, "exports", "2026-10-31", "register.csv");
  await writeFile(
    name,
    (await readFile(name, "utf8")).replace("Яма на дороге", "Автомобиль Кречетникова стоит на газоне"),
  );

  const first = await runCommand("check", ["--data", data]);
  expect(first.code).toBe(1);
  expect(first.stderr).toContain("PRIVACY_REVIEW");
  const asked = await readFile(join(data, "review.csv"), "utf8");
  expect(asked).toMatch(/^[0-9a-f]{24},,name,2026-10-31\/register\.csv,\d+,text,12,/m);
  expect(asked).not.toContain("Кречетников");
  expect(found(first.stderr + first.stdout + asked, planted)).toEqual([]);

  await writeFile(join(data, "review.csv"), asked.replaceAll(/^([0-9a-f]{24}),,/gm, "$1,mask,"));
  const second = await runCommand("check", ["--data", data]);
  expect(second.code, second.stderr).toBe(0);
});

test("the list of what is worth a look names places and reasons and no value, and asks only once", async () => {
  const data = join(folder, "data");
  const planted = await makeCanaryPortal(data, {});
  const name = join(data, "exports", "2026-10-31", "register.csv");
  await writeFile(
    name,
    (await readFile(name, "utf8")).replace("Яма на дороге", "Автомобиль Кречетникова стоит на газоне"),
  );

  const first = await runCommand("review", ["--data", data, "--count", "3"]);
  expect(first.code, first.stderr).toBe(0);
  const asked = await readFile(join(data, "review.csv"), "utf8");
  const rows = asked.trim().split("\n").slice(1);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThanOrEqual(3);
  for (const row of rows) expect(first.stdout).toContain(`${row.split(",")[3]}:${row.split(",")[4]}`);
  expect(found(first.stderr + first.stdout + asked, planted)).toEqual([]);
  expect(first.stdout + asked).not.toContain("Кречетников");

  await writeFile(join(data, "review.csv"), asked.replaceAll(/^([0-9a-f]{24}),,/gm, "$1,leave,"));
  const second = await runCommand("review", ["--data", data, "--count", "1000"]);
  expect(second.code, second.stderr).toBe(0);
  const hashes = (await readFile(join(data, "review.csv"), "utf8"))
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(",").slice(0, 2));
  expect(new Set(hashes.map(([hash]) => hash)).size).toBe(hashes.length);
  expect(hashes.filter(([, decision]) => decision === "leave" || decision === "accept")).toHaveLength(rows.length);
});
