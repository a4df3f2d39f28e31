import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { type EditionFigure, editionFigureSchema } from "../model/editions.ts";
import { publishedEditions } from "./publishedEditions.ts";

/** What a table without a column of reasons can only have meant. */
const reasonBefore: Readonly<Record<string, string>> = { hidden: "too-few", beyond: "not-reached" };

/**
 * Figures of a past edition as the site that is about to be replaced has them at their dated address. They stay there as
 * they were published, even where a later version of the program would compute others.
 *
 * @param inputs tells from which exports the edition is recalled now
 * @returns null where that site is another portal's, has no such edition, or made it from other exports
 */
export async function publishedFigures(
  siteDir: string,
  address: string,
  date: string,
  inputs: string,
): Promise<EditionFigure[] | null> {
  const folder = join(siteDir, "data", "editions");
  try {
    if ((await publishedEditions(siteDir, address)).get(date) !== inputs) return null;
    const { data } = Papa.parse<Record<string, string>>(await readFile(join(folder, date, "figures.csv"), "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    const number = (cell: string | undefined) => (cell === undefined || cell === "" ? null : Number(cell));
    return data.map(({ agency, channel, figure, state, value, of, value_reason: reason = reasonBefore[state ?? ""] }) =>
      editionFigureSchema.parse({
        agency,
        channel: channel === "all" ? null : channel,
        figure,
        state,
        value: number(value),
        whole: number(of),
        reason: reason || null,
      }),
    );
  } catch {
    // No such file, or one of a version that wrote it otherwise: then the edition is recalled.
    return null;
  }
}
