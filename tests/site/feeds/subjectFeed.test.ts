import { expect, test } from "vitest";
import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { listedAppeal, type ListedAppeal } from "../../../src/edition/listedAppeal.ts";
import { atomFeed } from "../../../src/site/feeds/atomFeed.ts";
import { overdueFeed, overdueFeeds } from "../../../src/site/feeds/overdueFeed.ts";
import { appealsFeed, appealsFeeds, newestBy } from "../../../src/site/feeds/appealsFeed.ts";
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
    Object.fromEntries([...newestBy(dimension, appeals, facts)].map(([code, own]) => [code, own.map(({ id }) => id)]));
  expect(ids("topic")).toEqual({ heating: ["a1"], [parent]: ["a1"] });
  expect(ids("place")).toEqual({ north: ["a1"], south: ["a2"] });
});

test("the feed of a place follows its page, and its entries are those of every other feed", () => {
  const feed = appealsFeed(telling, { of: { facet: "place", code: "north" }, appeals: [listed({ id: "a1" })] }, "ru");
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
  const feed = overdueFeed(telling, { of: null, isListed: true, overdue: [overdue] }, "ru");
  const day = new Date(Date.parse(facts.edition.date) - 3 * 86_400_000).toISOString().slice(0, 10);
  expect(feed.entries).toMatchObject([{ published: day, updated: day }]);
  expect(feed.self).toBe("https://example.org/otklik/overdue/feed.atom");
  // A reader who follows both must not take it for the entry of the appeal.
  expect(atomFeed(feed)).toContain("<id>tag:example.org,2026:/otklik/appeals/a1/#overdue-closing</id>");
});

test("there is a feed of all appeals, and of whatever the search can be narrowed to by one value that occurs or has a page", () => {
  const letter = listed({ id: "a1", channel: "letter", outcome: "refused" });
  const late = listed({ id: "late", received: "2036-01-01", channel: "phone" });
  const feeds = appealsFeeds([late, letter], facts);
  const told = feeds.map((feed) => appealsFeed(telling, feed, "ru"));
  const own = (self: string) => told.find((feed) => feed.self === `https://example.org/otklik${self}`);
  expect(own("/appeals/feed.atom")).toMatchObject({ page: "https://example.org/otklik/appeals/" });
  expect(own("/appeals/feed.atom")!.entries.map(({ page }) => page)).toEqual([
    "https://example.org/otklik/appeals/a1/",
  ]);
  expect(own("/appeals/by/channel/letter/feed.atom")).toMatchObject({
    page: "https://example.org/otklik/appeals/?channel=letter",
    entries: [{ page: "https://example.org/otklik/appeals/a1/" }],
  });
  expect(own("/appeals/by/outcome/refused/feed.atom")!.title).toMatch(/^Не\sподдержано: /u);
  // A subject without appeals has a feed, because it has a page; a channel in which nothing came has none.
  expect(own("/agencies/silent/feed.atom")).toMatchObject({ entries: [] });
  expect(own("/appeals/by/channel/phone/feed.atom")).toBeUndefined();
  expect(new Set(told.map(({ self }) => self)).size).toBe(told.length);
  expect(new Set(told.map(({ title }) => title)).size).toBe(told.length);
});

test("an agency, a topic, a place and a channel have each a feed of what is just overdue, which stays when nothing is", () => {
  const feeds = overdueFeeds([], facts).map((feed) => overdueFeed(telling, feed, "ru"));
  expect(feeds.every(({ entries, page }) => entries.length === 0 && page.endsWith("/overdue/"))).toBe(true);
  const addresses = feeds.map(({ self }) => self);
  for (const self of ["/overdue/feed.atom", "/overdue/by/agency/silent/feed.atom", "/overdue/by/place/north/feed.atom"])
    expect(addresses).toContain(`https://example.org/otklik${self}`);
  const of = { dimension: "agency", code: "fast" } as const;
  expect(overdueFeed(telling, { of, isListed: true, overdue: [] }, "ru").page).toBe(
    "https://example.org/otklik/overdue/by/agency/fast/",
  );
});
