import type { Cell } from "../words/figureCells.ts";
import type { Telling } from "../words/telling.ts";
import type { OverdueAppeal } from "./overdue.ts";

/** Every overdue appeal as a row by the columns of the codebook, the longest delay first. Days are whole, rounded down. */
export function overdueRows(
  { names, links }: Pick<Telling, "names" | "links">,
  overdue: readonly OverdueAppeal[],
): Cell[][] {
  return overdue.map(({ appeal, event, waited, late }) => [
    appeal.id,
    appeal.channel,
    appeal.agency,
    appeal.agency === null ? null : names.agency(appeal.agency),
    appeal.topic,
    appeal.topic === null ? null : names.topic(appeal.topic),
    appeal.place,
    appeal.place === null ? null : names.place(appeal.place),
    appeal.received,
    appeal.datesToWeek ? "yes" : "no",
    event,
    waited,
    late,
    links.absoluteShared(`/appeals/${appeal.id}/`),
  ]);
}
