import { readdirSync, readFileSync } from "node:fs";

/** Watches this process and those it starts; Linux only: elsewhere it knows nothing and says so. */
export interface PeakMemory {
  /** The largest resident set of one process since the last call, in MB; null where the system does not tell. */
  take(): { own: number; child: number } | null;
  stop(): void;
}

/** Samples resident sets five times a second. */
export function watchMemory(): PeakMemory {
  let own = 0;
  let child = 0;
  const sample = (): void => {
    own = Math.max(own, process.memoryUsage.rss());
    for (const pid of descendants(process.pid)) child = Math.max(child, residentSet(pid));
  };
  const timer = setInterval(sample, 200);
  timer.unref();
  return {
    take() {
      if (process.platform !== "linux") return null;
      sample();
      const taken = { own: Math.round(own / 2 ** 20), child: Math.round(child / 2 ** 20) };
      own = 0;
      child = 0;
      return taken;
    },
    stop: () => clearInterval(timer),
  };
}

function descendants(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
        .split(" ")
        .filter(Boolean)
        .map(Number);
      return children.flatMap((child) => [child, ...descendants(child)]);
    });
  } catch {
    return []; // The process ended while it was looked at.
  }
}

function residentSet(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
