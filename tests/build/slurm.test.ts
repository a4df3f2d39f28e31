import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSmallPortal, csv, rows } from "./smallPortal.ts";
import { type Cluster, hasSlurm, openCluster } from "./slurmCluster.ts";

if (!hasSlurm) process.stderr.write("SKIPPED: slurm-wlm is not installed, so its sample is not tried\n");

const root = resolve(import.meta.dirname, "../..");
let folder: string;
let cluster: Cluster;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-slurm-"));
  await makeSmallPortal(join(folder, "data"), { "2026-10-31/register.csv": csv(rows(0, 40)) });
  if (hasSlurm) cluster = await openCluster(join(folder, "cluster"));
});
afterAll(async () => {
  if (hasSlurm) await cluster.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the sample is told, and what it has told: numbers of its jobs, and the folder of the run. */
function publish(parts: number): { array: string; merge: string; run: string } {
  const { status, stdout, stderr } = spawnSync("sh", [join(root, "hosting/slurm/publish.sh")], {
    encoding: "utf8",
    env: {
      ...process.env,
      ...cluster.environment,
      DATA: join(folder, "data"),
      SHARDS: join(folder, "shards"),
      OUT: join(folder, "site"),
      PARTS: String(parts),
    },
  });
  expect(status, stderr).toBe(0);
  const [, array, merge, run] = /^shards: job (\d+), merge: job (\d+), logs: (.*)$/mu.exec(stdout) ?? [];
  return { array: array!, merge: merge!, run: run! };
}

/** Fields of each task of a job, once all of them have ended. */
async function ended(job: string): Promise<Record<string, string>[]> {
  for (;;) {
    const tasks = cluster
      .run("scontrol", "show", "job", "--oneliner", job)
      .trim()
      .split("\n")
      .map((line) => Object.fromEntries([...line.matchAll(/(\w+)=(\S*)/gu)].map(([, key, value]) => [key!, value!])));
    if (tasks.every(({ JobState }) => !["PENDING", "RUNNING", "COMPLETING", "CONFIGURING"].includes(JobState!)))
      return tasks;
    await setTimeout(500);
  }
}

describe.skipIf(!hasSlurm)("the sample for Slurm", () => {
  test("runs shards at once, then makes the portal of them, and leaves nothing but their logs", async () => {
    const { array, merge, run } = publish(2);
    const tasks = await ended(array);
    expect(tasks.map(({ JobState }) => JobState)).toEqual(["COMPLETED", "COMPLETED"]);
    const latestStart = tasks
      .map(({ StartTime }) => StartTime!)
      .sort()
      .at(-1)!;
    const earliestEnd = tasks.map(({ EndTime }) => EndTime!).sort()[0]!;
    expect(latestStart < earliestEnd, `${latestStart} ${earliestEnd}`).toBe(true);

    const [merged] = await ended(merge);
    expect(merged!["JobState"], await readFile(join(run, "log-merge"), "utf8")).toBe("COMPLETED");
    const record = await readFile(join(folder, "site", "release.json"), "utf8");
    expect(JSON.parse(record)).toMatchObject({ edition: "2026-10-31", appeals: { counted: 40 } });
    // 42 different texts: all that were read were read by the shards.
    expect(await readFile(join(run, "log-merge"), "utf8")).toMatch(/текстов известно заранее: (?!0\b)\d+/u);
    expect((await readdir(run)).sort()).toEqual(["log-1", "log-2", "log-merge"]);
  });

  test("cancels the merge where a shard has failed", async () => {
    await rm(join(folder, "data", "exports"), { recursive: true });
    const { array, merge } = publish(2);
    expect((await ended(array)).map(({ JobState }) => JobState)).toEqual(["FAILED", "FAILED"]);
    expect((await ended(merge))[0]!["JobState"]).toBe("CANCELLED");
  });
});
