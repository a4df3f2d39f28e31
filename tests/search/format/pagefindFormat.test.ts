import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { knownPagefind, makeMetadata, readMetadata } from "../../../src/search/format/pagefindFormat.ts";

test("the installed Pagefind is the version whose files are understood", () => {
  const { version } = JSON.parse(readFileSync("node_modules/pagefind/package.json", "utf8")) as { version: string };
  expect(version, "read src/search/format/pagefindFormat.ts before another version is taken").toBe(knownPagefind);
});

test("metadata comes back as it was made, for few pages and for many", () => {
  const files = [
    ["аваръ", "домъ", "unknown_1"],
    ["домъ", "ямъ", "unknown_2"],
  ] as const;
  for (const count of [0, 1, 23, 24, 255, 256, 70_000]) {
    const { pages, files: table } = readMetadata(makeMetadata(count, files));
    expect(pages).toHaveLength(count);
    expect(pages.at(-1)).toBe(count === 0 ? undefined : String(count - 1));
    expect(table).toEqual(files);
  }
});

test("metadata of another form is refused", () => {
  expect(() => readMetadata(new TextEncoder().encode("something else"))).toThrow("Not a file of Pagefind");
  expect(() => readMetadata(new TextEncoder().encode("pagefind_dcd\x81\x00"))).toThrow("another form");
});
