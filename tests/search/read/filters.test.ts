import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ColumnName,
  decodeColumns,
  encodeColumns,
  noCode,
  type SearchColumns,
} from "../../../src/search/format/columns.ts";
import { ratings, replyStates, waitStates } from "../../../src/search/format/details.ts";
import {
  codesOf,
  facetNames,
  noFilters,
  tally,
  type FacetName,
  type Filters,
  type TallyShard,
} from "../../../src/search/read/filters.ts";
import { names } from "../write/sampleAppeals.ts";

const codes = codesOf(names);
const row = fc.record({
  agency: fc.constantFrom(0, 1, noCode),
  topic: fc.constantFrom(0, 1, 2, 3, noCode),
  place: fc.constantFrom(0, 1, noCode),
  channel: fc.nat(4),
  outcome: fc.nat(8),
  wait: fc.nat(waitStates.length - 1),
  rating: fc.nat(ratings.length - 1),
  replies: fc.nat(replyStates.length - 1),
  day: fc.integer({ min: 20_000, max: 20_200 }),
});
type Row = Record<FacetName | "day", number>;
const columnsOf = (rows: Row[]): SearchColumns => {
  const sorted = rows.toSorted((a, b) => a.day - b.day);
  const column = (name: ColumnName): Uint16Array => Uint16Array.from(sorted, (each) => each[name]);
  return {
    length: rows.length,
    agency: column("agency"),
    topic: column("topic"),
    place: column("place"),
    channel: column("channel"),
    outcome: column("outcome"),
    day: Int32Array.from(sorted, ({ day }) => day),
  };
};
const rows = fc.array(row, { minLength: 1, maxLength: 40 }).map((drawn) => drawn.toSorted((a, b) => a.day - b.day));
const columns = rows.map(columnsOf);
/** All appeals as hits, newest first. */
const shardOf = (drawn: Row[]): TallyShard & { marks: NonNullable<TallyShard["marks"]> } => ({
  columns: columnsOf(drawn),
  hits: everything(columnsOf(drawn)),
  marks: {
    wait: Uint8Array.from(drawn, ({ wait }) => wait),
    rating: Uint8Array.from(drawn, ({ rating }) => rating),
    replies: Uint8Array.from(drawn, ({ replies }) => replies),
  },
});
const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const filters: fc.Arbitrary<Filters> = fc.record({
  agency: fc.subarray(["roads", "housing"]),
  topic: fc.subarray(["streets", "holes", "lamps", "heat"]),
  place: fc.subarray(["zarechye", "kitezh"]),
  channel: fc.subarray([...names.channels]),
  outcome: fc.subarray([...names.outcomes]),
  wait: fc.subarray<string>([...waitStates]),
  rating: fc.subarray<string>([...ratings]),
  replies: fc.subarray<string>([...replyStates]),
  from: fc.option(fc.integer({ min: 20_000, max: 20_200 }).map(isoDate)),
  to: fc.option(fc.integer({ min: 20_000, max: 20_200 }).map(isoDate)),
});
const everything = (of: SearchColumns): Uint32Array =>
  Uint32Array.from({ length: of.length }, (_, index) => of.length - 1 - index);

test("columns come back as they were written", () => {
  fc.assert(
    fc.property(columns, (written) => {
      const firstDay = written.day[0] ?? 0;
      expect(decodeColumns(encodeColumns(written, firstDay), written.length, firstDay)).toEqual(written);
    }),
  );
  expect(() => decodeColumns(new Uint8Array(11), 1, 0)).toThrow(RangeError);
});

/** The slow and obvious way: does this appeal pass these filters? */
function passes({ columns: of, marks }: ReturnType<typeof shardOf>, index: number, chosen: Filters): boolean {
  const parents = new Map(names.topics.map(({ code, parent }) => [code, parent]));
  const fits = (name: FacetName): boolean => {
    if (chosen[name].length === 0) return true;
    const number = name === "wait" || name === "rating" || name === "replies" ? marks[name][index] : of[name][index];
    const code = codes[name][number ?? noCode];
    return (
      code !== undefined &&
      (chosen[name].includes(code) || (name === "topic" && chosen.topic.includes(parents.get(code) ?? "")))
    );
  };
  const date = isoDate(of.day[index] ?? 0);
  return (
    facetNames.every(fits) && (chosen.from === null || date >= chosen.from) && (chosen.to === null || date <= chosen.to)
  );
}

test("what passes is what the obvious way lets pass, newest first", () => {
  fc.assert(
    fc.property(rows, filters, (drawn, chosen) => {
      const shard = shardOf(drawn);
      const { passing, total } = tally([shard], chosen, names);
      const expected = [...shard.hits].filter((index) => passes(shard, index, chosen));
      expect([...(passing[0] ?? [])]).toEqual(expected);
      expect(total).toBe(expected.length);
    }),
  );
});

test("the count beside a value is what choosing it alone would give", () => {
  fc.assert(
    fc.property(rows, filters, fc.constantFrom(...facetNames), (drawn, chosen, name) => {
      const shards = [shardOf(drawn)];
      const { counts } = tally(shards, chosen, names);
      for (const code of codes[name])
        expect(counts[name]?.[code]).toBe(tally(shards, { ...chosen, [name]: [code] }, names).total);
    }),
  );
});

test("what the columns do not hold is neither counted nor chosen by without the marks", () => {
  const { columns: of, hits } = shardOf([
    { agency: 0, topic: 0, place: 0, channel: 0, outcome: 0, wait: 0, rating: 0, replies: 0, day: 20_000 },
  ]);
  expect(tally([{ columns: of, hits }], noFilters, names)).toMatchObject({
    total: 1,
    counts: { wait: null, rating: null, replies: null },
  });
  expect(() => tally([{ columns: of, hits }], { ...noFilters, wait: ["over"] }, names)).toThrow("need marks");
});

test("months add up to the hits without the dates", () => {
  fc.assert(
    fc.property(rows, filters, (drawn, chosen) => {
      const { months } = tally([shardOf(drawn)], chosen, names);
      const undated = tally([shardOf(drawn)], { ...chosen, from: null, to: null }, names);
      expect(Object.values(months).reduce((sum, count) => sum + count, 0)).toBe(undated.total);
    }),
  );
});
