import { describe, expect, test } from "vitest";
import {
  appealAddress,
  appealFile,
  bundleIn,
  bundleNumbers,
  bundleOf,
  bundlePatterns,
  bundleRange,
  bundlesFor,
  idAlphabet,
} from "../../src/model/appealBundle.ts";

const letters = [...idAlphabet];
/** Beginnings of ids, all there are. */
const beginnings = letters.flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three)));
const smaller = bundleNumbers.filter((bundles) => bundles <= 31 ** 2 * 2);

describe("bundles of appeals", () => {
  test.each(smaller)("%i of them hold about as many ids each, side by side in the alphabet", (bundles) => {
    const found = Map.groupBy(beginnings, (id) => bundleOf(`${id}aaaaaaaaaa`, bundles));
    expect(found.size).toBe(bundles);
    const sizes = [...found.values()].map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2 * Math.min(...sizes));
    for (const [name, ids] of found) {
      const { from, to } = bundleRange(name, bundles) ?? { from: "", to: "" };
      expect(ids[0]!.startsWith(from) && ids.at(-1)!.startsWith(to), name).toBe(true);
      expect(bundleIn(appealFile(ids[0]!, bundles))).toBe(name);
    }
  });

  test("are as many at first as 32 to 64 appeals in each make", () => {
    for (const appeals of [100, 1000, 7500, 20_000, 100_000, 1_000_000, 10_000_000]) {
      const each = appeals / bundlesFor(appeals);
      expect(each).toBeGreaterThan(30);
      expect(each).toBeLessThanOrEqual(64);
    }
    expect(bundlesFor(0)).toBe(1);
  });

  test("are found by a server that knows the patterns alone", () => {
    for (const bundles of [2, 62, 1922, 3844]) {
      const { lead, parts } = bundlePatterns(bundles);
      for (const id of ["abcdefgh", "9zyxwvut", "tsrqpnmk", "m2n3p4q5"]) {
        const part = parts.find(({ letters: some }) => some.includes(id[lead]!))!;
        expect(id.slice(0, lead) + part.name).toBe(bundleOf(id, bundles));
      }
    }
    expect(bundlePatterns(961)).toEqual({ lead: 2, parts: [] });
  });

  test("show an appeal by its id, where it has no page of its own", () => {
    expect(appealAddress("abcdefghjk", undefined)).toBe("/appeals/abcdefghjk/");
    expect(appealAddress("abcdefghjk", 961)).toBe("/appeals/in/ab.html#abcdefghjk");
    expect(appealAddress("abcdefghjk", 1)).toBe("/appeals/in/all.html#abcdefghjk");
    expect(() => bundleOf("abcdefghjk", 1000)).toThrow("1000");
  });
});
