import { type TabledName, tabledFigures, tabledNames } from "./figureColumns.ts";
import { isMonthFigure } from "./subjectColumns.ts";
import type { Facts } from "../model/facts.ts";
import { regionOf } from "../model/subjectsOfFacts.ts";
import { isTold } from "../model/toldFigures.ts";

/** What the table builder offers figures under. */
export const builderGroups = ["counts", "norms", "waits", "outcomes", "agencyClock", "quality"] as const;
export type BuilderGroup = (typeof builderGroups)[number];

const counts: readonly TabledName[] = [
  "received",
  "answered",
  "closed",
  "open",
  "left_by_law",
  "withdrawn_unanswered",
  "open_late",
];
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

/** The figures that tables can be made of, in the order of their columns: those of which any export records what they are made of. */
export function offeredFigures(facts: Facts): TabledName[] {
  const { measures } = regionOf(facts).periods.all;
  return tabledNames.filter((name) => isTold(measures, tabledFigures[name].definition));
}
