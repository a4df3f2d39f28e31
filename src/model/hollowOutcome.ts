/** Whether an outcome's mark is a ring: it came to no result, because none is there yet, none is known, or none is owed. */
export function isHollow(outcome: string): boolean {
  return outcome === "open" || outcome === "unknown" || outcome === "unowed";
}
