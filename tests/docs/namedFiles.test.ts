import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

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

/** Files of the code, as "/src/privacy/gate.ts". */
const code = ["src", "scripts", "demo", "tests"].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map((path) => `/${top}/${path}`),
);
const isThere = (name: string): boolean => code.some((path) => path.endsWith(`/${name}`));

/** Files of the code that its comments name. */
function namedInComments(text: string): string[] {
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm) ?? [];
  return comments.flatMap((comment) =>
    [...comment.matchAll(/(?<![\w./\]-])[\w[\].-]+(?:\/[\w[\].-]+)*\.(?:ts|astro)(?!\w)/g)].map(([name]) => name),
  );
}

describe.each(documents)("%s", (file) => {
  test("names only files and folders that are there", () => {
    expect(namedPaths(read(file)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("names only files of the code that are there", () => {
    expect(namedFiles(read(file)).filter((name) => !isThere(name))).toEqual([]);
  });
});

test("a comment names only files of the code that are there", () => {
  expect(
    namedInComments(["/*", "See gone/away.ts. *" + "/\nconst file = 'x';", "/" + "/ and lost.astro"].join(" ")),
  ).toEqual(["gone/away.ts", "lost.astro"]);
  const lost = code
    .filter((file) => /\.(?:ts|astro)$/.test(file))
    .flatMap((file) =>
      namedInComments(read(file))
        .filter((name) => !isThere(name))
        .map((name) => `${file} → ${name}`),
    );
  expect(lost).toEqual([]);
});

test("the architecture names every package that the project leans on", () => {
  const { dependencies, devDependencies } = manifest;
  const words = new Set(read("ARCHITECTURE.md").split(/[\s,()|]+/));
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith("@types/"));
  expect(packages.filter((name) => !words.has(name))).toEqual([]);
});

describe.each(decisions)("the decision %s", (file) => {
  test("is dated, has its three parts and is short", () => {
    const text = read(file);
    expect(text).toMatch(
      /^# .+\n\n\d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* [\s\S]+\n\n\*\*Decision\.\*\* [\s\S]+\n\n\*\*Consequence\.\*\* [\s\S]+\n$/,
    );
    expect(text.split("\n").length).toBeLessThanOrEqual(25);
  });

  test("is listed in the architecture under its title", () => {
    const [, title] = /^# (.+)/.exec(read(file)) ?? [];
    expect(read("ARCHITECTURE.md")).toContain(`[${title}](${file})`);
  });
});
