import { createHash } from "node:crypto";
import type { IntakeReport } from "../intake/intakeReport.ts";
import type { FileCounts } from "../model/facts.ts";

/** Tells whether two builds recall an edition from the same exports. */
export function inputsOf(date: string, files: readonly FileCounts[]): string {
  const read = files
    .filter(({ edition }) => edition <= date)
    .map(({ edition, file, read: rows }) => [edition, file, rows]);
  return createHash("sha256").update(JSON.stringify(read)).digest("hex");
}

/** Sources known by then that brought nothing in this edition. */
export function absentIn(date: string, { files }: IntakeReport): string[] {
  const known = new Set(
    files.filter(({ edition, source }) => edition < date && source !== "").map(({ source }) => source),
  );
  for (const { edition, source } of files) if (edition === date) known.delete(source);
  return [...known].sort();
}
