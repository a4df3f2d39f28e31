import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { planChannel } from "../../demo/plan.ts";
import { writeAppeal } from "../../demo/write-appeal.ts";
import { stemsOf, visibleText, wordsOf } from "../../src/search/words/analyzer.ts";
import { sharedBrowser } from "./browser.ts";
import { seeded } from "../../scripts/bench/sampleAppeals.ts";

/** The analyzer as the pages' bundler makes it for browsers. */
async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL("../../src/search/words/analyzer.ts", import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: true, target: "es2022", lib: { entry, formats: ["iife"], name: "analyzer" } },
  });
  const output = [result].flat()[0];
  if (output === undefined || !("output" in output)) throw new Error("The analyzer could not be bundled");
  return output.output[0].code;
}

/** Words of appeals, and made-up ones with letters that fold, combine and are invisible. */
function tenThousandWords(): string[] {
  const words = new Set<string>();
  for (const slot of planChannel("letter", { seed: "stems", count: 3000 })) {
    const text = visibleText(writeAppeal("stems", slot).text);
    for (const { start, end } of wordsOf(text, "ru")) words.add(text.slice(start, end));
  }
  const random = seeded(10_000);
  const letters = [
    ..."абвгдеёжзийклмнопрстуфхцчшщъыьэюяАЁЙЯabcdefghijklmnopqrstuvwxyzIİ0123456789-",
    "и\u0306",
    "е\u0308",
    "\u00AD",
    "\u0301",
    "ß",
    "ǅ",
  ];
  while (words.size < 10_000)
    words.add(
      Array.from({ length: 2 + Math.floor(random() * 10) }, () => letters[Math.floor(random() * letters.length)]).join(
        "",
      ),
    );
  return [...words].slice(0, 10_000);
}

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

test("the browser and the build make the same stems of ten thousand words, Russian and English", async () => {
  const words = tenThousandWords();
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundled() });
  for (const language of ["ru", "en"] as const) {
    const there = await page.evaluate(
      ({ words, language }) => {
        const { analyzer } = globalThis as unknown as {
          analyzer: { stemsOf: (text: string, language: string) => string[] };
        };
        return words.map((word) => analyzer.stemsOf(word, language).join(" "));
      },
      { words, language },
    );
    const here = words.map((word) => stemsOf(word, language).join(" "));
    expect(createHash("sha256").update(there.join("\n")).digest("hex")).toBe(
      createHash("sha256").update(here.join("\n")).digest("hex"),
    );
  }
});
