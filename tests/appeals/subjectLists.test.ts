import fc from "fast-check";
import { expect, test } from "vitest";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { mostListed, subjectListAddress, subjectLists } from "../../src/appeals/subjectLists.ts";
import { appeal } from "../search/write/sampleAppeals.ts";

const vocabulary = {
  agencies: [
    { code: "roads", name: "Дороги", short: "Дороги" },
    { code: "idle", name: "Никто", short: "Никто" },
  ],
  topics: [
    { code: "streets", name: "Улицы", parent: null },
    { code: "holes", name: "Ямы", parent: "streets" },
  ],
  // Nested in a circle, as no portal should have it.
  places: [
    { code: "east", name: "Восток", parent: "west" },
    { code: "west", name: "Запад", parent: "east" },
  ],
  channels: [],
} as unknown as Parameters<typeof subjectLists>[1];

test("every list has the newest of its own and counts all of them, those of what is below among them", () => {
  const rows = fc.array(
    fc.record({
      agency: fc.constantFrom("roads", "gone", null),
      topic: fc.constantFrom("streets", "holes", null),
      place: fc.constantFrom("east", "west", null),
    }),
    { maxLength: 3 * mostListed },
  );
  fc.assert(
    fc.property(rows, (made) => {
      const all = made.map((row, at) => listedAppeal(appeal({ id: `a${at}`, ...row })));
      const lists = new Map(
        subjectLists(all, vocabulary).map((list) => [subjectListAddress(list.dimension, list.code), list]),
      );
      const expected = {
        "/appeals/by/agency/roads/": all.filter(({ agency }) => agency === "roads"),
        "/appeals/by/agency/idle/": [],
        "/appeals/by/topic/streets/": all.filter(({ topic }) => topic !== null),
        "/appeals/by/topic/holes/": all.filter(({ topic }) => topic === "holes"),
        "/appeals/by/place/east/": all.filter(({ place }) => place !== null),
        "/appeals/by/place/west/": all.filter(({ place }) => place !== null),
      };
      for (const [address, own] of Object.entries(expected)) {
        expect(lists.get(address)?.total ?? 0).toBe(own.length);
        expect(lists.get(address)?.appeals ?? []).toEqual(own.slice(0, mostListed));
      }
      expect(lists.size).toBe(Object.values(expected).filter((own) => own.length > 0).length);
    }),
    { numRuns: 30 },
  );
});
