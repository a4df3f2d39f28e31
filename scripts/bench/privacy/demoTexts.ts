import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { demoNameWords } from "../../../demo/people.ts";
import { detect, type DetectionContext } from "../../../src/privacy/detect.ts";
import { stem } from "../../../src/privacy/names/stem.ts";
import { plainText } from "../../../src/privacy/plainText.ts";
import { filesBelow } from "../../../src/system/filesBelow.ts";

const exports = join(import.meta.dirname, "../../../data/exports");
/** Shorter cells are labels and numbers. */
const shortestText = 60;

/** Appeals and replies of the demonstration region, each once, as the gate reads them. */
export function demoTexts(): string[] {
  const texts = new Set<string>();
  for (const file of filesBelow(exports)
    .filter((name) => name.endsWith(".csv.gz"))
    .sort()) {
    const bytes = gunzipSync(readFileSync(join(exports, file)));
    const utf8 = bytes.toString("utf8");
    const { data } = Papa.parse<string[]>(utf8.includes("\uFFFD") ? iconv.decode(bytes, "windows-1251") : utf8, {
      skipEmptyLines: true,
    });
    for (const cell of data.slice(1).flat()) if (cell.length > shortestText) texts.add(plainText(cell));
  }
  return [...texts];
}

/** Masks of names that hold no word of any person of the demonstration, and all masks of names. */
export function falseNames(texts: readonly string[], context: DetectionContext): { masks: number; wrong: number } {
  const people = new Set(demoNameWords().map(stem));
  let [masks, wrong] = [0, 0];
  for (const text of texts) {
    for (const span of detect(text, { ...context, classes: new Set(["name"]) })) {
      masks += 1;
      const words = text.slice(span.start, span.end).match(/\p{L}{2,}/gu) ?? [];
      if (!words.some((word) => people.has(stem(word)))) wrong += 1;
    }
  }
  return { masks, wrong };
}
