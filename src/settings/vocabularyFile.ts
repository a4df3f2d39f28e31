import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { type z } from "zod";
import { BuildStop, type Place } from "../model/buildStop.ts";

/**
 * Reads one vocabulary table (UTF-8, comma, header row); a file that is not there is an empty list.
 *
 * @throws BuildStop SETTINGS_INVALID naming every wrong cell by file and line
 */
export async function readVocabularyFile<Schema extends z.ZodType>(path: string, name: string, row: Schema): Promise<z.output<Schema>[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const table = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true });
  const rows: z.output<Schema>[] = [];
  const places: Place[] = [];
  const problems: string[] = [];
  table.data.forEach((cells, index) => {
    const parsed = row.safeParse(cells);
    if (parsed.success) {
      rows.push(parsed.data);
      return;
    }
    const line = index + 2;
    for (const issue of parsed.error.issues) {
      places.push({ file: name, line });
      problems.push(`${name}:${line}: ${issue.path.map(String).join(".")}: ${issue.message}`);
    }
  });
  if (problems.length > 0) throw new BuildStop("SETTINGS_INVALID", places, { problems: problems.join("\n"), count: problems.length });
  return rows;
}
