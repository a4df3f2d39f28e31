import { withAbove, withBelow } from "../../model/events/belonging.ts";
import { columnNames, noCode, type ColumnName, type SearchColumns } from "../format/columns.ts";
import { ratings, replyStates, waitStates, type Marks } from "../format/details.ts";
import type { NestedCode, SearchNames } from "../format/manifest.ts";

/** Kinds of values that the columns do not hold: the first reply against its norm, the rating, whether the reply repeats. */
export const markNames = ["wait", "rating", "replies"] as const satisfies readonly (keyof Marks)[];
type MarkName = (typeof markNames)[number];
/** Kinds of values that can be chosen, several of each. */
export const facetNames = [...columnNames, ...markNames] as const;
export type FacetName = (typeof facetNames)[number];

/** What the reader narrowed the search to. Several values of one kind mean "any of them". */
export type Filters = Record<FacetName, string[]> & {
  /** ISO dates, both included. */
  from: string | null;
  to: string | null;
};

export const noFilters: Filters = {
  agency: [],
  topic: [],
  place: [],
  channel: [],
  outcome: [],
  wait: [],
  rating: [],
  replies: [],
  from: null,
  to: null,
};

/** Whether the marks of the appeals are needed, which the columns do not hold. */
export function needsMarks(filters: Filters): boolean {
  return markNames.some((name) => filters[name].length > 0);
}

/** How many kinds of values and dates are chosen. */
export function chosenKinds(filters: Filters): number {
  return (
    facetNames.filter((name) => filters[name].length > 0).length +
    (filters.from !== null || filters.to !== null ? 1 : 0)
  );
}

/** Codes in the order of the columns' numbers. */
export function codesOf(names: SearchNames): Record<FacetName, readonly string[]> {
  return {
    agency: names.agencies.map(({ code }) => code),
    topic: names.topics.map(({ code }) => code),
    place: names.places.map(({ code }) => code),
    channel: names.channels,
    outcome: names.outcomes,
    wait: waitStates,
    rating: ratings,
    replies: replyStates,
  };
}

/** Codes together with everything below them. */
const withDescendants = (codes: readonly string[], entries: readonly NestedCode[]): Set<string> =>
  new Set(codes.flatMap((code) => [...withBelow(code, entries)]));

/** For each kind the numbers that pass, or null where that kind is not narrowed. */
function allowedNumbers(filters: Filters, names: SearchNames): (Uint8Array | null)[] {
  const codes = codesOf(names);
  return facetNames.map((name) => {
    if (filters[name].length === 0) return null;
    const wanted =
      name === "topic"
        ? withDescendants(filters.topic, names.topics)
        : name === "place"
          ? withDescendants(filters.place, names.places)
          : new Set(filters[name]);
    const numbers = new Uint8Array(noCode + 1);
    for (const [number, code] of codes[name].entries()) if (wanted.has(code)) numbers[number] = 1;
    return numbers;
  });
}

/** How many hits each value would leave, were it the only one chosen of its kind. Keys are codes; a parent counts its children. */
export type Counts = Record<ColumnName, Record<string, number>> & {
  /** Null where the marks were not loaded. */
  [Name in MarkName]: Record<string, number> | null;
};

export interface FilterCounts {
  /** Numbers of the appeals that pass every filter, per shard in the order of the input. */
  passing: Uint32Array[];
  total: number;
  counts: Counts;
  /** Hits by month of receipt, whatever dates were chosen; keys are YYYY-MM. */
  months: Record<string, number>;
}

export interface TallyShard {
  columns: SearchColumns;
  /** Numbers of the hits. */
  hits: Uint32Array;
  /** May be absent where no filter needs them; their values are not counted then. */
  marks?: Marks | undefined;
}

const millisecondsPerDay = 86_400_000;
/** Days from 1970-01-01 to an ISO date. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;

function namedCounts(tallies: Uint32Array | undefined, codes: readonly string[]): Record<string, number> {
  return Object.fromEntries(codes.map((code, number) => [code, tallies?.[number] ?? 0]));
}

/** Adds the counts of children to their parents. Entries may be nested to any depth. */
function addToParents(counts: Record<string, number>, entries: readonly NestedCode[]): void {
  const above = withAbove(entries);
  for (const [code, count] of Object.entries({ ...counts })) {
    for (const parent of above(code).slice(1)) counts[parent] = (counts[parent] ?? 0) + count;
  }
}

function byMonth(days: ReadonlyMap<number, number>): Record<string, number> {
  const months: Record<string, number> = {};
  for (const [day, count] of [...days].sort((a, b) => a[0] - b[0])) {
    const month = new Date(day * millisecondsPerDay).toISOString().slice(0, 7);
    months[month] = (months[month] ?? 0) + count;
  }
  return months;
}

/**
 * Filters hits and counts what every other choice would give, in one pass.
 *
 * @param shards columns, and the numbers of the hits among them
 * @throws where a filter needs marks and a shard has none
 */
export function tally(shards: readonly TallyShard[], filters: Filters, names: SearchNames): FilterCounts {
  const allowed = allowedNumbers(filters, names);
  const from = filters.from === null ? -Infinity : dayOf(filters.from);
  const to = filters.to === null ? Infinity : dayOf(filters.to);
  const tallies = facetNames.map(() => new Uint32Array(noCode + 1));
  const byDay = new Map<number, number>();
  const marked = shards.every(({ marks }) => marks !== undefined);
  if (!marked && needsMarks(filters)) throw new Error("The filters need marks");
  const kinds = marked ? facetNames.length : columnNames.length;
  let total = 0;

  const passing = shards.map(({ columns, hits, marks }) => {
    const values: (Uint16Array | Uint8Array)[] = columnNames.map((name) => columns[name]);
    if (marked && marks !== undefined) values.push(...markNames.map((name) => marks[name]));
    const kept = new Uint32Array(hits.length);
    let count = 0;
    for (const hit of hits) {
      let failed = 0;
      let failing = -1;
      for (let kind = 0; kind < kinds; kind += 1) {
        const numbers = allowed[kind];
        if (numbers && numbers[values[kind]?.[hit] ?? noCode] !== 1) {
          failed += 1;
          failing = kind;
        }
      }
      const day = columns.day[hit] ?? 0;
      if (failed === 0) byDay.set(day, (byDay.get(day) ?? 0) + 1);
      if (failed > 1 || day < from || day > to) continue;
      for (let kind = failed === 0 ? 0 : failing; kind < (failed === 0 ? kinds : failing + 1); kind += 1) {
        const column = tallies[kind];
        const number = values[kind]?.[hit] ?? noCode;
        if (column) column[number] = (column[number] ?? 0) + 1;
      }
      if (failed === 0) kept[count++] = hit;
    }
    total += count;
    return kept.subarray(0, count);
  });

  const codes = codesOf(names);
  const counted = Object.fromEntries(
    facetNames.map((name, kind) => [name, namedCounts(tallies[kind], codes[name])]),
  ) as Record<FacetName, Record<string, number>>;
  addToParents(counted.topic, names.topics);
  addToParents(counted.place, names.places);
  return {
    passing,
    total,
    counts: marked ? counted : { ...counted, wait: null, rating: null, replies: null },
    months: byMonth(byDay),
  };
}
