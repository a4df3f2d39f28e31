import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const ticksInSecond = 100;

/**
 * Seconds of processor time that this process, its threads and the programs it started and saw end have taken. On a
 * machine with other work it says more than the clock; null where the system does not tell.
 */
export function processorSeconds(): number | null {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    // The name of the process, in brackets, may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksInSecond;
  } catch {
    return null;
  }
}
