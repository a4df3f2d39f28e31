import { isoDateOfDay, dayOfIsoDate } from "../../src/model/moment.ts";
import { type Weeks, weeksSchema } from "../../src/model/weeks.ts";

/** Weeks of the tiny invented region of exampleFacts: 54 of them, a rise, a hidden count, a place without residents. */
export function exampleWeeks(): Weeks {
  const mondays = Array.from({ length: 54 }, (_, week) => isoDateOfDay(dayOfIsoDate("2025-11-03") + week * 7));
  const received = (base: number, last = base) => mondays.map((_, week) => (week === 53 ? last : base + (week % 5)));
  const usual = { expected: 20.4, low: 11, high: 32 };
  return weeksSchema.parse({
    mondays,
    region: { code: "", received: received(180, 221), usual: { expected: 182.1, low: 150, high: 218 } },
    topics: [
      { code: "utilities", received: received(60, 90), usual },
      { code: "heating", received: received(20, 48), usual },
      { code: "yards", received: received(40, 42), usual: { expected: 41, low: 27, high: 58 } },
      { code: "potholes", received: received(30, 31), usual },
      { code: "waste", received: mondays.map((_, week) => (week === 53 ? 12 : null)), usual: null },
    ],
    places: [
      { code: "north", received: received(100, 140), usual, perThousand: { value: 1.2, low: 1, high: 1.43 } },
      { code: "south", received: received(70, 81), usual: null },
    ],
    mature: {
      channel: "social",
      from: "2026-09-14",
      to: "2026-10-11",
      received: 730,
      answeredInNorm: { state: "exact", value: 0.9, part: 630, whole: 700, low: 0.876, high: 0.92 },
    },
    search: { weeks: 2, counts: 96, falseAlarms: 0.2, knowsSeason: true },
    rises: [
      {
        topic: "heating",
        place: "north",
        from: mondays.at(-1),
        to: isoDateOfDay(dayOfIsoDate(mondays.at(-1)!) + 6),
        received: 41,
        expected: 12.3,
        low: 6,
        high: 20,
        yearBefore: "hidden",
        words: [{ word: "котельная", texts: 17 }],
        examples: ["a1"],
      },
    ],
  });
}
