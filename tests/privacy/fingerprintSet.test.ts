import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint } from "../../src/privacy/fingerprint.ts";
import { FingerprintSet } from "../../src/privacy/fingerprintSet.ts";

test("it knows what was added and nothing else, like a Set", () => {
  const number = fc.maxSafeNat();
  fc.assert(
    fc.property(fc.array(number, { maxLength: 6000 }), fc.array(number, { maxLength: 100 }), (added, asked) => {
      const set = new FingerprintSet();
      const expected = new Set(added);
      for (const value of added) set.add(value);
      for (const value of [...asked, ...added]) expect(set.has(value)).toBe(expected.has(value));
    }),
    { numRuns: 30 },
  );
});

test("another thread's set over the same memory knows the same, and nobody adds to it", () => {
  const set = new FingerprintSet();
  for (let number = 0; number < 20_000; number += 1) set.add(fingerprint(`text ${number}`));
  const shared = FingerprintSet.of(set.table);
  expect(shared.table.buffer).toBeInstanceOf(SharedArrayBuffer);
  for (let number = 0; number < 20_000; number += 1) expect(shared.has(fingerprint(`text ${number}`))).toBe(true);
  expect(shared.has(fingerprint("another text"))).toBe(false);
  expect(() => shared.add(1)).toThrow("shared");
});
