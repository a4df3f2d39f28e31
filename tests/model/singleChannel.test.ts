import { expect, test } from "vitest";
import { withRepeats, withoutRepeats } from "../../src/model/singleChannel.ts";
import { type Facts, type Subject } from "../../src/model/facts.ts";

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
  expect(withRepeats({ subjects: [written] } as Facts).subjects).toEqual([single]);
});

test("several channels stay apart, also where one period has only one of them", () => {
  const several = subject(["letter"], ["social", "letter"]);
  const written = withoutRepeats(several);
  expect(Object.keys(written.periods.all.byChannel)).toEqual(["social", "letter"]);
  expect(withRepeats({ subjects: [written] } as Facts).subjects).toEqual([several]);
});
