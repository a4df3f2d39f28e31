import { describe, expect, test } from "vitest";
import { createLinks, isInEveryLanguage, nearestInEveryLanguage } from "../../src/words/links.ts";

const russian = createLinks("https://example.org/otklik");
const english = createLinks("https://example.org/otklik/", "en");

describe("addresses of a portal in two languages, under a path", () => {
  test("the first language stands at the root, a further one below its code", () => {
    expect(russian.agency("gzhi")).toBe("/otklik/agencies/gzhi/");
    expect(english.agency("gzhi")).toBe("/otklik/en/agencies/gzhi/");
    expect(english.absolute("/")).toBe("https://example.org/otklik/en/");
    expect(english.appeals({ topic: "roads" })).toBe("/otklik/en/appeals/?topic=roads");
  });

  test("an appeal, a download and the search index are the same in every language", () => {
    expect(english.appeal("a1b2")).toBe(russian.appeal("a1b2"));
    expect(english.download("agencies.csv")).toBe("/otklik/data/agencies.csv");
    expect(english.shared("/search/")).toBe(russian.path("/search/"));
    expect(english.absoluteShared("/share/en/edition.png")).toBe("https://example.org/otklik/share/en/edition.png");
  });

  test("from a page that exists in one language, the switch leads to the nearest that exists in all", () => {
    expect(["/", "/appeals/", "/agencies/gzhi/"].filter((address) => !isInEveryLanguage(address))).toEqual([]);
    expect(["/appeals/2026-10/", "/appeals/a1b2/"].map(nearestInEveryLanguage)).toEqual(["/appeals/", "/appeals/"]);
    expect(nearestInEveryLanguage("/overdue/by/topic/roads/2/")).toBe("/overdue/");
    expect(nearestInEveryLanguage("/topics/roads/")).toBe("/topics/roads/");
    expect(nearestInEveryLanguage("/404/")).toBe("/");
  });
});
