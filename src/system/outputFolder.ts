import { access, lstat, mkdir, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { takeLock } from "./lockFile.ts";
import { removeFolder } from "./removeFolder.ts";
import { removeGoneSites, restoreOldSite, type BuildFolders } from "./switchSite.ts";

/** True where `inner` is `outer` or stands somewhere below it. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || (!path.startsWith("..") && !isAbsolute(path));
}

/**
 * Refuses to build over anything that is not a portal, for it would be replaced whole; over the link of a portal that is
 * published release by release, which only a release may move; among the exports, where the next build would take the
 * site for an export; and around the portal's own data, which the switch would remove.
 *
 * @throws BuildStop OUTPUT_LINKED, OUTPUT_OCCUPIED, OUTPUT_MISPLACED
 */
export async function requireReplaceable(out: string, dataDir: string): Promise<void> {
  const isLink = await lstat(out).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  );
  if (isLink) throw new BuildStop("OUTPUT_LINKED", [{ file: basename(out) }]);
  await requirePortalOrNothing(out, dataDir);
}

/** The same for a place that may be the link of a release. */
export async function requirePortalOrNothing(out: string, dataDir: string): Promise<void> {
  if (
    isWithin(out, join(dataDir, "exports")) ||
    isWithin(out, join(dataDir, "sources")) ||
    isWithin(out, join(dataDir, "vocabulary"))
  ) {
    throw new BuildStop("OUTPUT_MISPLACED", [{ file: basename(out) }]);
  }
  const there = await stat(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new BuildStop("OUTPUT_OCCUPIED", [{ file: basename(out) }]);
  });
  if (there === null) return;
  const content = there.isDirectory() ? await readdir(out).catch(() => null) : null;
  if (content?.length === 0) return;
  const isPortal =
    content !== null &&
    (await access(join(out, "data", "facts.json")).then(
      () => true,
      () => false,
    ));
  if (!isPortal) throw new BuildStop("OUTPUT_OCCUPIED", [{ file: basename(out) }]);
  if (isWithin(dataDir, out)) throw new BuildStop("OUTPUT_MISPLACED", [{ file: basename(out) }]);
}

/**
 * Runs something that only one process may do with a site at a time. What is left at `paths` goes when it is interrupted.
 *
 * @throws BuildStop OUTPUT_BUSY, and what `run` throws
 */
export async function underSiteLock<Result>(
  out: string,
  paths: readonly string[],
  run: (interrupted: AbortSignal) => Promise<Result>,
): Promise<Result> {
  await mkdir(dirname(out), { recursive: true });
  const lockFile = join(dirname(out), `.${basename(out)}.lock`);
  // Two builds of one site would move it under each other: the second is stopped.
  if (!(await takeLock(lockFile))) throw new BuildStop("OUTPUT_BUSY", [{ file: basename(lockFile) }]);
  try {
    return await untilInterrupted([...paths, lockFile], run);
  } finally {
    await rm(lockFile, { force: true });
  }
}

/**
 * Makes the working folders of a build, its own alone, and removes them at the end, whatever the end is: exports lie
 * there as they came. A build that is interrupted from outside removes them too; of one that was killed, the next one
 * removes them before it does anything else.
 *
 * @throws BuildStop OUTPUT_BUSY, and what `run` throws
 */
export async function inWorkingFolders<Result>(
  folders: BuildFolders,
  run: (interrupted: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const clear = (): void => removeFolder(folders.staging);
  return underSiteLock(folders.out, [folders.staging], async (interrupted) => {
    restoreOldSite(folders);
    removeGoneSites(folders.out);
    clear();
    // Nobody else on this machine may read exports as they came.
    await mkdir(folders.staging, { recursive: true, mode: 0o700 });
    await mkdir(dirname(folders.site), { recursive: true });
    try {
      return await run(interrupted);
    } finally {
      clear();
    }
  });
}

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs something that leaves nothing at these paths when Ctrl-C or a service manager ends it in the middle. */
export async function untilInterrupted<Result>(
  paths: readonly string[],
  run: (interrupted: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    controller.abort();
    for (const path of paths) removeFolder(path);
    process.exit(exitCodes[signal as keyof typeof exitCodes]);
  };
  const signals = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  for (const signal of signals) process.on(signal, stop);
  try {
    return await run(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
