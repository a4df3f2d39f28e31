import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { BuildStop } from "../../src/model/buildStop.ts";
import { reviewColumns, type ReviewRow } from "../../src/model/review.ts";
import { type FindToJudge } from "../../src/privacy/gate.ts";
import { reviewFile } from "../../src/settings/readSettings.ts";

/**
 * Writes down doubtful finds that nobody has judged, below the decisions that are there, and stops. The file holds where
 * a find is and what it may be, and no value: it is looked up in the export.
 *
 * @throws BuildStop PRIVACY_REVIEW where anything is left to judge
 */
export async function requireJudged(dataDir: string, decided: readonly ReviewRow[], finds: readonly FindToJudge[]): Promise<void> {
  if (finds.length === 0) return;
  const judged = decided.filter((row) => row.decision !== "");
  const first = new Map([...finds].reverse().map((find) => [find.hash, find]));
  const open = [...first.values()]
    .map((find): ReviewRow => ({ hash: find.hash, decision: "", class: find.class, file: find.file, line: String(find.line), field: find.field, character: String(find.at) }))
    .sort((a, b) => (a.file === b.file ? Number(a.line) - Number(b.line) : a.file < b.file ? -1 : 1));
  const table = Papa.unparse({ fields: [...reviewColumns], data: [...judged, ...open].map((row) => reviewColumns.map((column) => row[column])) }, { newline: "\n" });
  await writeFile(join(dataDir, reviewFile), `${table}\n`);
  throw new BuildStop("PRIVACY_REVIEW", [{ file: reviewFile, line: judged.length + 2 }], { count: open.length });
}
