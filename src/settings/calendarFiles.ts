import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import type { Portal } from "../model/portal.ts";
import { type CalendarRow, calendarRowSchema } from "../model/workingCalendar.ts";
import { readVocabularyFile } from "./vocabularyFile.ts";

/**
 * Reads data/calendars/NAME-YEAR.csv of the portal's calendar, all years there are.
 *
 * @returns rows by date
 * @throws BuildStop for a wrong cell, a date of another year, or one that stands twice
 */
export async function readCalendar(
  dataDir: string,
  { calendar, language }: Pick<Portal, "calendar" | "language">,
): Promise<CalendarRow[]> {
  const files = (await readdir(join(dataDir, "calendars")).catch(() => []))
    .filter((file) => new RegExp(`^${calendar}-\\d{4}\\.csv$`).test(file))
    .sort();
  const years = await Promise.all(
    files.map(async (file) => {
      const name = `calendars/${file}`;
      const rows = await readVocabularyFile(join(dataDir, name), name, calendarRowSchema, language);
      const problems = rows.flatMap(({ date }, index) => {
        const isOnce = rows.findIndex((other) => other.date === date) === index;
        return date.startsWith(file.slice(-8, -4)) && isOnce ? [] : [`${name}:${index + 2}: date`];
      });
      if (problems.length > 0)
        throw new BuildStop("SETTINGS_INVALID", [{ file: name }], {
          problems: problems.join("\n"),
          count: problems.length,
        });
      return rows.sort((a, b) => (a.date < b.date ? -1 : 1));
    }),
  );
  return years.flat();
}
