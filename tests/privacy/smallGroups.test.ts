import { describe, expect, test } from "vitest";
import { placesShown, type Cell } from "../../src/privacy/smallGroups.ts";

const flat = (...places: string[]) => new Map(places.map((place) => [place, null]));

/** Publishes appeals that arrived in order at places: what a reader sees of each. */
function published(
  arrivals: readonly string[],
  smallest: number,
  places: ReadonlyMap<string, string | null>,
): (string | null)[] {
  const cells = new Map<string, Cell>();
  arrivals.forEach((place, time) => {
    const count = (cells.get(place)?.count ?? 0) + 1;
    cells.set(place, {
      place,
      agency: "",
      count,
      reached: count === smallest ? time : (cells.get(place)?.reached ?? -1),
    });
  });
  const list = [...cells.values()];
  const shown = placesShown(list, smallest, places);
  return arrivals.map((place) => shown[list.findIndex((cell) => cell.place === place)]!.place);
}

/** Every way in which `length` appeals can come from the places. */
function* everyWorld(places: readonly string[], length: number): Generator<string[]> {
  if (length === 0) yield [];
  else for (const before of everyWorld(places, length - 1)) for (const place of places) yield [...before, place];
}

describe("places of small groups", () => {
  test("are told from the threshold on, and not below", () => {
    expect(published(["a", "a", "a", "b"], 3, flat("a", "b", "c", "d"))).toEqual(["a", "a", "a", null]);
  });

  test("are told with the parent where its small groups are large enough together", () => {
    const places = new Map([
      ["north", null],
      ["south", null],
      ["a", "north"],
      ["b", "north"],
      ["c", "north"],
      ["d", "south"],
      ["e", "south"],
    ]);
    expect(published(["a", "a", "b", "d"], 3, places)).toEqual(["north", "north", "north", null]);
  });

  test("are not told through the district's own agency either", () => {
    const cell = { place: "a", agency: "adm-a", count: 2, reached: -1 };
    expect(placesShown([cell], 5, flat("a", "b"))).toEqual([{ place: null, agency: false }]);
  });

  test("stay as they are where the threshold is one", () => {
    expect(published(["a", "b"], 1, flat("a", "b"))).toEqual(["a", "b"]);
  });

  /**
   * The solver: all worlds that look alike in every edition are one to the reader. Whoever is without a place in the
   * newest edition, and was so in those before, must be in different places in different worlds.
   */
  test.each([
    ["of three places with threshold two", flat("a", "b", "c"), 2, 6],
    ["of three places with threshold three", flat("a", "b", "c"), 3, 7],
    ["of four places with threshold two", flat("a", "b", "c", "d"), 2, 6],
    ["of two places, which can never be told,", flat("a", "b"), 2, 6],
    [
      "of five places under two parents",
      new Map([
        ["north", null],
        ["south", null],
        ["a", "north"],
        ["b", "north"],
        ["c", "north"],
        ["d", "south"],
        ["e", "south"],
      ]),
      2,
      5,
    ],
  ])("%s cannot be worked out from two editions", (_name, places, smallest, length) => {
    const parents = new Set(places.values());
    const leaves = [...places.keys()].filter((place) => !parents.has(place));
    const isTold = (place: string | null | undefined) =>
      place !== undefined && place !== null && leaves.includes(place);
    let held = 0;
    for (let cut = 0; cut <= length; cut++) {
      const worlds = new Map<string, string[][]>();
      for (const world of everyWorld(leaves, length)) {
        const seen = JSON.stringify([
          published(world.slice(0, cut), smallest, places),
          published(world, smallest, places),
        ]);
        const alike = worlds.get(seen);
        if (alike) alike.push(world);
        else worlds.set(seen, [world]);
      }
      for (const [seen, alike] of worlds) {
        const [first, second] = JSON.parse(seen) as [(string | null)[], (string | null)[]];
        second.forEach((place, appeal) => {
          if (isTold(place) || isTold(first[appeal])) return;
          held++;
          if (new Set(alike.map((world) => world[appeal])).size < 2)
            throw new Error(`appeal ${appeal} is told by ${seen}`);
        });
      }
    }
    expect(held).toBeGreaterThan(40);
  });
});
