import { type Telling } from "../words/telling.ts";
import { type OverdueAppeal } from "./overdue.ts";

/** Columns of the table of overdue appeals. Names are a contract; those that data/appeals.csv has too mean the same there. */
const header = [
  "id",
  "channel",
  "agency",
  "agency_name",
  "topic",
  "topic_name",
  "place",
  "place_name",
  "received",
  "dates_to_week",
  "waits_for",
  "waited_days",
  "late_days",
  "address",
] as const;

/** Every overdue appeal as a row, the longest delay first, below the header. Days are whole, rounded down. */
export function overdueRows(
  { names, links }: Pick<Telling, "names" | "links">,
  overdue: readonly OverdueAppeal[],
): (string | number | null)[][] {
  return [
    [...header],
    ...overdue.map(({ appeal, event, waited, late }) => [
      appeal.id,
      appeal.channel,
      appeal.agency,
      appeal.agency === null ? null : names.agency(appeal.agency),
      appeal.topic,
      appeal.topic === null ? null : names.topic(appeal.topic),
      appeal.place,
      appeal.place === null ? null : names.place(appeal.place),
      appeal.received,
      appeal.datesToWeek ? "yes" : null,
      event,
      waited,
      late,
      links.absoluteShared(`/appeals/${appeal.id}/`),
    ]),
  ];
}
