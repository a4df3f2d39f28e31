import fc from "fast-check";
import { expect, test } from "vitest";
import { shortDigest } from "../../src/intake/digest.ts";
import { DigestSet } from "../../src/intake/digestSet.ts";

test("a set of digests behaves like a set", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 3000 }),
      fc.array(fc.integer({ min: 0, max: 5000 })),
      (values, others) => {
        const set = new DigestSet();
        const plain = new Set<number>();
        for (const value of values) {
          expect(set.add(value)).toBe(!plain.has(value));
          plain.add(value);
        }
        expect(set.size).toBe(plain.size);
        const other = new DigestSet();
        for (const value of others) other.add(value);
        expect(set.missingFrom(other)).toBe([...plain].filter((value) => !others.includes(value)).length);
      },
    ),
    { numRuns: 40 },
  );
});

test("a million registry numbers have a million digests", () => {
  const set = new DigestSet();
  for (let number = 0; number < 1_000_000; number += 1) set.add(shortDigest(`2026-${number}`));
  expect(set.size).toBe(1_000_000);
});
