import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** When a process began, as the kernel counts; "" where it does not tell. A number is given to another process some day. */
function beginningOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

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

/** Whether the process that wrote this into a lock is still there. */
function isHeld(content: string): boolean {
  const [pid = "", begun = ""] = content.trim().split(" ");
  return isAlive(Number(pid)) && (begun === "" || begun === beginningOf(Number(pid)));
}

/** A name for a file of this process beside a lock: LOCK.PID-HEX. */
const beside = (file: string): string => `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
const besideName = /^(\d+)-[0-9a-f]{8}$/;

/**
 * Takes a lock: a file with the number of the process that holds it and when it began. What a killed process left is
 * taken over, its files beside the lock are removed. The file appears with its content in one step, so that nobody finds
 * it half written.
 *
 * @returns false where another process holds it
 */
export async function takeLock(file: string): Promise<boolean> {
  const own = beside(file);
  try {
    await writeFile(own, `${process.pid} ${beginningOf(process.pid)}\n`, { flag: "wx" });
    for (;;) {
      try {
        await link(own, file);
        await removeLeftBeside(file);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const found = await readFile(file, "utf8").catch(() => null);
      if (found === null) continue;
      if (isHeld(found)) return false;
      await setAside(file, found);
    }
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Removes the files of processes that were killed while they were taking this lock. What cannot be seen or removed, because
 * it belongs to somebody else, stays: nobody takes it for a lock.
 */
async function removeLeftBeside(file: string): Promise<void> {
  const beginning = `${basename(file)}.`;
  for (const name of await readdir(dirname(file)).catch(() => [])) {
    const [, pid] = besideName.exec(name.startsWith(beginning) ? name.slice(beginning.length) : "") ?? [];
    if (pid === undefined || Number(pid) === process.pid || isAlive(Number(pid))) continue;
    const path = join(dirname(file), name);
    // It may be the lock of a living process, which the dead one had not given back yet.
    if (!isHeld(await readFile(path, "utf8").catch(() => ""))) await rm(path, { force: true }).catch(() => {});
  }
}

/** Removes an abandoned lock, and gives it back where it was another one by then. */
async function setAside(file: string, abandoned: string): Promise<void> {
  const aside = beside(file);
  await rename(file, aside).catch(() => undefined);
  const taken = await readFile(aside, "utf8").catch(() => abandoned);
  if (taken !== abandoned) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
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
