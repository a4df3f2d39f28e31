import { criticalValue } from "../model/confidence.ts";

/**
 * Whether a distance from what is expected, in standard deviations by chance, lies beyond the limits of 99.8 %. The scatter
 * (φ, at least 1) allows for what more than chance sets all of them apart: multiplicative overdispersion, Spiegelhalter 2005,
 * doi 10.1002/sim.1970, section 4.
 */
export function beyondChance(z: number, scatter: number): "above" | "at" | "below" {
  const distance = z / Math.sqrt(scatter);
  if (Math.abs(distance) <= criticalValue(0.998)) return "at";
  return distance > 0 ? "above" : "below";
}
