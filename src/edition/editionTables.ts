import type { Change } from "../model/change.ts";
import type { EditionFigure, PlainFigure, RecalledEdition, Revision } from "../model/editions.ts";
import { type Cell, timed } from "../words/figureCells.ts";

/** Rows of the tables of editions, by the columns of the codebook. */

const plainCells = ({ state, value, whole }: PlainFigure): Cell[] => [state, value, whole];

/** agency "": the region; channel "all": all channels together. */
export function figureRow(
  { agency, channel, figure, ...plain }: EditionFigure,
  { from, to }: RecalledEdition["period"],
): Cell[] {
  return [agency, channel ?? "all", figure, from, to, ...plainCells(plain), plain.reason];
}

/** The states are those of the later edition, in the words of appeals.csv. */
export function changeRow({
  id,
  kind,
  field,
  before,
  after,
  datesToWeek,
  channel,
  agency,
  firstReplyState,
  closingState,
}: Change): Cell[] {
  return [
    id,
    kind,
    field,
    before,
    after,
    datesToWeek ? "yes" : "no",
    channel,
    agency,
    timed(firstReplyState),
    timed(closingState),
  ];
}

/** reasons: "late-answer 12; waiting". */
export function revisionRow(
  { agency, channel, figure, then, now, reasons }: Revision,
  { date, period }: RecalledEdition,
): Cell[] {
  const why = reasons.map(({ reason, appeals }) => (appeals === null ? reason : `${reason} ${appeals}`)).join("; ");
  return [
    date,
    agency,
    channel ?? "all",
    figure,
    period.from,
    period.to,
    ...plainCells(then),
    ...plainCells(now),
    why,
    then.reason,
    now.reason,
  ];
}
