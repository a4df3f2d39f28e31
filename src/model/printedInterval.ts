/** Limits of a share as pages print them: in whole per cent. */
const printed = (limit: number): number => Math.round(limit * 100) / 100;

/**
 * Where a share lies to an interval that is printed beside it. What lies outside must be seen to, so it has to be outside the limits as
 * computed and as printed.
 *
 * @returns null for a share inside
 */
export function besidePrinted(
  { low, high }: { readonly low: number; readonly high: number },
  share: number,
): "below" | "above" | null {
  if (share < Math.min(low, printed(low))) return "below";
  return share > Math.max(high, printed(high)) ? "above" : null;
}
