import { describe, expect, test } from "vitest";
import { withinErrorRate } from "../../../src/measure/rising/editionError.ts";
import { benjaminiHochberg } from "../../../src/measure/statistics/multipleComparisons.ts";
import { randomOf } from "../../../demo/random.ts";

describe("the error rate of an edition", () => {
  test("is kept by p-values of chance alone: any false alarm in no more than that share of editions", () => {
    const random = randomOf("chance alone");
    let alarms = 0;
    for (let edition = 0; edition < 2000; edition++) {
      const judged = Array.from({ length: 100 }, () => ({ p: random.next(), reachable: 1 }));
      if (withinErrorRate(judged, 0.2).includes(true)) alarms++;
    }
    expect(alarms / 2000).toBeLessThanOrEqual(0.2);
    // The rule is no stricter than it says: nearly the whole rate is used.
    expect(alarms / 2000).toBeGreaterThan(0.14);
  });

  test("is never looser than that of Benjamini and Hochberg where every count can reach any p", () => {
    const random = randomOf("two of them rise");
    for (let edition = 0; edition < 200; edition++) {
      const p = Array.from({ length: 40 }, (_, index) => (index < 2 ? random.next() * 1e-3 : random.next()));
      const adjusted = benjaminiHochberg(p);
      withinErrorRate(
        p.map((one) => ({ p: one, reachable: 1 })),
        0.2,
      ).forEach((isCalled, index) => expect(isCalled && adjusted[index]! > 0.2).toBe(false));
    }
  });

  test("counts cells that cannot reach a number that may be told as good as not at all", () => {
    const sure = { p: 1e-3, reachable: 0.9 };
    const among = (reachable: number) => [sure, ...Array.from({ length: 1000 }, () => ({ p: 1, reachable }))];
    expect(withinErrorRate(among(0.9), 0.2)[0]).toBe(false);
    expect(withinErrorRate(among(1e-5), 0.2)[0]).toBe(true);
  });
});
