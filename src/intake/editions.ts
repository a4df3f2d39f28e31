import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { dataSetFiles } from "./format/dataSet.ts";

/** One folder of data/exports: everything that was exported on one day. */
export interface EditionFolder {
  /** ISO date, the folder's name. */
  date: string;
  /** Names of the files in it, and of folders that are one Parquet data set each, sorted; hidden files and read-me files are none. */
  files: string[];
  /** Names of other folders inside it, which nobody reads. */
  folders: string[];
}

const unimportant = /^(?:\.|~\$|readme(?:\.|$)|thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/** Sorted by code points, so that every machine reads in the same order. */
const byName = (left: { name: string }, right: { name: string }): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0;

function isIsoDate(name: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(name)) return false;
  const time = Date.parse(`${name}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(name);
}

/**
 * The editions in an exports folder, oldest first.
 *
 * @throws BuildStop EXPORTS_MISSING without the folder; EDITION_NAME where something else than folders named by a date
 * stands in it; EDITION_EMPTY where there is no edition, or one without a file
 */
export async function listEditions(exportsDir: string): Promise<EditionFolder[]> {
  const entries = await readdir(exportsDir, { withFileTypes: true }).catch(() => {
    throw new BuildStop("EXPORTS_MISSING", [{ file: "exports" }]);
  });
  const relevant = entries.filter(({ name }) => !unimportant.test(name)).sort(byName);
  const misplaced = relevant.filter((entry) => !entry.isDirectory() || !isIsoDate(entry.name));
  if (misplaced.length > 0) {
    throw new BuildStop(
      "EDITION_NAME",
      misplaced.map(({ name }) => ({ file: `exports/${name}` })),
    );
  }
  if (relevant.length === 0) throw new BuildStop("EDITION_EMPTY", [{ file: "exports" }]);

  return Promise.all(
    relevant.map(async ({ name: date }) => {
      const inside = (await readdir(join(exportsDir, date), { withFileTypes: true }))
        .filter(({ name }) => !unimportant.test(name))
        .sort(byName);
      const folders: string[] = [];
      const files: string[] = [];
      for (const entry of inside) {
        const isRead = !entry.isDirectory() || (await dataSetFiles(join(exportsDir, date, entry.name))) !== null;
        (isRead ? files : folders).push(entry.name);
      }
      if (files.length === 0 && folders.length === 0)
        throw new BuildStop("EDITION_EMPTY", [{ file: `exports/${date}` }]);
      return { date, files, folders };
    }),
  );
}
