/** Appeals that share topic, month of receipt and channel, at one place. */
export interface Cell {
  /** Code of the place, "" where none is stated. */
  readonly place: string;
  /** Code of the agency where that tells the place as well (a district's own), "" elsewhere. */
  readonly agency: string;
  readonly count: number;
  /** When the group reached the size from which it may be shown: a number that only grows from edition to edition. */
  readonly reached: number;
}

/** What is published of a cell's place instead. null: nothing. */
export interface Shown {
  readonly place: string | null;
  /** False where the agency would tell what the place does not. */
  readonly agency: boolean;
}

/** Places that must stay possible. */
const fewest = 2;
const same: Shown = { place: null, agency: true };

/**
 * Decides for appeals of one topic, month and channel whose place may be told. A group smaller than the threshold is
 * told with its parent place where the groups under it are large enough together, and without a place where they are
 * not. A single place left over would be told by all the others, so that two at least are always held back, the last to
 * reach the threshold; they are the last in every later edition too, so that comparing editions tells nothing.
 *
 * @param cells one for each pair of place and agency
 * @param smallest appeals from which a place is told
 * @param places all places of the portal with their parents (null: none)
 * @returns what is published, in the order of the cells
 */
export function placesShown(
  cells: readonly Cell[],
  smallest: number,
  places: ReadonlyMap<string, string | null>,
): Shown[] {
  const isPlaced = (cell: Cell) => cell.place !== "" || cell.agency !== "";
  const shown = new Set(cells.filter((cell) => isPlaced(cell) && cell.count >= smallest));
  const hidden = () => cells.filter((cell) => isPlaced(cell) && !shown.has(cell));
  const parents = new Set(places.values());
  /** Places that a reader has to reckon with behind an appeal whose place is not told. */
  const untold = () => {
    const told = new Set([...shown].map((cell) => cell.place));
    return [...places].filter(([place]) => !told.has(place) && !parents.has(place));
  };
  for (const parent of smallest > 1 ? new Set(places.values()) : []) {
    const there = () => [...shown].filter((cell) => (places.get(cell.place) ?? null) === parent);
    while (there().length > 0 && untold().filter(([, above]) => above === parent).length < fewest) {
      shown.delete(there().reduce((last, cell) => (isLater(cell, last) ? cell : last)));
    }
  }

  const under = Map.groupBy(hidden(), (cell) => places.get(cell.place) ?? "");
  const raised = new Set(
    [...under]
      .filter(
        ([parent, group]) =>
          parent !== "" &&
          group.reduce((sum, cell) => sum + cell.count, 0) >= smallest &&
          untold().filter(([, above]) => above === parent).length >= fewest,
      )
      .map(([parent]) => parent),
  );
  // Whoever is told neither a place nor a parent must not be left with one place to have come from.
  if (untold().filter(([, above]) => above === null || !raised.has(above)).length < fewest) raised.clear();
  return cells.map((cell) => {
    if (!isPlaced(cell)) return same;
    if (shown.has(cell)) return { place: cell.place === "" ? null : cell.place, agency: true };
    const parent = places.get(cell.place) ?? "";
    return { place: raised.has(parent) ? parent : null, agency: false };
  });
}

function isLater(one: Cell, other: Cell): boolean {
  return one.reached !== other.reached
    ? one.reached > other.reached
    : `${one.place}|${one.agency}` > `${other.place}|${other.agency}`;
}
