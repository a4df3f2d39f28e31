import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import definitions from "../../src/strings/definitions.ru.json" with { type: "json" };
import portal from "../../src/strings/ru.json" with { type: "json" };
import takedown from "../../src/strings/takedown.ru.json" with { type: "json" };

/** What readers see must use the words that docs/words.ru.md chose. */

const rows = readFileSync(join(import.meta.dirname, "../../docs/words.ru.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(1)
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const words: Record<string, string> = { ...portal, ...definitions, ...takedown };

/** Texts that have a phrase as whole words. */
function textsWith(phrase: string): string[] {
  const pattern = new RegExp(`(?<![\\p{L}-])${phrase.replace(/[{}.]/g, "\\$&")}(?![\\p{L}-])`, "iu");
  return Object.entries(words).flatMap(([key, text]) => (pattern.test(text.replaceAll("\u00a0", " ")) ? [key] : []));
}

test.each(rows)("%s", (_chosen, _why, avoided = "") => {
  const phrases = avoided.split(", ");
  expect(phrases.length).toBeGreaterThan(0);
  for (const phrase of phrases) expect({ phrase, texts: textsWith(phrase) }).toEqual({ phrase, texts: [] });
});

test("the glossary is read: a word that pages do use is found", () => {
  expect(rows.length).toBeGreaterThan(9);
  expect(textsWith("срок прошёл").length).toBeGreaterThan(3);
});
