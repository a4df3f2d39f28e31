import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { PersonalDataClass } from "../../src/privacy/classes.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { byForm } from "../../src/privacy/structuralLook.ts";
import { hostileTexts } from "./hostileTexts.ts";

const context = createDetectionContext();
const written = Papa.parse<{ text: string }>(readFileSync(new URL("./redteam.csv", import.meta.url), "utf8"), {
  header: true,
  skipEmptyLines: true,
}).data.map(({ text }) => text);

describe("where names are not looked for", () => {
  test("everything that has a form of its own, or stands beside a name, is found as where they are", () => {
    const withNames = new Set<PersonalDataClass>([...byForm, "name"]);
    const texts = [...written, ...hostileTexts().map(({ text }) => text)];
    const differing = texts.filter((text) => {
      const asked = detect(text, { ...context, classes: byForm });
      const all = detect(text, { ...context, classes: withNames }).filter(({ class: kind }) => byForm.has(kind));
      return JSON.stringify(asked) !== JSON.stringify(all);
    });
    expect(differing).toEqual([]);
  });

  test("a city number beside a person is a telephone still", () => {
    for (const [text, number] of [
      ["Ждёт ответа Иванова И. М., 33-44-55", "33-44-55"],
      ["Ждёт ответа Иванова И. М., 3 44 55", "3 44 55"],
    ] as const) {
      const spans = detect(text, { ...context, classes: byForm });
      expect(spans.map(({ start, end, class: kind }) => [text.slice(start, end), kind])).toEqual([[number, "phone"]]);
    }
  });
});
