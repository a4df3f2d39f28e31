import type { ChartDefinition, ChartSeries } from "../../charts/definition.ts";
import type { CompareCard } from "./compareCard.ts";

/** How the lines of up to four agencies are told apart: by colour and by dash. */
export const slotLooks = [
  { colour: "compare-1", dash: "solid" },
  { colour: "compare-2", dash: "long" },
  { colour: "compare-3", dash: "short" },
  { colour: "compare-4", dash: "dotted" },
] as const satisfies readonly Pick<ChartSeries, "colour" | "dash">[];

/** The codes that an address asks for: known ones, each once, at most four. */
export function chosenCodes(search: string, known: ReadonlySet<string>): string[] {
  const asked = new URLSearchParams(search);
  const codes = ["a", "b", "c", "d"].map((slot) => asked.get(slot) ?? "").filter((code) => known.has(code));
  return [...new Set(codes)];
}

/** The address of a choice: "?a=minobr&b=minzdrav". */
export function addressOf(codes: readonly string[]): string {
  const query = new URLSearchParams(codes.map((code, index) => ["abcd"[index]!, code])).toString();
  return query && `?${query}`;
}

export interface JoinedGroup {
  id: string;
  title: string;
  /** cells: one an agency; null where it has no such figure. */
  rows: { label: string; cells: (CompareCard["groups"][number]["rows"][number] | null)[] }[];
}

/** Groups and rows of all cards, each figure beside its like: none is computed here. A row without any figure is left out. */
export function joinGroups(cards: readonly CompareCard[]): JoinedGroup[] {
  const groups = new Map<string, { title: string; rows: Map<string, string> }>();
  for (const card of cards) {
    for (const { id, title, rows } of card.groups) {
      const group = groups.get(id) ?? { title, rows: new Map<string, string>() };
      for (const row of rows) group.rows.set(row.id, row.label);
      groups.set(id, group);
    }
  }
  return [...groups].map(([id, { title, rows }]) => ({
    id,
    title,
    rows: [...rows]
      .map(([row, label]) => ({
        label,
        cells: cards.map(
          (card) =>
            card.groups.find((group) => group.id === id)?.rows.find((candidate) => candidate.id === row) ?? null,
        ),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null && cell.absent !== "missing")),
  }));
}

/** The lines of all cards in the common chart; null where fewer than one can be drawn. */
export function joinLines(frame: ChartDefinition | null, cards: readonly CompareCard[]): ChartDefinition | null {
  const series = cards.flatMap(({ line }, index) => (line ? [{ ...line, ...slotLooks[index]! }] : []));
  return frame && series.length > 0 ? { ...frame, series, labels: [] } : null;
}

/** Whether any of the cards has a line or a bar: else a sample of its colour would stand for nothing. */
export function areDrawn(cards: readonly CompareCard[]): boolean {
  return cards.some(
    ({ line, groups }) => line !== null || groups.some(({ rows }) => rows.some(({ length }) => length !== null)),
  );
}

/** Rows of the table under the chart: a day, and the share of each card that has a line. */
export function joinDays(cards: readonly CompareCard[]): { day: number; texts: (string | null)[] }[] {
  const drawn = cards.filter(({ line }) => line !== null);
  const days = [...new Set(drawn.flatMap((card) => card.days.map(({ day }) => day)))].sort((a, b) => a - b);
  return days.map((day) => ({
    day,
    texts: drawn.map((card) => card.days.find((row) => row.day === day)?.text ?? null),
  }));
}
