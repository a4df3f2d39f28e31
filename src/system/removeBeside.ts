import { spawn } from "node:child_process";
import { opendirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeFolder } from "./removeFolder.ts";

/** So many entries are gone before another process has started. */
const fewEntries = 5_000;

const remover = fileURLToPath(new URL("./removeAlone.ts", import.meta.url));

/**
 * Removes a folder that stands out of everybody's sight. A large one in a process of its own, which outlives this one: to
 * remove the hundred thousand folders of an old site takes longer than anybody wants to wait for the new one. Where that
 * process is ended, the folder stays until somebody asks again.
 *
 * @param few how many entries are removed at once; other than usual only in tests
 */
export function removeBeside(path: string, few: number = fewEntries): void {
  if (!holdsMoreThan(few, path)) return removeFolder(path);
  spawn(process.execPath, [remover, path], { detached: true, stdio: "ignore", cwd: "/" })
    // The folder stays until the next run, as where the process is ended.
    .on("error", () => undefined)
    .unref();
}

/** Whether there are more entries below a folder; counts no further. */
function holdsMoreThan(most: number, path: string): boolean {
  const folders = [path];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const opened = openedOrNone(folder);
    try {
      for (let entry = opened?.readSync(); entry; entry = opened?.readSync()) {
        entries += 1;
        if (entries > most) return true;
        if (entry.isDirectory()) folders.push(join(folder, entry.name));
      }
    } finally {
      opened?.closeSync();
    }
  }
  return false;
}

/** null where there is no such folder, or it cannot be read: removing it says why. */
function openedOrNone(folder: string): ReturnType<typeof opendirSync> | null {
  try {
    return opendirSync(folder);
  } catch {
    return null;
  }
}
