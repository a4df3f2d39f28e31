import type { Language } from "../model/portal.ts";
import { gateMeasures } from "../model/gateMeasures.ts";
import { reportWords } from "../words/reportStrings.ts";

/**
 * What the gate masked, for a terminal: a line for each class that was met, the most masks first, with how many are
 * confirmed and how many doubtful, and how well the detectors do where that was measured.
 *
 * @param titles what the reader sees in place of each class
 */
export function renderMasks(
  masked: Readonly<Record<string, number>>,
  doubtful: Readonly<Record<string, number>>,
  titles: ReadonlyMap<string, string>,
  language: Language,
): string {
  const words = reportWords(language);
  const met = Object.entries(masked)
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (met.length === 0) return `${words.say("masks.none")}\n`;
  const measured = (id: string): string => {
    const { news, hostile } = gateMeasures[id] ?? {};
    if (news)
      return words.say("masks.news", {
        precision: words.number(Math.round(1000 * news.precision) / 10),
        recall: words.number(Math.round(1000 * news.recall) / 10),
      });
    return hostile ? words.say("masks.hostile", hostile) : "";
  };
  const rows = [
    (["class", "all", "confirmed", "doubtful", "measured"] as const).map((column) => words.say(`masks.${column}`)),
    ...met.map(([id, count]) => [
      titles.get(id) ?? id,
      words.number(count),
      words.number(count - (doubtful[id] ?? 0)),
      words.number(doubtful[id] ?? 0),
      measured(id),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, index) =>
        index === 0 || index === 4 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return `${[words.say("masks.head"), ...lines.map((line) => `  ${line}`), words.say("masks.note")].join("\n")}\n`;
}
