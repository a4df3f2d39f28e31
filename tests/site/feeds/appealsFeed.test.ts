import { expect, test } from "vitest";
import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { listedAppeal, type ListedAppeal } from "../../../src/edition/listedAppeal.ts";
import { appealsFeed, newestBy } from "../../../src/site/feeds/appealsFeed.ts";
import { crossingFeed } from "../../../src/site/feeds/crossingFeed.ts";
import { editionFeed } from "../../../src/site/feeds/editionFeed.ts";
import { appeal } from "../../search/write/sampleAppeals.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";
import { createTelling } from "../../../src/words/telling.ts";

const facts = exampleFacts();
const feedIn = (language: "ru" | "en", code: string, appeals: readonly ListedAppeal[]) =>
  appealsFeed(createTelling(facts, language), { of: { facet: "agency", code }, appeals }, "ru");
const listed = (part: Partial<PublicAppeal> & { id: string }): ListedAppeal =>
  listedAppeal({ ...appeal({ agency: "fast", topic: "heating", place: "north", ...part }), source: "incident" });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("an entry says what it is about, where, how it ended and what was written, and leads to the appeal", () => {
  const answered = listed({
    id: "a1",
    received: "2026-10-01T10:00+03:00",
    firstReply: "2026-10-02T11:30+03:00",
    outcome: "explained",
    text: "Холодно.\n\nСовсем холодно",
  });
  const [entry] = feedIn("ru", "fast", [answered]).entries;
  expect(plain(entry!.title)).toBe("Отопление, Северный округ · Дано разъяснение");
  expect(entry).toMatchObject({
    page: "https://example.org/otklik/appeals/a1/",
    published: "2026-10-01T10:00+03:00",
    updated: "2026-10-02T11:30+03:00",
    summary: "Холодно. Совсем холодно",
  });
  expect(entry!.summaryLanguage).toBeUndefined();
});

test("the feed in another language names things in it, marks what residents wrote, and leads to the same appeals", () => {
  const one = listed({ id: "a1", text: "Холодно" });
  const [russian, english] = [feedIn("ru", "fast", [one]), feedIn("en", "fast", [one])];
  expect(english.self).toBe("https://example.org/otklik/en/agencies/fast/feed.atom");
  expect(english.page).toBe("https://example.org/otklik/en/agencies/fast/");
  expect(english.entries[0]).toMatchObject({
    page: russian.entries[0]!.page,
    pageLanguage: "ru",
    summaryLanguage: "ru",
  });
});

test("a text that is not published is not in the feed either, nor is a word on who wrote it", () => {
  const feed = feedIn("ru", "fast", [
    listed({ id: "a1", text: null, withheld: "sensitive-topic", place: null, topic: null }),
  ]);
  expect(plain(feed.entries[0]!.summary)).toBe("Текст не публикуется");
  expect(feed.entries[0]!.categories.map(({ code }) => code)).toEqual(["open"]);
  expect(feed.author).toBe(facts.portal.publisher.name);
});

test("each agency has its thirty newest, none that came after its own export, and one without appeals an empty feed", () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    listed({ id: `a${at}`, received: `2026-10-${String(31 - (at % 31)).padStart(2, "0")}` }),
  );
  const newest = newestBy(
    "agency",
    [
      listed({ id: "later", received: "2036-01-01" }),
      ...many,
      listed({ id: "other", agency: "silent" }),
      listed({ id: "none", agency: null }),
    ],
    { edition: { date: "2026-11-15" }, vocabulary: facts.vocabulary },
  );
  expect(newest.get("fast")!.map(({ id }) => id)).toEqual(many.slice(0, 30).map(({ id }) => id));
  expect([...newest.keys()]).toEqual(["fast", "silent"]);
  expect(feedIn("ru", "tiny", newest.get("tiny") ?? [])).toMatchObject({ entries: [], updated: "2026-11-15" });
});

test("the feed of editions tells the newest first, with what each one changed", () => {
  const edition = (date: string, changes: object) => ({ date, appeals: 1021, changes, changesByAgency: [], lists: {} });
  const editions = {
    schema: 1,
    address: "",
    editions: [edition("2026-10-31", {}), edition("2026-11-15", { new: 12, redated: 1 })],
    gone: [],
  };
  const { entries } = editionFeed(createTelling(facts), editions as unknown as Parameters<typeof editionFeed>[1]);
  expect(entries.map(({ page, updated, title, summary }) => [page, updated, plain(title), plain(summary)])).toEqual([
    [
      "https://example.org/otklik/editions/2026-11-15/",
      "2026-11-15",
      "Выпуск от 15 ноября 2026 года",
      "1 021 обращение. Новые: 12. Изменены даты: 1.",
    ],
    [
      "https://example.org/otklik/editions/2026-10-31/",
      "2026-10-31",
      "Выпуск от 31 октября 2026 года",
      "1 021 обращение.",
    ],
  ]);
});

test("a topic in one place has a feed of its own: what is of both, without what cannot be dated yet", () => {
  const appeals = [
    listed({ id: "late", received: "2027-05-01" }),
    listed({ id: "here", received: "2026-10-02" }),
    listed({ id: "elsewhere", place: "south" }),
    listed({ id: "other", topic: "roads" }),
  ];
  const feed = crossingFeed(createTelling(facts, "ru"), { topic: "heating", place: "north" }, appeals);
  expect(feed.entries.map(({ cited }) => cited)).toEqual([expect.stringContaining("/appeals/here/")]);
  expect(feed.self).toBe(`${feed.page}feed.atom`);
  expect(plain(feed.title)).toBe("Отопление, Северный округ: новые обращения — Отклик");
});
