import { none } from "../../model/columns.ts";
import type { Channel } from "../../model/channel.ts";
import type { Crossing, Crossings } from "../../model/crossings.ts";
import { byTimedEvent } from "../../model/events/event.ts";
import type { Breakdown, Measures, Slice } from "../../model/facts.ts";
import type { Evidence } from "../evidence.ts";
import { groupPlaces, membersOf } from "../grouping.ts";
import { yearOf } from "../subject.ts";
import { topicTree, type TopicLink } from "../topicTree.ts";
import { type Members, workbenchFor } from "../workbench.ts";
import type { CrossingsContext } from "./crossingsContext.ts";
import { crossingCellsOf, type CrossingCells } from "./crossingCells.ts";
import { hiddenCells } from "./hiddenCells.ts";

/**
 * What people of one place wrote on one topic: the figures of the last twelve months, as those of any subject, of every topic
 * and place that have nothing below them, where there are enough appeals of all time (so that a page stays). Each channel
 * stands for itself: of one with too few, or from which the figures of too few could be worked out, nothing is told, neither
 * apart nor together with the others.
 */
export function measureCrossings(
  evidence: Evidence,
  placeLinks: readonly TopicLink[],
  context: CrossingsContext,
): Crossings {
  const { lists } = evidence.columns;
  const cells = crossingCellsOf(evidence);
  const { chosen, leftOut } = chosenCells(evidence, placeLinks, cells, context);
  if (chosen.length === 0) return { schema: 1, crossings: [], leftOut, houses: context.houses };
  const told = cells.year.map((year) => toldOf(year, cells, context.shown, chosen));
  const yearEvidence: Evidence = { ...evidence, slices: ["year"] };
  const membersOfCell = groupMembers(yearEvidence, cells, chosen, told);
  const bench = workbenchFor(evidence);
  const ofChannels = (isWanted: (channel: number) => boolean): Channel[] =>
    evidence.channelOrder.filter(isWanted).map((channel) => lists.channels[channel]!);
  const crossings = chosen.map((cell, at): Crossing => {
    const members = membersOfCell(at);
    const [topic, place] = [lists.topics[Math.floor(cell / cells.places)]!, lists.places[cell % cells.places]!];
    return {
      topic,
      place,
      received: cells.all.get(cell)!,
      ...(members.rows.length > 0 && {
        year: toldYear(yearOf(yearEvidence, bench, "place", place, members).year, context.shown),
      }),
      untold: ofChannels((channel) => cells.year[channel]!.has(cell) && !told[channel]!.has(cell)),
    };
  });
  return { schema: 1, crossings, leftOut, houses: context.houses };
}

/** The cells that have pages, by topic and place; and how many more have enough appeals for one. */
function chosenCells(
  { tree, columns: { lists } }: Evidence,
  placeLinks: readonly TopicLink[],
  { places, all }: CrossingCells,
  { least, most, sensitiveTopics }: CrossingsContext,
): { chosen: number[]; leftOut: number } {
  const placeTree = topicTree(placeLinks, lists.places);
  const withParts = ({ codes, paths }: Pick<typeof tree, "codes" | "paths">): Set<string> =>
    new Set(paths.flatMap((path) => path.slice(0, -1).map((above) => codes[above]!)));
  const noPages = new Set([...withParts(tree), ...sensitiveTopics]);
  const noPlaces = withParts(placeTree);
  const enough = [...all]
    .filter(([cell, count]) => {
      const [topic, place] = [lists.topics[Math.floor(cell / places)], lists.places[cell % places]];
      return (
        count >= least && topic !== undefined && place !== undefined && !noPages.has(topic) && !noPlaces.has(place)
      );
    })
    .sort(([cell, count], [other, others]) => others - count || cell - other)
    .map(([cell]) => cell);
  return { chosen: enough.slice(0, most).sort((a, b) => a - b), leftOut: Math.max(0, enough.length - most) };
}

/** Of which of the chosen cells a channel's figures are told. */
function toldOf(
  year: ReadonlyMap<number, number>,
  { places }: CrossingCells,
  shown: number,
  chosen: readonly number[],
): ReadonlySet<number> {
  const codes = [...year.keys()].sort((a, b) => a - b);
  const wanted = new Set(chosen);
  const hidden = hiddenCells(
    codes.map((cell) => ({ row: Math.floor(cell / places), column: cell % places, count: year.get(cell)! })),
    shown,
    codes.flatMap((cell, at) => (wanted.has(cell) ? [at] : [])),
  );
  return new Set(codes.filter((cell, at) => wanted.has(cell) && !hidden.has(at)));
}

/** The appeals of the chosen cells that are told, as members of each by its place. */
function groupMembers(
  { columns, waits }: Evidence,
  { cellOf, isOfYear }: CrossingCells,
  chosen: readonly number[],
  told: readonly ReadonlySet<number>[],
): (at: number) => Members {
  const placeOf = new Map(chosen.map((cell, at) => [cell, at]));
  const group = new Uint16Array(columns.length).fill(none);
  for (let row = 0; row < columns.length; row++) {
    const cell = cellOf(row);
    if (told[columns.channel[row]!]!.has(cell) && isOfYear(row)) group[row] = placeOf.get(cell)!;
  }
  const rows = groupPlaces(group, chosen.length);
  const ofWaits = byTimedEvent((event) => groupPlaces(group, chosen.length, waits[event].rows));
  return (at) => ({ rows: membersOf(rows, at), ...byTimedEvent((event) => membersOf(ofWaits[event], at)) });
}

/** Of a year what is told of a crossing: the year before it is another table, in which nobody has looked for too few. */
function toldYear({ measures, byChannel, agencies }: Slice, shown: number): NonNullable<Crossing["year"]> {
  const alone = (of: Measures): Measures => ({ ...of, yearBefore: null });
  const channels = Object.entries(byChannel) as [Channel, Measures][];
  return {
    measures: alone(measures),
    byChannel: channels.length < 2 ? {} : Object.fromEntries(channels.map(([name, of]) => [name, alone(of)])),
    ...largeAgencies(agencies, shown),
  };
}

/** The agencies with enough appeals to be named; where the others together are too few, the smallest of these is one of them. */
function largeAgencies(agencies: Breakdown, shown: number): { agencies: Breakdown; otherAgencies: number } {
  const countOf = ({ count }: Breakdown[number]): number => (count.state === "exact" ? count.value : 0);
  const named = agencies.filter((row) => countOf(row) >= shown);
  const restOf = (): number =>
    agencies.reduce((sum, row) => sum + countOf(row), 0) - named.reduce((sum, row) => sum + countOf(row), 0);
  while (named.length > 0 && restOf() > 0 && restOf() < shown) named.pop();
  return { agencies: named, otherAgencies: restOf() };
}
