import Papa from "papaparse";
import type { z } from "zod";
import { BuildStop, type Place } from "../model/buildStop.ts";
import { readSettingsText } from "./settingsText.ts";
import { settingsWords } from "./settingsWords.ts";

/**
 * Reads one vocabulary table (UTF-8, comma, header row); a file that is not there is an empty list.
 *
 * @param language of the faults' wording
 * @throws BuildStop SETTINGS_UNREADABLE, SETTINGS_INVALID naming every wrong cell by file and line
 */
export async function readVocabularyFile<Schema extends z.ZodType>(
  path: string,
  name: string,
  row: Schema,
  language: "ru" | "en",
): Promise<z.output<Schema>[]> {
  const text = (await readSettingsText(path, name)) ?? "";
  const table = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const rows: z.output<Schema>[] = [];
  const places: Place[] = [];
  const problems: string[] = [];
  table.data.forEach((cells, index) => {
    const parsed = row.safeParse(cells, { error: settingsWords(language) });
    if (parsed.success) {
      rows.push(parsed.data);
      return;
    }
    const line = index + 2;
    for (const issue of parsed.error.issues) {
      places.push({ file: name, line });
      problems.push(
        [`${name}:${line}`, ...(issue.path.length > 0 ? [issue.path.map(String).join(".")] : []), issue.message].join(
          ": ",
        ),
      );
    }
  });
  if (problems.length > 0)
    throw new BuildStop("SETTINGS_INVALID", places, { problems: problems.join("\n"), count: problems.length });
  return rows;
}
