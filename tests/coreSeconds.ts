import { readdirSync, readFileSync } from "node:fs";
import { afterAll } from "vitest";

/** Hundredths of a second, as the kernel of Linux counts them. */
const inSecond = 100;

/** Processors' seconds of a process, of those that it saw end, and of those that run yet. */
function ticks(id: number): number {
  try {
    // user, system, and both of children: fields 14 to 17, counted from the process's number.
    const [, fields = ""] = readFileSync(`/proc/${id}/stat`, "utf8").split(") ");
    const own = fields.split(" ").slice(11, 15).map(Number);
    const running = readdirSync(`/proc/${id}/task`).flatMap((thread) =>
      readFileSync(`/proc/${id}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    return [...own, ...running.map(ticks)].reduce((sum, time) => sum + time, 0);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

/** Processors' seconds of this process and of all that it started; elsewhere than on Linux of this one alone. */
function used(): number {
  if (process.platform === "linux") return ticks(process.pid) / inSecond;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

// Before each file of tests: tells slowestFiles.ts in the end what the file cost.
const before = used();
afterAll(({}, file) => {
  file.meta.coreSeconds = used() - before;
});

declare module "vitest" {
  interface TaskMeta {
    coreSeconds?: number;
  }
}
