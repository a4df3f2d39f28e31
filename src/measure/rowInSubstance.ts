import type { AppealColumns } from "../model/columns.ts";
import { inSubstanceCode } from "../model/events/inSubstance.ts";
import type { Mark } from "./rowQuality.ts";
import { place } from "./tally.ts";

const [done, undated, untold] = [inSubstanceCode("done"), inSubstanceCode("undated"), inSubstanceCode("untold")];

/** What an appeal says of its answer in substance, and whether the text of its reply could be read at all. */
export function inSubstanceMarks(
  { inSubstanceState: states, answered }: Pick<AppealColumns, "inSubstanceState" | "answered">,
  mark: Mark,
): (row: number) => void {
  return (row) => {
    // Without the column no text was read: whoever was answered may have got anything.
    const state = states === undefined ? (answered[row] === 1 ? untold : 0) : states[row]!;
    if (state === 0) return;
    if (state === untold) mark(place.replyUntold);
    else if (answered[row] === 1) mark(place.replyRead);
    if (state === done || state === undated) mark(place.substanceHappened);
    if (state === undated) mark(place.substanceUndated);
  };
}
