import { type Change } from "../model/change.ts";
import { type EditionFigure, type PlainFigure, type RecalledEdition, type Revision } from "../model/editions.ts";
import { type Cell, timed } from "../words/figureCells.ts";

/** Columns of the tables of editions, in order: contracts. Agencies are told by code, because names change and dated files do not. */
export const figureHeader = ["agency", "channel", "figure", "from", "to", "state", "value", "of", "value_reason"];
export const changeHeader = [
  "id",
  "change",
  "field",
  "before",
  "after",
  "dates_to_week",
  "channel",
  "agency",
  "first_reply_state",
  "closing_state",
];
export const revisionHeader = [
  "edition",
  "agency",
  "channel",
  "figure",
  "from",
  "to",
  "state_then",
  "value_then",
  "of_then",
  "state_now",
  "value_now",
  "of_now",
  "reasons",
  "value_then_reason",
  "value_now_reason",
];

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
