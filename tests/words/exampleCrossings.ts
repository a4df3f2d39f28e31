import { type Crossings, crossingsSchema } from "../../src/model/crossings.ts";
import { measuresOf } from "./exampleFacts.ts";

/** What neighbours wrote in the tiny invented region of exampleFacts: one crossing with figures, one of which nothing is told. */
export function exampleCrossings(): Crossings {
  const measures = measuresOf({ received: 80, median: 2, ceiling: 0.9, precision: "day" }, ["social"]);
  return crossingsSchema.parse({
    schema: 1,
    crossings: [
      {
        topic: "heating",
        place: "north",
        received: 120,
        year: {
          measures: { ...measures, yearBefore: null },
          byChannel: {},
          agencies: [
            {
              code: "fast",
              count: { state: "exact", value: 70 },
              share: { state: "exact", value: 0.875, part: 70, whole: 80, low: 0.785, high: 0.931 },
              percent: 88,
              tenths: 875,
            },
          ],
          otherAgencies: 10,
        },
        untold: ["letter"],
      },
      { topic: "potholes", place: "south", received: 31, untold: ["social", "letter"] },
    ],
    leftOut: 0,
    houses: true,
  });
}
