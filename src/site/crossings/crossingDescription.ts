import type { Facts } from "../../model/facts.ts";
import { tellsOutcomes, tellsWaits } from "../../model/toldFigures.ts";

/** What the page of a crossing promises, as a key of its words: nothing that the exports do not record. */
export function crossingDescription(
  facts: Facts,
): "description" | "description.waits" | "description.outcomes" | "description.plain" {
  if (tellsWaits(facts)) return tellsOutcomes(facts) ? "description" : "description.waits";
  return tellsOutcomes(facts) ? "description.outcomes" : "description.plain";
}
