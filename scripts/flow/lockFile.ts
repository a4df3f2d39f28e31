import { readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/** Whether another process of this machine lives; one that belongs to somebody else does, too. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes a lock: a file with the number of the process that holds it. What a killed process left is taken over.
 *
 * @returns false where another process holds it
 */
export async function takeLock(file: string): Promise<boolean> {
  for (;;) {
    try {
      await writeFile(file, `${process.pid}\n`, { flag: "wx" });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = Number((await readFile(file, "utf8").catch(() => "")).trim());
    if (isAlive(owner)) return false;
    await rm(file, { force: true });
  }
}

const betweenTries = 300;

/** Runs something once nobody else holds the lock. */
export async function underLock<Result>(file: string, run: () => Promise<Result>): Promise<Result> {
  while (!(await takeLock(file))) await setTimeout(betweenTries);
  try {
    return await run();
  } finally {
    await rm(file, { force: true });
  }
}
