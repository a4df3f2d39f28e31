import type { ChartDefinition } from "./definition.ts";

/** What the interactive chart needs of a definition: the page says the rest already. Of its table, the names of months. */
export function forBrowser(definition: ChartDefinition): ChartDefinition {
  const named =
    definition.x.format === "category"
      ? definition.table.rows.map(([first]) => (first ? [{ text: first.text, value: first.value }] : []))
      : [];
  return {
    ...definition,
    title: "",
    subtitle: "",
    figure: "",
    description: "",
    remarks: [],
    table: { head: [], rows: named },
  };
}
