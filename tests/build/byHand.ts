import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";

/**
 * What a spreadsheet can do with the published tables: filter, sort, multiply down a column. Nothing of the portal's own
 * code takes part; the rules are those of the method page.
 */

export type Row = Record<string, string>;
export type Event = "first_reply" | "closing" | "in_substance";

export const tableOf = async (site: string, name: string): Promise<Row[]> =>
  Papa.parse<Row>(await readFile(join(site, "data", name), "utf8"), { header: true, skipEmptyLines: true }).data;

export const isByWeek = (row: Row): boolean => row["dates_to_week"] === "yes";
/** A date that stands for its week may be six days off. */
export const slackOf = (row: Row): number => (isByWeek(row) ? 6 : 0);

/** How long a row was followed: a withdrawn appeal waited for a reply until it was withdrawn. */
function followedOf(row: Row, event: Event): number {
  if (event === "first_reply") return Number(row["first_reply_followed_days"]);
  const isTakenBack = event === "in_substance" && row["outcome"] === "withdrawn" && row["closing_days"] !== "";
  return Number(row[isTakenBack ? "closing_days" : "followed_days"]);
}

/** Rows dated to the week are left out where they are fewer than half. */
function timedRows(rows: Row[], event: Event): Row[] {
  // Nobody knows when it was, or what was said: such a row counts for no time.
  const told = rows.filter((row) => !["", "undated", "untold"].includes(row[`${event}_state`]!));
  return told.filter(isByWeek).length * 2 >= told.length ? told : told.filter((row) => !isByWeek(row));
}

/** Sort by wait, answered before waiting; go down the rows: k are left, each answered one takes 1/k of the share away. */
export function medianByHand(rows: Row[], event: Event): number | null {
  const waits = timedRows(rows, event)
    .map((row) => ({
      done: row[`${event}_state`] === "done",
      wait: row[`${event}_state`] === "done" ? Number(row[`${event}_days`]) : followedOf(row, event),
    }))
    .sort((a, b) => a.wait - b.wait || Number(b.done) - Number(a.done));
  let share = 1;
  for (const [i, { done, wait }] of waits.entries()) {
    const left = waits.length - i;
    if (done) share *= (left - 1) / left;
    const next = waits[i + 1];
    if (!done || (next?.done && next.wait === wait)) continue;
    if (Math.abs(share - 0.5) < 1e-9) {
      // Exactly half: the middle between this wait and that of the next reply, or the end where there is none.
      return (wait + (waits.slice(i + 1).find((other) => other.done) ?? waits.at(-1)!).wait) / 2;
    }
    if (share < 0.5) return wait;
  }
  return null;
}

/** Of the rows whose norm had run out when they were last seen, those that were in time; weeks say nothing of a norm below 14 days. */
export function inNormByHand(rows: Row[], event: Event): { part: number; whole: number } {
  const norm = (row: Row): number => Number(row[`${event}_norm_days`]);
  const judged = rows.filter(
    (row) =>
      row[`${event}_state`] !== "" &&
      row[`${event}_norm_days`] !== "" &&
      !(isByWeek(row) && norm(row) < 14) &&
      followedOf(row, event) >= norm(row),
  );
  return {
    part: judged.filter((row) => row[`${event}_state`] === "done" && Number(row[`${event}_days`]) <= norm(row)).length,
    whole: judged.length,
  };
}

/** What the filter "first reply" of the search has to say of a row. */
export function deadlineByHand(row: Row): string {
  const [state, norm, slack] = [row["first_reply_state"], row["first_reply_norm_days"], slackOf(row)];
  if (state === "never") return "never";
  if (state === "" || norm === "") return "unknown";
  const days = Number(row[state === "done" ? "first_reply_days" : "followed_days"]);
  // A reply may have come earlier or later than the weeks say; a wait can only be shorter.
  const [least, most] = [days - slack, days + (state === "done" ? slack : 0)];
  if (least <= Number(norm) && most > Number(norm)) return "unknown";
  const isIn = most <= Number(norm);
  return state === "done" ? (isIn ? "within" : "over") : isIn ? "waiting" : "overdue";
}

/** Days that a row has waited so far as pages tell them: from ten on by the calendar, between the two dates. */
export function daysTold(row: Row): number {
  const days = Number(row["followed_days"]);
  const [until, from] = ["followed_until", "received"].map((name) => Date.parse(row[name]!.slice(0, 10)));
  return days < 10 ? days : (until! - from!) / 86_400_000;
}

/** A row that waits longer than its norm: without any reply by the norm of the first reply, else by that of closing. */
export interface Overdue {
  row: Row;
  event: Event;
  waited: number;
  late: number;
}

export function overdueByHand(rows: Row[]): Overdue[] {
  return rows
    .flatMap((row): Overdue[] => {
      const days = Number(row["followed_days"]) - slackOf(row);
      const told = Math.floor(daysTold(row) - slackOf(row));
      const event = (["first_reply", "closing"] as const).find(
        (one) =>
          row[`${one}_state`] === "waiting" && row[`${one}_norm_days`] !== "" && days > Number(row[`${one}_norm_days`]),
      );
      return event === undefined
        ? []
        : [
            {
              row,
              event,
              waited: told,
              // Of a week nobody knows hours.
              late: Math.max(slackOf(row) > 0 ? 1 : 0, told - Math.floor(Number(row[`${event}_norm_days`]))),
            },
          ];
    })
    .sort((a, b) => b.late - a.late || b.waited - a.waited || (a.row["id"]! < b.row["id"]! ? -1 : 1));
}
