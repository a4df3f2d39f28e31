import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** A file of an export as it stands in its folder; times in milliseconds since 1970. */
export interface SeenFile {
  path: string;
  size: number;
  modified: number;
  /** When the file itself was last written or moved: a copy that keeps its old date has a new one. */
  changed: number;
}

/** An edition folder at one moment. */
export interface SeenEdition {
  edition: string;
  files: SeenFile[];
}

/** Names that copying programs give to what is not whole yet. */
const unfinished =
  /(?:\.(?:part|partial|filepart|crdownload|tmp|temp|download|incomplete)|~)$|^\.(?!ready$).*\.[A-Za-z0-9]{6}$/u;
/** An empty file of this name says that nothing more will come. */
const readyMarker = ".ready";

const editionName = /^\d{4}-\d{2}-\d{2}$/u;

/** The edition folders of a folder of exports, by date. */
export async function lookAtExports(exportsDir: string): Promise<SeenEdition[]> {
  const names = (await readdir(exportsDir).catch(() => [])).filter((name) => editionName.test(name)).sort();
  return Promise.all(names.map(async (edition) => ({ edition, files: await filesOf(join(exportsDir, edition)) })));
}

async function filesOf(folder: string): Promise<SeenFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = await Promise.all(
    paths.map(async (path) => {
      // A file that goes away between two looks belongs to a copy that is under way.
      const { size, mtimeMs, ctimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0, ctimeMs: 0 }));
      return { path: relative(folder, path).split(sep).join("/"), size, modified: mtimeMs, changed: ctimeMs };
    }),
  );
  return files;
}

/** What has to stay the same for a copy to have ended. */
export function folderSignature({ edition, files }: SeenEdition): string {
  return JSON.stringify([edition, files.map(({ path, size, modified }) => [path, size, modified])]);
}

/**
 * Whether an edition folder is whole: it holds files, none with the name of a half-copied one, none has changed since the
 * last look, and either a marker says so, or the folder came under its name by a rename, with files that stood elsewhere
 * before, or nothing has changed in it for a while.
 *
 * @param before the same folder at the last look, or null where it was not there
 * @param absentAt moment of a look at which it was not there yet; null where it always was
 * @param now moment of this look; settle: how long a folder without marker has to stay the same. Milliseconds
 */
export function isComplete(
  seen: SeenEdition,
  before: SeenEdition | null,
  absentAt: number | null,
  now: number,
  settle: number,
): boolean {
  const exports = seen.files.filter(({ path }) => path !== readyMarker);
  if (exports.length === 0 || before === null || folderSignature(before) !== folderSignature(seen)) return false;
  if (exports.some(({ path, size }) => size < 0 || unfinished.test(path.split("/").at(-1) ?? ""))) return false;
  if (seen.files.length > exports.length) return true;
  const newest = Math.max(...exports.map(({ modified, changed }) => Math.max(modified, changed)));
  const wasRenamed = absentAt !== null && newest < absentAt;
  return wasRenamed || now - newest >= settle;
}
