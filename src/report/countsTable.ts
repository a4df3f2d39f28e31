import type { FileCounts } from "../model/facts.ts";
import type { ReportWords } from "../words/reportStrings.ts";

const columns = ["read", "accepted", "merged", "rejected"] as const;

/** Files with what became of their rows, as a table of text: read = accepted + merged + rejected in every line. */
export function countsTable(files: readonly FileCounts[], words: ReportWords): string[] {
  const sum = (column: (typeof columns)[number]) => files.reduce((total, file) => total + file[column], 0);
  const rows = [
    [words.say("report.file"), ...columns.map((column) => words.say(`report.${column}`))],
    ...files.map((file) => [`${file.edition}/${file.file}`, ...columns.map((column) => words.number(file[column]))]),
    ...(files.length > 1 ? [[words.say("report.total"), ...columns.map((column) => words.number(sum(column)))]] : []),
  ];
  const widths = [0, 1, 2, 3, 4].map((index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
