import { none } from "../model/columns.ts";
import type { Comparison } from "../model/facts.ts";
import { shareDefinitions } from "./definitions.ts";
import type { Evidence, SlotRange } from "./evidence.ts";
import type { CaseMixCell } from "./statistics/caseMix.ts";
import { isMostlyUndated } from "./measures.ts";
import { countsAs } from "./tally.ts";

export type ComparedFigure = Comparison["figure"];

/**
 * For each agency (index) and each channel (index), part and whole of a figure by top-level topic: the cells in which
 * agencies are compared like with like. The last topic is "not stated". Empty for an agency of which most dates in a channel
 * are unknown: its figure is missing there, and cannot be compared.
 */
export type AgencyStrata = readonly (readonly (readonly CaseMixCell[])[])[];

export const agencyStrata = (evidence: Evidence, figure: ComparedFigure, range: SlotRange): AgencyStrata =>
  strataOf(evidence, figure, range, evidence.columns.agency, evidence.columns.lists.agencies.length);

/** The same for groups of another kind. @param group of each row, below `groups`, or `none` */
export function strataOf(
  { columns, series, tree, rows }: Evidence,
  figure: ComparedFigure,
  { first, last }: SlotRange,
  group: Uint16Array,
  groups: number,
): AgencyStrata {
  const { channels, topics } = columns.lists;
  const tops = [...new Set(topics.map((_, leaf) => tree.paths[tree.ofLeaf[leaf]!]![0]!))].sort((a, b) => a - b);
  const topOfLeaf = topics.map((_, leaf) => tops.indexOf(tree.paths[tree.ofLeaf[leaf]!]![0]!));
  const size = tops.length + 1;
  const parts = new Uint32Array(groups * channels.length * size);
  const wholes = new Uint32Array(parts.length);
  const { part, whole, absent } = shareDefinitions[figure];
  const [happenedAs, undatedAs] =
    absent === "firstReplyNorm"
      ? (["firstHappened", "firstUndated"] as const)
      : (["closeHappened", "closeUndated"] as const);
  const happened = new Uint32Array(groups * channels.length);
  const undated = new Uint32Array(happened.length);
  for (let row = 0; row < columns.length; row++) {
    const slot = series.slot[row]!;
    const member = group[row]!;
    if (member === none || slot < first || slot > last) continue;
    const way = member * channels.length + columns.channel[row]!;
    if (countsAs(rows, row, happenedAs)) happened[way]! += 1;
    if (countsAs(rows, row, undatedAs)) undated[way]! += 1;
    if (!countsAs(rows, row, whole)) continue;
    const topic = columns.topic[row]!;
    const cell = way * size + (topic === none ? tops.length : topOfLeaf[topic]!);
    wholes[cell]! += 1;
    if (countsAs(rows, row, part)) parts[cell]! += 1;
  }
  return Array.from({ length: groups }, (_, member) =>
    channels.map((_, channel) => {
      const way = member * channels.length + channel;
      const from = way * size;
      if (isMostlyUndated(undated[way]!, happened[way]!))
        return Array.from({ length: size }, () => ({ count: 0, total: 0 }));
      return Array.from({ length: size }, (_, topic) => ({
        count: parts[from + topic]!,
        total: wholes[from + topic]!,
      }));
    }),
  );
}
