import { describe, expect, test } from "vitest";
import { anchorsOf, referencesOf, resolveReference } from "../../src/publish/verify/pageLinks.ts";

describe("addresses on a page", () => {
  test("are found in links, images, scripts, forms and source sets", () => {
    const html = `<a href="/a/?x=1&amp;y=2">a</a><img src="b.svg" srcset="c.png 1x, d.png 2x"><form action="/e/"></form>`;
    expect(referencesOf(html)).toEqual(["/a/?x=1&y=2", "b.svg", "/e/", "c.png", "d.png"]);
  });

  test("anchors are ids", () => {
    expect(anchorsOf(`<h2 id="months">…</h2>`)).toEqual(new Set(["months"]));
  });
});

describe("an address resolves", () => {
  const page = "agencies/zhkh/index.html";
  test.each([
    ["/portal/topics/", "/portal/", { kind: "file", path: "topics/index.html", anchor: "" }],
    ["/portal/", "/portal/", { kind: "file", path: "index.html", anchor: "" }],
    ["/topics/", "/portal/", { kind: "outside-base" }],
    ["/portalx/", "/portal/", { kind: "outside-base" }],
    ["../../data/facts.json", "/", { kind: "file", path: "data/facts.json", anchor: "" }],
    ["../../", "/", { kind: "file", path: "index.html", anchor: "" }],
    ["../../../x", "/", { kind: "outside-base" }],
    ["#months", "/", { kind: "file", path: page, anchor: "months" }],
    ["/method/#silent", "/", { kind: "file", path: "method/index.html", anchor: "silent" }],
    ["/a.csv?v=1", "/", { kind: "file", path: "a.csv", anchor: "" }],
    ["https://example.org/", "/", { kind: "elsewhere" }],
    ["mailto:press@otklik.example", "/", { kind: "elsewhere" }],
    ["//cdn.example/x.js", "/", { kind: "elsewhere" }],
  ])("%s under %s", (address, base, target) => {
    expect(resolveReference(address, page, base)).toEqual(target);
  });
});
