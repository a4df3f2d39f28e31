import { none } from "../../model/columns.ts";
import type { Evidence } from "../evidence.ts";

/** How many appeals each topic has in each place, both as the appeals carry them. */
export interface CrossingCells {
  /** Number of rows and columns, one more each than topics and places: the last stands for "not stated". */
  readonly topics: number;
  readonly places: number;
  /** Appeals of all time by cell, topic × places + place. */
  readonly all: ReadonlyMap<number, number>;
  /** Those of the last twelve months, for each channel (index) apart. */
  readonly year: readonly ReadonlyMap<number, number>[];
  /** The cell of a row of the columns. */
  readonly cellOf: (row: number) => number;
  readonly isOfYear: (row: number) => boolean;
}

export function crossingCellsOf({ columns, series, slots }: Evidence): CrossingCells {
  const { lists, topic, place, channel } = columns;
  const [topics, places] = [lists.topics.length + 1, lists.places.length + 1];
  const cellOf = (row: number): number =>
    (topic[row] === none ? topics - 1 : topic[row]!) * places + (place[row] === none ? places - 1 : place[row]!);
  const { first, last } = slots.year;
  const isOfYear = (row: number): boolean => series.slot[row]! >= first && series.slot[row]! <= last;
  const all = new Map<number, number>();
  const year = lists.channels.map(() => new Map<number, number>());
  const add = (counts: Map<number, number>, cell: number): Map<number, number> =>
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  for (let row = 0; row < columns.length; row++) {
    const cell = cellOf(row);
    add(all, cell);
    if (isOfYear(row)) add(year[channel[row]!]!, cell);
  }
  return { topics, places, all, year, cellOf, isOfYear };
}
