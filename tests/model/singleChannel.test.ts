import { expect, test } from "vitest";
import { withRepeats, withoutRepeats } from "../../src/model/singleChannel.ts";
import type { Facts, StoredFacts, Subject } from "../../src/model/facts.ts";

const slice = (channels: string[]) => ({
  measures: { channels },
  byChannel: Object.fromEntries(channels.map((channel) => [channel, { channels: [channel] }])),
  topics: [],
  topicsByChannel: Object.fromEntries(channels.map((channel) => [channel, []])),
});
const subject = (year: string[], all: string[]) =>
  ({
    dimension: "agency",
    code: "zhkh",
    periods: { year: slice(year), all: slice(all) },
    months: [{ month: "2026-10" }],
    monthsByChannel: Object.fromEntries(all.map((channel) => [channel, [{ month: "2026-10" }]])),
  }) as unknown as Subject;

test("a single channel is written once and read back as it was", () => {
  const single = subject(["letter"], ["letter"]);
  const written = withoutRepeats(single);
  expect([written.periods.all.byChannel, written.periods.year.topicsByChannel, written.monthsByChannel]).toEqual([
    {},
    {},
    {},
  ]);
  expect(withRepeats({ subjects: [written] } as StoredFacts).subjects).toEqual([single]);
});

test("several channels stay apart, also where one period has only one of them", () => {
  const several = subject(["letter"], ["social", "letter"]);
  const written = withoutRepeats(several);
  expect(Object.keys(written.periods.all.byChannel)).toEqual(["social", "letter"]);
  expect(withRepeats({ subjects: [written] } as StoredFacts).subjects).toEqual([several]);
});

test("neither shape of the facts passes for the other where it matters", () => {
  const single = subject(["letter"], ["letter"]);
  const written = { subjects: [withoutRepeats(single)] } as StoredFacts;
  // @ts-expect-error what is stored is told of only when it is whole again
  const told: Facts = written;
  // @ts-expect-error what is whole is not stored
  const kept: StoredFacts = withRepeats(written);
  expect([told.subjects, kept.subjects]).toEqual([[withoutRepeats(single)], [single]]);
});
