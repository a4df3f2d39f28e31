import { namesOf } from "../../codebook/column.ts";
import { shiftColumns } from "../../codebook/shiftColumns.ts";
import type { AnyFacts } from "../../model/facts.ts";
import type { Shift } from "../../model/shifts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import type { Cell } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

const shareOf = ({ part, whole }: Shift["now"]): number => Math.round((part / whole) * 1e6) / 1e6;

/** Every share that was set beside that of the same months a year before, those in which chance explains the difference too. */
export function shiftTable(facts: AnyFacts): DownloadTable {
  const header = namesOf(shiftColumns);
  const { shifts } = facts;
  if (shifts === undefined) return { header, rows: [] };
  const { from, to, beforeFrom, beforeTo, level } = shifts;
  const rows = shifts.looked.map(
    ({ dimension, code, channel, figure, now, before, change, low, high, scatter, p, adjusted, found }): Cell[] => [
      dimension,
      code,
      nameOf(facts, dimension, code),
      channel,
      figure === "answeredInNorm" ? "answered_in_norm" : "closed_in_norm",
      from,
      to,
      now.part,
      now.whole,
      beforeFrom,
      beforeTo,
      before.part,
      before.whole,
      change,
      low,
      high,
      level,
      scatter,
      p,
      adjusted,
      found ? "yes" : "no",
      shareOf(now),
      shareOf(before),
    ],
  );
  return { header, rows };
}
