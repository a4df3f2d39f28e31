import { millisecondsPerDay } from "./moment.ts";
import { zoneOffsets } from "./zoneOffset.ts";

/** Between the clocks on the wall of a zone and instants. Instants are milliseconds since 1970-01-01T00:00Z. */
export interface LocalTime {
  /** The instant at which the clocks of a civil day show so many minutes since midnight; in a skipped hour, the one after it. */
  instantOf(day: number, minutes: number): number;
  /** The civil day of an instant. */
  dayOf(instant: number): number;
}

export function localTime(timeZone: string): LocalTime {
  const offsetAt = zoneOffsets(timeZone);
  return {
    instantOf: (day, minutes) => {
      const wall = day * millisecondsPerDay + minutes * 60_000;
      const near = wall - offsetAt(wall) * 60_000;
      return wall - offsetAt(near) * 60_000;
    },
    dayOf: (instant) => Math.floor((instant + offsetAt(instant) * 60_000) / millisecondsPerDay),
  };
}
