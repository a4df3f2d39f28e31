import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, test } from "vitest";
import { sha256 } from "../../../src/publish/release/checksums.ts";
import { fileVerifier } from "../../../src/publish/verify/verifyFile.ts";
import type { LastLook } from "../../../src/publish/verify/lastLook.ts";

const folder = mkdtempSync(join(tmpdir(), "inspect-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

const frame = (body: string) =>
  `<html><head><title>Отклик</title></head><body><header><a href="/portal/">Обзор</a></header><main id="content">${body}</main><footer>${"сноска ".repeat(20)}</footer></body></html>`;
const look: LastLook = (text) => (text.includes("secret@") ? ["email"] : []);

function inspected(pages: Record<string, string>, lastLook: LastLook = look) {
  for (const [file, content] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  const inspect = fileVerifier({
    siteDir: folder,
    address: "https://otklik.example/portal/",
    known: new Set([...Object.keys(pages), "index.html"]),
    lastLook,
  });
  return Object.keys(pages).map(inspect);
}

test("a page with links that lead somewhere has no fault, and is known by its bytes", () => {
  const page = frame('<p id="here"><a href="#here">здесь</a> <a href="/portal/b/#there">там</a></p>');
  const [first] = inspected({ "a/index.html": page, "b/index.html": frame("") });
  expect(first).toEqual({
    file: "a/index.html",
    sha256: sha256(page),
    size: Buffer.byteLength(page),
    records: 0,
    faults: [],
    classes: [],
    anchorsWanted: ["b/index.html#there"],
  });
});

test("a dead link, a dead anchor and a link out of the portal's path are told of the page they stand on", () => {
  const faults = (body: string) => inspected({ "a/index.html": frame(body) })[0]!.faults;
  expect(faults('<a href="/portal/nowhere/">x</a>')).toEqual(["dead-link"]);
  expect(faults('<a href="#nothing">x</a>')).toEqual(["dead-anchor"]);
  expect(faults('<a href="/elsewhere/">x</a>')).toEqual(["outside-base"]);
  expect(faults('<a href="https://example.org/">x</a>')).toEqual([]);
});

test("what is remembered of a page is no more than its addresses", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const file = "long/index.html";
  const write = (number: number): void =>
    writeFileSync(
      join(folder, file),
      frame(`<p>${"слово ".repeat(50_000)}</p><a href="/portal/appeals/number-${number}/">дальше</a>`),
    );
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  const inspect = fileVerifier({
    siteDir: folder,
    address: "https://otklik.example/portal/",
    known: new Set(),
    lastLook: () => [],
  });
  write(0);
  inspect(file);
  const before = heap();
  for (let number = 1; number <= 40; number += 1) {
    write(number);
    expect(inspect(file).faults).toContain("dead-link");
  }
  // Forty pages of 600 kB each in memory would be 24 MB.
  expect(heap() - before).toBeLessThan(5_000_000);
});

test("a feed is followed as a page is", () => {
  const faults = (href: string) =>
    inspected({ "agencies/gzhi/feed.atom": `<feed><entry><link href="${href}"/></entry></feed>` })[0]!.faults;
  expect(faults("https://otklik.example/portal/nowhere/")).toEqual(["dead-link"]);
  expect(faults("https://otklik.example/portal/agencies/gzhi/feed.atom")).toEqual([]);
});

test("what pages share is read once, and what is wrong with it is told of each of them", () => {
  const read: string[] = [];
  const counting: LastLook = (text, isMarkup) => {
    read.push(text);
    return look(text, isMarkup);
  };
  const pages = {
    "a.html": frame("<p>раз</p>"),
    "b.html": frame("<p>два</p>"),
    "c.html": frame("<p>secret@mail.example</p>"),
  };
  expect(inspected(pages, counting).map(({ classes }) => classes)).toEqual([[], [], ["email"]]);
  expect(read.filter((text) => text.includes("Обзор"))).toHaveLength(1);

  const bad = (body: string) => frame(body).replace("сноска", "secret@mail.example");
  expect(inspected({ "a.html": bad("1"), "b.html": bad("2") }).map(({ faults }) => faults)).toEqual([
    ["personal-data"],
    ["personal-data"],
  ]);
});

test("an unknown kind of file and a page that is too large cannot be published", () => {
  expect(inspected({ "a.xyz": "?" })[0]!.faults).toEqual(["unknown-kind"]);
  expect(inspected({ "a.html": "я".repeat(2_100_000) })[0]!.faults).toEqual(["too-large"]);
  expect(inspected({ "appeals/2026-10/index.html": "я".repeat(2_100_000) })[0]!.faults).toEqual(["too-large"]);
  // What a resident wrote is as long as it is.
  expect(inspected({ "appeals/b7bp8ync84/index.html": "я".repeat(2_100_000) })[0]!.faults).toEqual([]);
});

test("elements that cross and names given twice are told", () => {
  const faults = (body: string) => inspected({ "a.html": frame(body) })[0]!.faults;
  expect(faults("<p><b>яма</p></b>")).toEqual(["html-broken"]);
  expect(faults('<p id="content">яма</p>')).toEqual(["html-broken"]);
  expect(faults('<script type="application/ld+json">{"@type":"Dataset"}</script><p>яма</p>')).toEqual([]);
});

test("a table is counted and its cells are read", () => {
  expect(inspected({ "data/a.csv": 'id,text\r\n1,"a\r\nsecret@mail.example"\r\n' })[0]).toMatchObject({
    records: 2,
    classes: ["email"],
  });
});

test("what is left in a file is told by the appeal's public id and the field", () => {
  const found = (file: string, content: string) => inspected({ [file]: content })[0]!.found;
  const page = frame(
    '<section aria-labelledby="text"><p>яма</p></section><section aria-labelledby="reply"><p>secret@mail.example</p></section>',
  );
  expect(found("appeals/b7bp8ync84/index.html", page)).toEqual([{ appeal: "b7bp8ync84", field: "reply" }]);
  const list =
    '<ol><li><a href="/portal/appeals/b7bp8ync84/">яма</a></li><li><h2><a href="/portal/appeals/djy3q53vug/">двор</a></h2><p>secret@mail.example</p></li></ol>';
  expect(found("appeals/2026-10/index.html", frame(list))).toEqual([{ appeal: "djy3q53vug", field: null }]);
  const article = (id: string, text: string) =>
    `<article class="appeal" id="${id}"><section data-part="text"><p>${text}</p></section></article>`;
  const bundle = frame(article("b7bp8ync84", "яма") + article("djy3q53vug", "secret@mail.example"));
  expect(found("appeals/in/b7.html", bundle)).toEqual([{ appeal: "djy3q53vug", field: "text" }]);
  const bundled =
    '<ol><li><a href="/portal/appeals/in/dj.html#djy3q53vug">двор</a><p>secret@mail.example</p></li></ol>';
  expect(found("appeals/2026-10/index.html", frame(bundled))).toEqual([{ appeal: "djy3q53vug", field: null }]);
  expect(
    found("data/appeals.csv", '\uFEFFtext;id\r\nяма;b7bp8ync84\r\n"secret@\r\nsecret@mail.example";djy3q53vug\r\n'),
  ).toEqual([{ appeal: "djy3q53vug", field: "text" }]);
  expect(
    found(
      "data/appeals.ndjson",
      '{"id":"b7bp8ync84","text":"яма"}\n{"id":"djy3q53vug","reply":"secret@mail.example"}\n',
    ),
  ).toEqual([{ appeal: "djy3q53vug", field: "reply" }]);
  expect(
    found(
      "search/records-1/0.json",
      '{"file":"0.json","appeals":[{"id":"b7bp8ync84","text":"secret@"},{"id":"djy3q53vug","text":"яма"}]}',
    ),
  ).toEqual([{ appeal: "b7bp8ync84", field: "text" }]);
  expect(found("data/facts.json", '{"portal":{"title":"secret@"}}')).toEqual([{ appeal: null, field: "title" }]);
  expect(found("a/index.html", frame("<p>яма</p>"))).toBeUndefined();
});

test("a bundle tells which appeals it holds, may be as long as they are, and no two of them have one name", () => {
  const articles = ["b7bp8ync84", "djy3q53vug"].map((id) => `<article class="appeal" id="${id}"><p>яма</p></article>`);
  const [first] = inspected({ "appeals/in/b7.html": frame(articles.join("") + "я".repeat(2_100_000)) });
  expect(first).toMatchObject({ faults: [], appeals: ["b7bp8ync84", "djy3q53vug"] });
  const twice = inspected({ "appeals/in/b7.html": frame(articles[0]! + articles[0]!) })[0]!;
  expect(twice.faults).toEqual(["html-broken"]);
});
