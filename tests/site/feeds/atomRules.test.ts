import { expect, test } from "vitest";
import { atomFeed, type Feed } from "../../../src/site/feeds/atomFeed.ts";
import { objectionsToFeed } from "./atomRules.ts";

const self = "https://example.org/agencies/gzhi/feed.atom";
const entry = (id: string, published: string): Feed["entries"][number] => ({
  title: `Отопление, ${id}`,
  page: `https://example.org/appeals/${id}/`,
  pageLanguage: "ru",
  published,
  updated: published,
  summary: "Холодно & <темно>",
  categories: [{ code: "heating", name: "Отопление" }],
});
const sound = atomFeed({
  self,
  page: "https://example.org/agencies/gzhi/",
  language: "ru",
  title: "Инспекция: новые обращения",
  author: "Правительство края",
  updated: "2026-10-31",
  entries: [entry("a2", "2026-10-30T12:05+03:00"), entry("a1", "2026-10-29")],
});

test("a sound feed has nothing to object to", () => {
  expect(objectionsToFeed(sound, self)).toEqual([]);
});

test.each<[string, string | RegExp, string, RegExp]>([
  ["markup that does not nest", "</entry>", "</entri>", /well-formed/],
  ["another namespace", "2005/Atom", "2005/RSS", /no feed of Atom/],
  ["no author", /<author>.*<\/author>\n/u, "", /no author/],
  ["an author without a name", /<name>.*<\/name>/u, "", /author has no name/],
  ["no link to itself", /<link rel="self".*\n/u, "", /no link to itself/],
  [
    "a link to another address as itself",
    `href="${self}"`,
    'href="https://example.org/feed.atom"',
    /no link to itself/,
  ],
  ["no id", /<id>.*<\/id>\n/u, "", /exactly one id/],
  ["no time", /<updated>.*<\/updated>\n/u, "", /exactly one updated/],
  ["an empty title", /<title>.*<\/title>/u, "<title></title>", /title is empty/],
  ["a day for a time", "<updated>2026-10-29T00:00:00Z", "<updated>2026-10-29", /updated is no time/],
  ["a link inside the site", "https://example.org/appeals/a1/", "/appeals/a1/", /no full address/],
  ["two entries with one id", /appeals\/a1\/<\/id>/u, "appeals/a2/</id>", /two entries with one id/],
  ["an older entry first", "<published>2026-10-30", "<published>2026-10-20", /not in order/],
  ["an entry younger than its feed", "<updated>2026-10-29T", "<updated>2026-11-29T", /older than one of its entries/],
  ["an element that Atom does not have", "<summary", "<description></description><summary", /no element description/],
  ["a category without a term", 'term="heating"', 'term=""', /without a term/],
  ["markup in a plain text", "&lt;темно&gt;", "<b>темно</b>", /elements in a text/],
  ["a language that is none", 'xml:lang="ru"', 'xml:lang="по-русски"', /no language/],
])("%s is objected to", (_, what, instead, objection) => {
  const broken = sound.replace(what, instead);
  expect(broken).not.toBe(sound);
  expect(objectionsToFeed(broken, self).join("\n")).toMatch(objection);
});
