import { expect, test } from "vitest";
import { readState } from "../../../src/search/read/addressState.ts";
import { readySearches } from "../../../src/search/page/readySearches.ts";
import { appeal, names } from "../write/sampleAppeals.ts";

const facts = {
  edition: { date: "2026-03-31" },
  vocabulary: { agencies: [], topics: names.topics, places: names.places, channels: [] },
} as never;
const appeals = [
  appeal({ id: "a1", topic: "holes", received: "2026-01-10", firstReplyNorm: 10 }),
  appeal({
    id: "a2",
    topic: "lamps",
    received: "2026-01-10",
    firstReply: "2026-03-01",
    firstReplyDays: 50,
    firstReplyNorm: 10,
    outcome: "refused",
    rating: 1,
  }),
  appeal({ id: "a3", topic: "heat", received: "2026-03-30", firstReplyNorm: 10 }),
];

test("ready searches of a topic count its sub-topics, and leave out what finds nothing", () => {
  const searches = readySearches(appeals, "topic", "streets", facts);
  expect(searches.map(({ kind, count }) => [kind, count])).toEqual([
    ["overdue", 1],
    ["over", 1],
    ["refused", 1],
    ["low", 1],
  ]);
  expect(readState(new URLSearchParams(searches[0]?.query)).filters).toMatchObject({
    topic: ["streets"],
    wait: ["overdue"],
  });
  expect(readySearches(appeals, "topic", "heat", facts)).toEqual([
    { kind: "month", count: 1, query: "topic=heat&from=2026-03-02" },
  ]);
});
