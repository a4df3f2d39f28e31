import fc from "fast-check";
import { expect, test } from "vitest";
import { columnNames, decodeColumns, encodeColumns, noCode, type SearchColumns } from "../../../src/site/search/columns.ts";
import { codesOf, noFilters, tally, type Filters } from "../../../src/site/search/filters.ts";
import { names } from "../../publish/search/sampleAppeals.ts";

const codes = codesOf(names);
const row = fc.record({
  agency: fc.constantFrom(0, 1, noCode),
  topic: fc.constantFrom(0, 1, 2, 3, noCode),
  place: fc.constantFrom(0, 1, noCode),
  channel: fc.nat(4),
  outcome: fc.nat(8),
  day: fc.integer({ min: 20_000, max: 20_200 }),
});
const columnsOf = (rows: { [key in (typeof columnNames)[number] | "day"]: number }[]): SearchColumns => {
  const sorted = rows.toSorted((a, b) => a.day - b.day);
  const column = (name: (typeof columnNames)[number]): Uint16Array => Uint16Array.from(sorted, (each) => each[name]);
  return { length: rows.length, agency: column("agency"), topic: column("topic"), place: column("place"), channel: column("channel"), outcome: column("outcome"), day: Int32Array.from(sorted, ({ day }) => day) };
};
const columns = fc.array(row, { minLength: 1, maxLength: 40 }).map(columnsOf);
const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const filters: fc.Arbitrary<Filters> = fc.record({
  agency: fc.subarray(["roads", "housing"]),
  topic: fc.subarray(["streets", "holes", "lamps", "heat"]),
  place: fc.subarray(["zarechye", "kitezh"]),
  channel: fc.subarray([...names.channels]),
  outcome: fc.subarray([...names.outcomes]),
  from: fc.option(fc.integer({ min: 20_000, max: 20_200 }).map(isoDate)),
  to: fc.option(fc.integer({ min: 20_000, max: 20_200 }).map(isoDate)),
});
const everything = (of: SearchColumns): Uint32Array => Uint32Array.from({ length: of.length }, (_, index) => of.length - 1 - index);

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
function passes(of: SearchColumns, index: number, chosen: Filters): boolean {
  const parents = new Map(names.topics.map(({ code, parent }) => [code, parent]));
  const fits = (name: (typeof columnNames)[number]): boolean => {
    if (chosen[name].length === 0) return true;
    const code = codes[name][of[name][index] ?? noCode];
    return code !== undefined && (chosen[name].includes(code) || (name === "topic" && chosen.topic.includes(parents.get(code) ?? "")));
  };
  const date = isoDate(of.day[index] ?? 0);
  return columnNames.every(fits) && (chosen.from === null || date >= chosen.from) && (chosen.to === null || date <= chosen.to);
}

test("what passes is what the obvious way lets pass, newest first", () => {
  fc.assert(
    fc.property(columns, filters, (of, chosen) => {
      const { passing, total } = tally([{ columns: of, hits: everything(of) }], chosen, names);
      const expected = [...everything(of)].filter((index) => passes(of, index, chosen));
      expect([...(passing[0] ?? [])]).toEqual(expected);
      expect(total).toBe(expected.length);
    }),
  );
});

test("the count beside a value is what choosing it alone would give", () => {
  fc.assert(
    fc.property(columns, filters, fc.constantFrom(...columnNames), (of, chosen, name) => {
      const hits = [{ columns: of, hits: everything(of) }];
      const { counts } = tally(hits, chosen, names);
      for (const code of codes[name]) expect(counts[name][code]).toBe(tally(hits, { ...chosen, [name]: [code] }, names).total);
    }),
  );
});

test("months add up to the hits without the dates", () => {
  fc.assert(
    fc.property(columns, filters, (of, chosen) => {
      const { months } = tally([{ columns: of, hits: everything(of) }], chosen, names);
      const undated = tally([{ columns: of, hits: everything(of) }], { ...chosen, from: null, to: null }, names);
      expect(Object.values(months).reduce((sum, count) => sum + count, 0)).toBe(undated.total);
    }),
  );
  expect(noFilters.from).toBeNull();
});
