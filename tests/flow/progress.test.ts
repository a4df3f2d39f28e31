import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { stages, terminalProgress } from "../../src/flow/progress.ts";
import { reportWords } from "../../src/words/reportStrings.ts";

afterEach(() => vi.restoreAllMocks());

test("a stage is told in the portal's language, with what it told last and the seconds it took", async () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  const clock = [1000, 3500];
  const progress = terminalProgress(reportWords("ru"), () => clock.shift() ?? 0);
  const result = await progress.stage("intake", async (tell) => {
    tell({ rows: 1 });
    tell({ rows: 14_425 });
    return "done";
  });
  expect(result).toBe("done");
  expect(lines.at(-1)).toMatch(/приём +2\.5 с {2}строк: 14\s425\n$/);
});

test("every stage has its name in both languages", () => {
  for (const language of ["ru", "en"]) {
    const strings = JSON.parse(
      readFileSync(join(import.meta.dirname, `../../src/strings/report.${language}.json`), "utf8"),
    ) as Record<string, string>;
    expect(stages.filter((stage) => !strings[`stage.${stage}`])).toEqual([]);
  }
});
