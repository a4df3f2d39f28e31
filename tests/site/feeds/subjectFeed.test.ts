import { expect, test } from "vitest";
import { type PublicAppeal } from "../../../src/model/appeal.ts";
import { listedAppeal, type ListedAppeal } from "../../../src/edition/listedAppeal.ts";
import { overdueFeed } from "../../../src/site/feeds/overdueFeed.ts";
import { newestBySubject, subjectFeed } from "../../../src/site/feeds/subjectFeed.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { appeal } from "../../search/write/sampleAppeals.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";

const facts = exampleFacts();
const telling = createTelling(facts);
const listed = (part: Partial<PublicAppeal> & { id: string }): ListedAppeal =>
  listedAppeal(appeal({ agency: "fast", topic: "heating", place: "north", received: "2026-10-20", ...part }));
const parent = facts.vocabulary.topics.find(({ code }) => code === "heating")!.parent!;

test("an appeal is in the feed of its topic, of the topic above it and of its place, and in no other", () => {
  const appeals = [listed({ id: "a1" }), listed({ id: "a2", topic: null, place: "south" })];
  const ids = (dimension: "topic" | "place") =>
    Object.fromEntries(
      [...newestBySubject(dimension, appeals, facts)].map(([code, own]) => [code, own.map(({ id }) => id)]),
    );
  expect(ids("topic")).toEqual({ heating: ["a1"], [parent]: ["a1"] });
  expect(ids("place")).toEqual({ north: ["a1"], south: ["a2"] });
});

test("the feed of a place follows its page, and its entries are those of every other feed", () => {
  const feed = subjectFeed(telling, "place", "north", [listed({ id: "a1" })], "ru");
  expect(feed).toMatchObject({
    self: "https://example.org/otklik/places/north/feed.atom",
    page: "https://example.org/otklik/places/north/",
    updated: facts.edition.date,
    entries: [{ page: "https://example.org/otklik/appeals/a1/", published: "2026-10-20" }],
  });
  expect(feed.title).toContain("Северный округ");
});

test("an entry of what has just become overdue is as old as the delay, whatever happened on the way", () => {
  const overdue = {
    appeal: listed({ id: "a1" }),
    event: "closing",
    replied: true,
    waited: 33,
    late: 3,
    margin: 0,
  } as const;
  const feed = overdueFeed(telling, [overdue], "ru");
  const day = new Date(Date.parse(facts.edition.date) - 3 * 86_400_000).toISOString().slice(0, 10);
  expect(feed.entries).toMatchObject([{ published: day, updated: day }]);
  expect(feed.self).toBe("https://example.org/otklik/overdue/feed.atom");
});
