import { readFileSync } from "node:fs";
import { join } from "node:path";
import ranges from "@fontsource-variable/golos-text/unicode.json" with { type: "json" };
import { expect, test } from "vitest";
import { charactersOf, cutFaces } from "../../scripts/fonts/cutFaces.ts";

const styles = join(import.meta.dirname, "../../src/styles");
const css = readFileSync(join(styles, "fonts.css"), "utf8");

test("the files of the typeface are those that the style sheet's characters and weights give", async () => {
  const faces = await cutFaces(css);
  expect(faces.size).toBe(css.match(/"\.\/fonts\//g)?.length);
  for (const [address, bytes] of faces)
    expect({ address, isSame: bytes.equals(readFileSync(join(styles, address))) }).toEqual({ address, isSame: true });
});

test("each character of the files that are cut stands in one face, so that no page asks for two or for none", () => {
  const inFaces = [...css.matchAll(/unicode-range:\s*([^;]+);/g)].flatMap(([, range]) => [...charactersOf(range!)]);
  expect(inFaces.length).toBe(new Set(inFaces).size);
  const wanted = [ranges.cyrillic, ranges.latin].flatMap((range) => [...charactersOf(range)]);
  expect(wanted.filter((character) => !inFaces.includes(character))).toEqual([]);
});
