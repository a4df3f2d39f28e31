import { describe, expect, test } from "vitest";
import { cleanKinds, CleanPieces } from "../../src/privacy/cleanPieces.ts";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { FingerprintSet } from "../../src/privacy/fingerprintSet.ts";
import { lastLook } from "../../src/privacy/lastLook.ts";
import { ReadTexts } from "../../src/privacy/readTexts.ts";

function tableOf(fingerprints: Iterable<number>): Float64Array {
  const set = new FingerprintSet();
  for (const one of fingerprints) set.add(one);
  return set.table;
}

describe("what the last look found clean", () => {
  test("is known of the build before but for a sixteenth, another in each build", () => {
    const all = Array.from({ length: 1600 }, (_, at) => at * 7919);
    const forgotten = Array.from({ length: 16 }, (_, turn) => {
      const clean = new CleanPieces(tableOf(all), turn);
      return all.filter((one) => !clean.has(one, cleanKinds.markup));
    });
    expect(forgotten.map(({ length }) => length)).toEqual(forgotten.map(() => 100));
    expect(new Set(forgotten.flat()).size).toBe(all.length);
  });

  test("as markup is not clean as a text, however large its fingerprint", () => {
    const clean = new CleanPieces();
    for (const one of [3, 2 ** 53 - 1, 2 ** 52]) {
      clean.add(one, cleanKinds.markup);
      expect([clean.has(one, cleanKinds.markup), clean.has(one, cleanKinds.alike)]).toEqual([true, false]);
      clean.add(one, cleanKinds.alike);
    }
    const taken = clean.take();
    expect(new Set(taken).size).toBe(6);
    expect(taken.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
    expect(clean.take()).toHaveLength(0);
  });

  test("goes on to the next build when it is met, and lets nothing else pass", () => {
    const pages = ["<p>Яма у дома засыпана", "<p>Свет во дворе горит снова"];
    const dirty = "<p>Звоните 8 912 345-67-89";
    const look = (clean: CleanPieces) => lastLook(createDetectionContext(), [], new ReadTexts(), clean);
    const first = new CleanPieces();
    for (const page of [...pages, dirty]) look(first)(page, true);
    const taken = first.take();
    const second = new CleanPieces(tableOf(taken), 0);
    const looking = look(second);
    expect(pages.flatMap((page) => looking(page, true))).toEqual([]);
    expect(looking(dirty, true)).toEqual(["phone"]);
    expect([...second.take()].every((one) => taken.includes(one))).toBe(true);
  });
});
