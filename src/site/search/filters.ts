import { columnNames, noCode, type ColumnName, type SearchColumns } from "./columns.ts";
import { type NestedCode, type SearchNames } from "./manifest.ts";

/** What the reader narrowed the search to. Several values of one kind mean "any of them". */
export interface Filters {
  agency: string[];
  topic: string[];
  place: string[];
  channel: string[];
  outcome: string[];
  /** ISO dates, both included. */
  from: string | null;
  to: string | null;
}

export const noFilters: Filters = { agency: [], topic: [], place: [], channel: [], outcome: [], from: null, to: null };

/** Codes in the order of the columns' numbers. */
export function codesOf(names: SearchNames): Record<ColumnName, readonly string[]> {
  return {
    agency: names.agencies.map(({ code }) => code),
    topic: names.topics.map(({ code }) => code),
    place: names.places.map(({ code }) => code),
    channel: names.channels,
    outcome: names.outcomes,
  };
}

/** A code together with everything below it. */
function withDescendants(codes: readonly string[], entries: readonly NestedCode[]): Set<string> {
  const wanted = new Set(codes);
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { code, parent } of entries) if (parent !== null && wanted.has(parent)) wanted.add(code);
  }
  return wanted;
}

/** For each kind the numbers that pass, or null where that kind is not narrowed. */
type Allowed = Record<ColumnName, Uint8Array | null>;

function allowedNumbers(filters: Filters, names: SearchNames): Allowed {
  const codes = codesOf(names);
  const of = (name: ColumnName): Uint8Array | null => {
    if (filters[name].length === 0) return null;
    const wanted = name === "topic" ? withDescendants(filters.topic, names.topics) : name === "place" ? withDescendants(filters.place, names.places) : new Set(filters[name]);
    const numbers = new Uint8Array(noCode + 1);
    for (const [number, code] of codes[name].entries()) if (wanted.has(code)) numbers[number] = 1;
    return numbers;
  };
  return { agency: of("agency"), topic: of("topic"), place: of("place"), channel: of("channel"), outcome: of("outcome") };
}

/** How many hits each value would leave, were it the only one chosen of its kind. Keys are codes; a parent counts its children. */
export type Counts = Record<ColumnName, Record<string, number>>;

export interface Tally {
  /** Numbers of the appeals that pass every filter, per shard in the order of the input. */
  passing: Uint32Array[];
  total: number;
  counts: Counts;
  /** Hits by month of receipt, whatever dates were chosen; keys are YYYY-MM. */
  months: Record<string, number>;
}

const millisecondsPerDay = 86_400_000;
/** Days from 1970-01-01 to an ISO date. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;

function namedCounts(tallies: Uint32Array, codes: readonly string[]): Record<string, number> {
  return Object.fromEntries(codes.map((code, number) => [code, tallies[number] ?? 0]));
}

/** Adds the counts of children to their parents. Entries may be nested to any depth. */
function addToParents(counts: Record<string, number>, entries: readonly NestedCode[]): void {
  const parents = new Map(entries.map(({ code, parent }) => [code, parent]));
  const own = { ...counts };
  for (const [code, count] of Object.entries(own)) {
    const seen = new Set([code]);
    for (let parent = parents.get(code) ?? null; parent !== null && !seen.has(parent); parent = parents.get(parent) ?? null) {
      seen.add(parent);
      counts[parent] = (counts[parent] ?? 0) + count;
    }
  }
}

/**
 * Filters hits and counts what every other choice would give, in one pass.
 *
 * @param shards columns, and the numbers of the hits among them
 */
export function tally(shards: readonly { columns: SearchColumns; hits: Uint32Array }[], filters: Filters, names: SearchNames): Tally {
  const allowed = allowedNumbers(filters, names);
  const from = filters.from === null ? -Infinity : dayOf(filters.from);
  const to = filters.to === null ? Infinity : dayOf(filters.to);
  const tallies = Object.fromEntries(columnNames.map((name) => [name, new Uint32Array(noCode + 1)])) as Record<ColumnName, Uint32Array>;
  const byDay = new Map<number, number>();
  let total = 0;

  const passing = shards.map(({ columns, hits }) => {
    const kept = new Uint32Array(hits.length);
    let count = 0;
    for (const hit of hits) {
      let failed = 0;
      let failing: ColumnName | null = null;
      for (const name of columnNames) {
        const numbers = allowed[name];
        if (numbers !== null && numbers[columns[name][hit] ?? noCode] !== 1) {
          failed += 1;
          failing = name;
        }
      }
      const day = columns.day[hit] ?? 0;
      const inDates = day >= from && day <= to;
      if (failed === 0) byDay.set(day, (byDay.get(day) ?? 0) + 1);
      if (!inDates || failed > 1) continue;
      for (const name of columnNames) {
        if (failed === 1 && name !== failing) continue;
        const number = columns[name][hit] ?? noCode;
        const column = tallies[name];
        column[number] = (column[number] ?? 0) + 1;
      }
      if (failed === 0) kept[count++] = hit;
    }
    total += count;
    return kept.subarray(0, count);
  });

  const codes = codesOf(names);
  const counts = Object.fromEntries(columnNames.map((name) => [name, namedCounts(tallies[name], codes[name])])) as Counts;
  addToParents(counts.topic, names.topics);
  addToParents(counts.place, names.places);
  const months: Record<string, number> = {};
  for (const [day, count] of [...byDay].sort((a, b) => a[0] - b[0])) {
    const month = new Date(day * millisecondsPerDay).toISOString().slice(0, 7);
    months[month] = (months[month] ?? 0) + count;
  }
  return { passing, total, counts, months };
}
