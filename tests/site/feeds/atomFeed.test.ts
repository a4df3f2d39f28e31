import fc from "fast-check";
import { expect, test } from "vitest";
import { atomFeed, laterOf, tagOf, timeOf, type Feed } from "../../../src/site/feeds/atomFeed.ts";
import { childrenOf, readXml, textOf } from "./readXml.ts";

const page = "https://example.org/otklik/appeals/a1/";
const feed = (part: Partial<Feed["entries"][number]> = {}): Feed => ({
  self: "https://example.org/otklik/agencies/fast/feed.atom",
  page: "https://example.org/otklik/agencies/fast/",
  language: "ru",
  title: "Обращения",
  author: "Пресс-служба",
  updated: "2026-10-31",
  entries: [
    {
      title: "Отопление",
      page,
      pageLanguage: "ru",
      published: "2026-10-01",
      updated: "2026-10-02",
      summary: "Холодно",
      categories: [{ code: "heating", name: "Отопление" }],
      ...part,
    },
  ],
});

test("a feed has all that Atom asks for, and names its page and itself", () => {
  const read = readXml(atomFeed(feed()));
  expect([read.name, read.attributes]).toEqual(["feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "ru" }]);
  expect(["id", "title", "updated"].map((name) => textOf(read, name))).toEqual([
    "tag:example.org,2026:/otklik/agencies/fast/feed.atom",
    "Обращения",
    "2026-10-31T00:00:00Z",
  ]);
  expect(textOf(childrenOf(read, "author")[0]!, "name")).toBe("Пресс-служба");
  expect(childrenOf(read, "link").map(({ attributes: { rel, href } }) => [rel, href])).toEqual([
    ["self", feed().self],
    ["alternate", feed().page],
  ]);
  const [entry] = childrenOf(read, "entry");
  expect(["id", "title", "published", "updated", "summary"].map((name) => textOf(entry!, name))).toEqual([
    "tag:example.org,2026:/otklik/appeals/a1/",
    "Отопление",
    "2026-10-01T00:00:00Z",
    "2026-10-02T00:00:00Z",
    "Холодно",
  ]);
  expect(childrenOf(entry!, "link")[0]!.attributes).toMatchObject({ rel: "alternate", href: page });
});

test("whatever somebody wrote stays text: the feed is well-formed, and nothing of it becomes markup", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (wild) => {
      const [entry] = childrenOf(
        readXml(atomFeed(feed({ title: wild, summary: wild, categories: [{ code: "x", name: wild }] }))),
        "entry",
      );
      expect(entry!.inside.map(({ name }) => name)).toEqual([
        "id",
        "title",
        "link",
        "published",
        "updated",
        "category",
        "summary",
      ]);
      // Readers of XML make a line's end of every carriage return; nobody needs more of it.
      expect(textOf(entry!, "summary")!.replace(/[\r\n]/g, "")).toBe(
        wild.replace(
          /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Cs}/gu,
          "",
        ),
      );
    }),
  );
  const [entry] = childrenOf(
    readXml(atomFeed(feed({ summary: "</summary><script>alert(1)</script>]]>&amp; \u202Eдлаз\u0000\uD800" }))),
    "entry",
  );
  expect(textOf(entry!, "summary")).toBe("</summary><script>alert(1)</script>]]>&amp; длаз");
});

test("an id depends on host and path alone: the same by http and by https, with a port and without", () => {
  expect(tagOf("http://example.org:8080/otklik/appeals/a1/")).toBe(tagOf(page));
  expect(tagOf("https://other.example/otklik/appeals/a1/")).not.toBe(tagOf(page));
});

test("times are those of the data, as RFC 3339 wants them, and the feed is as new as its newest entry", () => {
  expect(["2026-10-31", "2026-10-31T14:05+03:00", "2026-10-31T14:05-09:30"].map(timeOf)).toEqual([
    "2026-10-31T00:00:00Z",
    "2026-10-31T14:05:00+03:00",
    "2026-10-31T14:05:00-09:30",
  ]);
  expect(laterOf("2026-10-31T02:00+10:00", "2026-10-30T23:00+03:00")).toBe("2026-10-30T23:00+03:00");
  expect(textOf(readXml(atomFeed(feed({ updated: "2026-10-31T14:05+03:00" }))), "updated")).toBe(
    "2026-10-31T14:05:00+03:00",
  );
  expect(textOf(readXml(atomFeed({ ...feed(), entries: [] })), "updated")).toBe("2026-10-31T00:00:00Z");
});
