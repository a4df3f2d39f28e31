import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { BuildStop } from "../model/buildStop.ts";
import type { Source } from "../model/source.ts";
import { reviewColumns, type ReviewRow } from "../model/review.ts";
import type { FindToJudge } from "../privacy/gate.ts";
import { reviewFile } from "../settings/readSettings.ts";

/**
 * Writes down doubtful finds that nobody has judged, below the decisions that are there, and stops. The file holds where
 * a find is and what it may be, and no value: it is looked up in the export.
 *
 * @throws BuildStop PRIVACY_REVIEW where anything is left to judge
 */
export async function requireJudged(
  dataDir: string,
  decided: readonly ReviewRow[],
  finds: readonly FindToJudge[],
  sources: readonly Source[],
): Promise<void> {
  if (finds.length === 0) return;
  const { firstLine, count } = await writeReview(dataDir, decided, finds, sources);
  throw new BuildStop("PRIVACY_REVIEW", [{ file: reviewFile, line: firstLine }], { count });
}

/**
 * Writes the decisions that are there and below them the finds to judge, each hash once, in the order of the exports.
 *
 * @returns the line of the first find, and how many there are
 */
export async function writeReview(
  dataDir: string,
  decided: readonly ReviewRow[],
  finds: readonly FindToJudge[],
  sources: readonly Source[],
): Promise<{ firstLine: number; count: number }> {
  const judged = decided.filter((row) => row.decision !== "");
  const first = new Map([...finds].reverse().map((find) => [find.hash, find]));
  const open = [...first.values()]
    .map((find): ReviewRow => ({
      hash: find.hash,
      decision: "",
      class: find.class,
      file: find.file,
      line: String(find.line),
      field: find.field,
      character: String(find.at),
      column: columnOf(find, sources),
      appeal: find.appeal,
      reason: find.reason,
    }))
    .sort((a, b) => (a.file === b.file ? Number(a.line) - Number(b.line) : a.file < b.file ? -1 : 1));
  const table = Papa.unparse(
    { fields: [...reviewColumns], data: [...judged, ...open].map((row) => reviewColumns.map((column) => row[column])) },
    { newline: "\n" },
  );
  // A full disk must not take along what people decided.
  const file = join(dataDir, reviewFile);
  await writeFile(`${file}.new`, `${table}\n`);
  await rename(`${file}.new`, file);
  return { firstLine: judged.length + 2, count: open.length };
}

/** The header of the column that a source's text or reply is read from; the name of the field where a preset reads it. */
export function columnOf({ source, field }: Pick<FindToJudge, "source" | "field">, sources: readonly Source[]): string {
  const header = sources.find(({ name }) => name === source)?.columns[field];
  return header === undefined ? field : [header].flat().join(" | ");
}
