import { csvLine, type CsvKind } from "../../words/csvText.ts";
import type { Voice } from "../../words/language.ts";
import { mapWords } from "../../words/mapWords.ts";
import type { MapDefinition } from "./mapDefinition.ts";

/** Exactly what a map shows, as CSV for programs or for spreadsheets: shares 0…1; where there is no value, the last column says why. */
export function mapCsv({ places }: MapDefinition, voice: Voice, kind: CsvKind): string {
  const m = mapWords(voice);
  const columns = ["place", "part", "whole", "value", "low", "high", "position", "reason"] as const;
  const numbers = new Set([1, 2, 3, 4, 5]);
  const rows = places.map(({ name, value, position, measured }) =>
    measured.value === null
      ? [name, "", "", "", "", "", "", value]
      : [
          name,
          ...[
            measured.value.part,
            measured.value.whole,
            measured.value.value,
            measured.value.low,
            measured.value.high,
          ].map(String),
          position ?? "",
          "",
        ],
  );
  const lines = [
    csvLine(
      columns.map((column) => m(`map.csv.${column}`)),
      kind,
    ),
    ...rows.map((row) => csvLine(row, kind, numbers)),
  ];
  // Spreadsheets tell UTF-8 by this mark.
  return (kind === "spreadsheet" ? "\uFEFF" : "") + lines.join("");
}
