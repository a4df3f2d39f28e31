import type { Measures } from "../model/facts.ts";

/**
 * How many appeals were closed without a reply after their deadline had passed: they are among those that were not answered in
 * time, and no longer among those that may wait.
 *
 * @returns null where either share is not told, or where replies at unknown dates hide the number: they are among those that
 * may wait and not among those of whom it is known whether they were answered in time
 */
export function closedAfterNorm({ answeredInNorm, silent, quality }: Measures): number | null {
  if (answeredInNorm.state !== "exact" || silent.state !== "exact") return null;
  const undated = quality?.undatedReplies;
  return undated?.state === "exact" && undated.part === 0 ? answeredInNorm.whole - silent.whole : null;
}
