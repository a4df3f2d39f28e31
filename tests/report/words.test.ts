import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { stopCodes } from "../../src/model/buildStop.ts";
import { findingCodes } from "../../src/model/finding.ts";

const path = (name: string) => new URL(`../../${name}`, import.meta.url);
const strings = (language: string) =>
  JSON.parse(readFileSync(path(`src/strings/report.${language}.json`), "utf8")) as Record<string, string>;

describe.each(["ru", "en"])("the report's words in %s", (language) => {
  const words = strings(language);

  test("tell of every finding and every stop what happened and what to do", () => {
    const needed = [
      ...Object.keys(findingCodes).map((code) => `finding.${code}`),
      ...stopCodes.map((code) => `stop.${code}`),
    ];
    expect(needed.flatMap((key) => [`${key}.message`, `${key}.advice`]).filter((key) => !words[key])).toEqual([]);
  });

  test("tell of nothing that no longer exists", () => {
    const told = Object.keys(words).flatMap(
      (key) => /^(finding|stop)\.([A-Z_]+)\./.exec(key)?.slice(1, 3).join(".") ?? [],
    );
    const known = new Set([
      ...Object.keys(findingCodes).map((code) => `finding.${code}`),
      ...stopCodes.map((code) => `stop.${code}`),
    ]);
    expect(told.filter((key) => !known.has(key))).toEqual([]);
  });

  test("have the same placeholders as in the other language", () => {
    const other = strings(language === "ru" ? "en" : "ru");
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries(words)) {
      if (/\.(one|few|many|other)$/.test(key)) continue;
      expect(placeholders(text), key).toEqual(placeholders(other[key] ?? ""));
    }
  });
});

test.each(["findings.md", "findings.ru.md"])(
  "every finding has a paragraph in docs/%s, and no paragraph is without a finding",
  (guide) => {
    const documentation = readFileSync(path(`docs/${guide}`), "utf8");
    const documented = [...documentation.matchAll(/^## ([A-Z_]+)\n\n\S/gm)].map((match) => match[1]);
    expect(documented.sort()).toEqual(Object.keys(findingCodes).sort());
  },
);
