import type { Subject } from "../model/facts.ts";
import type { Telling } from "../words/telling.ts";
import type { ChartDefinition } from "./definition.ts";
import { subjectCharts } from "./subjectCharts.ts";

/** Pixels of the pictures that a press office takes: for links and for posts. */
export const pressSizes = [
  { width: 1200, height: 630 },
  { width: 1080, height: 1080 },
] as const;

/** The chart of a press kit: months, or how long it takes where months cannot be drawn; null where neither can. */
export function pressChart(telling: Telling, subject: Subject): ChartDefinition | null {
  const { received, curve } = subjectCharts(telling, subject);
  return received ?? curve;
}
