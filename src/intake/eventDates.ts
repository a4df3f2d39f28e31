import { dayOfIsoDate, type Moment } from "../model/moment.ts";
import { oldestDay } from "../model/plausibleReceipt.ts";
import type { CivilTime } from "./civilTime.ts";
import { dateFields, type DateField, type DateOrders } from "./dateOrders.ts";
import { emptyDate } from "./emptyDate.ts";
import { ownCopy } from "./ownCopy.ts";
import { momentOf, readDate, type DateReading } from "./readDate.ts";
import type { ColumnMap } from "./headerMatch.ts";
import type { Row } from "./row.ts";
import { usualDate } from "./usualDate.ts";

const datesRemembered = 50_000;

/** When each event of a row took place; null where it did not, or where nobody can tell when. */
type EventDates = Record<DateField, Moment | null> & { received: Moment };

/**
 * Makes the reader of the dates of one file's rows. It gives null for a row without a date of receipt, and for one with a
 * date that cannot be trusted.
 *
 * @param edition ISO date of the export: what lies after it has not happened
 */
export function eventDateReader(
  edition: string,
  columns: ColumnMap,
  orders: DateOrders,
  civil: CivilTime,
): (row: Row) => EventDates | null {
  const exportDay = dayOfIsoDate(edition);
  const readings = new Map<string, Map<string, DateReading>>();

  const reading = (text: string, field: DateField): DateReading => {
    const order = orders[field];
    const usual = usualDate(text);
    if (usual !== null) return momentOf(usual, order, civil);
    let remembered = readings.get(order ?? "");
    if (remembered === undefined) readings.set(order ?? "", (remembered = new Map<string, DateReading>()));
    let known = remembered.get(text);
    if (known === undefined) {
      if (remembered.size >= datesRemembered) remembered.clear();
      known = readDate(text, order, civil);
      remembered.set(ownCopy(text), known);
    }
    return known;
  };

  /** undefined: the row is of no use. */
  const eventDate = (row: Row, field: DateField): Moment | null | undefined => {
    if (columns[field] === undefined) return null;
    const text = row.isFailed(field) ? row.written(field) : row.cell(field);
    if (text === "") {
      if (field !== "received" && emptyDate(row.written(field)) === "usual") row.tell("DATE_TOO_OLD", field);
      return null;
    }
    const read = reading(text, field);
    if (typeof read === "object") {
      if (read.day < oldestDay) row.tell("DATE_TOO_OLD", field);
      else if (read.day > exportDay && field !== "planned") row.tell("DATE_AFTER_EXPORT", field);
      return read;
    }
    if (read === "impossible") {
      row.tell("DATE_IMPOSSIBLE", field);
      return undefined;
    }
    if (field === "received" || read === "ambiguous") {
      row.tell("DATE_UNREADABLE", field);
      return undefined;
    }
    row.tell("EVENT_DATE_UNREADABLE", field);
    return null;
  };

  return (row) => {
    const dates = {
      received: eventDate(row, "received"),
      registered: eventDate(row, "registered"),
      firstReply: eventDate(row, "firstReply"),
      closed: eventDate(row, "closed"),
      reopened: eventDate(row, "reopened"),
      confirmed: eventDate(row, "confirmed"),
      planned: eventDate(row, "planned"),
    };
    if (dates.received === null) row.tell("RECEIVED_MISSING", "received");
    return isUsable(dates) ? dates : null;
  };
}

function isUsable(dates: Record<DateField, Moment | null | undefined>): dates is EventDates {
  for (const field of dateFields) if (dates[field] === undefined) return false;
  return dates.received !== null;
}
