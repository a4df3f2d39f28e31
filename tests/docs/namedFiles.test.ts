import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const decisions = readdirSync(join(root, "docs/decisions")).map((file) => `docs/decisions/${file}`);
const documents = ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "README.ru.md", ...decisions];
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Paths of our own files and folders in backticks or links; stand-ins such as NAME, patterns and choices are left out. */
function namedPaths(text: string): string[] {
  const named = [
    ...text.matchAll(/(?:`|\]\()((?:src|scripts|tests|demo|docs|data|public)\/[\w./[\]-]*)(?=[`)#])/g),
  ].map(([, path = ""]) => path);
  return [...new Set(named)].filter((path) => !/[A-Z]{3}/.test(path));
}

/** Files of the code that a text names without their folder: `gate.ts`, `events/belonging.ts`. */
function namedFiles(text: string): string[] {
  return [...text.matchAll(/`([\w/-]+\.tsx?)`/g)].map(([, file = ""]) => file);
}

describe.each(documents)("%s", (file) => {
  test("names only files and folders that are there", () => {
    expect(namedPaths(read(file)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("names only files of the code that are there", () => {
    const code = ["src", "scripts", "demo", "tests"].flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map((path) => `/${top}/${path}`),
    );
    expect(namedFiles(read(file)).filter((name) => !code.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
  });
});

describe.each(decisions)("the decision %s", (file) => {
  test("is dated, has its three parts and is short", () => {
    const text = read(file);
    expect(text).toMatch(
      /^# .+\n\n\d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* [\s\S]+\n\n\*\*Decision\.\*\* [\s\S]+\n\n\*\*Consequence\.\*\* [\s\S]+\n$/,
    );
    expect(text.split("\n").length).toBeLessThanOrEqual(25);
  });

  test("is listed in the architecture", () => {
    expect(read("ARCHITECTURE.md")).toContain(`](${file})`);
  });
});
