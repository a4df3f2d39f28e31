import { type TabledName, tabledFigures } from "./figureColumns.ts";
import { isMonthFigure } from "./subjectColumns.ts";

/** What the table builder offers figures under. */
export const builderGroups = ["counts", "norms", "waits", "outcomes", "agencyClock", "quality"] as const;
export type BuilderGroup = (typeof builderGroups)[number];

const counts: readonly TabledName[] = ["received", "answered", "closed", "open"];
const norms: readonly TabledName[] = ["answered_in_norm", "closed_in_norm", "silent_past_norm", "acted_in_norm"];

/** The group of a figure: by what it is about, then by its kind. */
export function builderGroup(name: TabledName): BuilderGroup {
  const { definition, kind } = tabledFigures[name];
  if (counts.includes(name)) return "counts";
  if (norms.includes(name)) return "norms";
  if (definition.startsWith("agencyClock.")) return "agencyClock";
  if (definition.startsWith("quality.")) return "quality";
  return kind === "wait" || kind === "mean-wait" ? "waits" : "outcomes";
}

/** The file of the table builder that a figure stands in: with all its months it is one of its own, else it lies with its group. */
export const builderFile = (name: TabledName): string => (isMonthFigure(name) ? name : builderGroup(name));
