import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

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
const strings = join(import.meta.dirname, "../../src/strings");
/** Texts of commands and their reports are read by operators, who know the words of the settings. */
const files = readdirSync(strings).filter(
  (file) => /(?:^|\.)ru\.json$/.test(file) && !/^(?:commands|report)\./.test(file),
);
const words: Record<string, string> = Object.fromEntries(
  files.flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(strings, file), "utf8")) as Record<string, string>).map(
      ([key, text]) => [`${file} ${key}`, text],
    ),
  ),
);

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
  expect(files).toEqual(expect.arrayContaining(["ru.json", "map.ru.json", "weeks.ru.json", "press.ru.json"]));
  expect(textsWith("срок прошёл").length).toBeGreaterThan(3);
});
