import { readFileSync } from "node:fs";
import { afterAll } from "vitest";

/** Hundredths of a second, as the kernel of Linux counts them. */
const inSecond = 100;

/** Processors' seconds of this process and of those that it started and saw end; elsewhere than on Linux of this one alone. */
function used(): number {
  try {
    const [, fields = ""] = readFileSync("/proc/self/stat", "utf8").split(") ");
    // user, system, and both of children: fields 14 to 17, counted from the process's number.
    const times = fields.split(" ").slice(11, 15).map(Number);
    return times.reduce((sum, time) => sum + time, 0) / inSecond;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
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
