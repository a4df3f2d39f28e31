import { describe, expect, test } from "vitest";
import { isLuhnValid, isPersonInnValid, isSnilsValid } from "../../src/privacy/checksums.ts";

// Canonical and widely published test values.
describe("Check digits", () => {
  test.each([
    ["11223344595", true],
    ["08765430300", true],
    ["11223344594", false],
    ["1122334459", false],
  ])("of SNILS %s: %s", (digits, valid) => expect(isSnilsValid(digits)).toBe(valid));
  test.each([
    ["500100732259", true],
    ["500100732258", false],
    ["7707083893", false],
  ])("of a person's INN %s: %s", (digits, valid) => expect(isPersonInnValid(digits)).toBe(valid));
  test.each([
    ["4111111111111111", true],
    ["2200000000000004", true],
    ["4111111111111112", false],
  ])("of a card %s: %s", (digits, valid) => expect(isLuhnValid(digits)).toBe(valid));

  /** Shares of random numbers that pass, as simulated with other code. */
  test.each([
    ["SNILS", isSnilsValid, 11, 0.0109],
    ["INN", isPersonInnValid, 12, 0.0101],
    ["Luhn", isLuhnValid, 16, 0.0996],
  ] as const)("of %s let random numbers through at the known rate", (_name, check, length, rate) => {
    let state = 20260727;
    const digit = (): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 16) % 10;
    };
    let passed = 0;
    for (let round = 0; round < 50_000; round += 1) if (check(Array.from({ length }, digit).join(""))) passed += 1;
    expect(Math.abs(passed / 50_000 - rate)).toBeLessThan(0.25 * rate);
  });
});
