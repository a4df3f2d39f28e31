import { Temporal } from "temporal-polyfill";
import { millisecondsPerDay, type Moment } from "../model/moment.ts";

/** Turns local times of one zone into moments, and instants into the zone's civil days. */
export interface CivilTime {
  /**
   * A local date-time of the zone.
   * @param day civil day counted from 1970-01-01
   * @param millisecond milliseconds since midnight by the clock on the wall
   * @returns a time that a clock change skipped moves forward by the gap; one that occurred twice means the first time
   */
  fromLocal(day: number, millisecond: number): Moment;
  /** An instant, in milliseconds since 1970-01-01T00:00Z. */
  fromInstant(instant: number): Moment;
}

/**
 * The rules of an IANA zone, exact by the library's time zone data. Offsets are kept per civil day, and only days on
 * which the clocks changed are computed anew for each value, so that a million rows cost little.
 *
 * @param zone e.g. "Europe/Moscow"
 */
export function civilTimeOf(zone: string): CivilTime {
  // NaN: the offset changes around this day.
  const offsetOfDay = new Map<number, number>();

  const offsetAt = (instant: number): number =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

  /** Offset in milliseconds that holds from a day before to a day after that day, or NaN where there is none. */
  const steadyOffset = (day: number): number => {
    let offset = offsetOfDay.get(day);
    if (offset === undefined) {
      const before = offsetAt((day - 1) * millisecondsPerDay);
      const after = offsetAt((day + 2) * millisecondsPerDay);
      // Two changes within three days that cancel each other out would go unseen; the middle is looked at for that.
      offset =
        before === after && before === offsetAt(day * millisecondsPerDay + millisecondsPerDay / 2)
          ? before
          : Number.NaN;
      offsetOfDay.set(day, offset);
    }
    return offset;
  };

  return {
    fromLocal(day, millisecond) {
      const offset = steadyOffset(day);
      if (!Number.isNaN(offset)) return { day, instant: day * millisecondsPerDay + millisecond - offset };
      const local = new Date(day * millisecondsPerDay + millisecond).toISOString().slice(0, -1);
      return { day, instant: Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds };
    },
    fromInstant(instant) {
      const steady = steadyOffset(Math.floor(instant / millisecondsPerDay));
      const offset = Number.isNaN(steady) ? offsetAt(instant) : steady;
      return { day: Math.floor((instant + offset) / millisecondsPerDay), instant };
    },
  };
}
