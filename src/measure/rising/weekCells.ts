import { none } from "../../model/columns.ts";
import type { Evidence } from "../evidence.ts";
import { topicTree, type TopicTree } from "../topicTree.ts";
import { kindOf, type WeekCell } from "./weekCell.ts";
import type { WeekSeries } from "./weekSeries.ts";

/** The cells of an edition, and what its tables of weeks are made of. */
export interface WeekCells {
  /** The region first. Those of a sensitive topic are of the whole region alone. */
  readonly cells: readonly WeekCell[];
  readonly topics: TopicTree;
  readonly places: TopicTree;
  /** By code, "" being "not stated". */
  readonly byTopic: ReadonlyMap<string, Uint32Array>;
  readonly byPlace: ReadonlyMap<string, Uint32Array>;
}

/**
 * Counts the appeals of every week: of the region, of every topic and place at every level, and of every topic in every place.
 *
 * @param isSensitive of a topic: no count of it in one place is made, nor of a topic above it, from which it could be worked out
 */
export function weekCellsOf(
  { columns, tree }: Evidence,
  placeLinks: readonly { code: string; parent: string | null }[],
  { slot, length }: WeekSeries,
  isSensitive: (topic: string) => boolean,
): WeekCells {
  const places = topicTree(placeLinks, columns.lists.places);
  const known = new Map<string, WeekCell>();
  const cellOf = (topic: string, place: string): WeekCell => {
    const key = `${topic}\n${place}`;
    const cell = known.get(key) ?? { topic, place, counts: new Uint32Array(length) };
    known.set(key, cell);
    return cell;
  };
  const region = cellOf("", "");
  const [noTopic, noPlace] = [new Uint32Array(length), new Uint32Array(length)];
  const above = (in_: TopicTree, code: number): string[] =>
    code === none ? [] : in_.paths[in_.ofLeaf[code]!]!.map((index) => in_.codes[index]!);
  const withSensitive = new Set(
    tree.codes.flatMap((code, index) => (isSensitive(code) ? tree.paths[index]!.map((at) => tree.codes[at]!) : [])),
  );
  const pathOfTopic = columns.lists.topics.map((_, code) => above(tree, code));
  const pathOfPlace = columns.lists.places.map((_, code) => above(places, code));
  for (let row = 0; row < columns.length; row++) {
    const week = slot[row]!;
    if (week < 0) continue;
    const [topic, place] = [columns.topic[row]!, columns.place[row]!];
    region.counts[week]! += 1;
    const ofPlace = place === none ? [] : pathOfPlace[place]!;
    if (topic === none) noTopic[week]! += 1;
    if (place === none) noPlace[week]! += 1;
    for (const at of ofPlace) cellOf("", at).counts[week]! += 1;
    for (const of of topic === none ? [] : pathOfTopic[topic]!) {
      cellOf(of, "").counts[week]! += 1;
      if (!withSensitive.has(of)) for (const at of ofPlace) cellOf(of, at).counts[week]! += 1;
    }
  }
  const all = [...known.values()].sort((a, b) => (a.topic + a.place < b.topic + b.place ? -1 : 1));
  const ofKind = (kind: ReturnType<typeof kindOf>) => all.filter((cell) => kindOf(cell) === kind);
  return {
    cells: [region, ...ofKind("topic"), ...ofKind("place"), ...ofKind("both")],
    topics: tree,
    places,
    byTopic: new Map([["", noTopic], ...ofKind("topic").map(({ topic, counts }) => [topic, counts] as const)]),
    byPlace: new Map([["", noPlace], ...ofKind("place").map(({ place, counts }) => [place, counts] as const)]),
  };
}
