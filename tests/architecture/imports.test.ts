import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Rooms and the rooms each may import from, beside itself: the table of ARCHITECTURE.md. */
const allowed: Record<string, readonly string[]> = {
  "src/model": [],
  "src/strings": [],
  "src/system": ["src/model"],
  "src/settings": ["src/model"],
  "src/intake": ["src/model"],
  "src/privacy": ["src/model"],
  "src/store": ["src/model"],
  "src/measure": ["src/model"],
  "src/words": ["src/model", "src/strings"],
  "src/edition": ["src/model", "src/words"],
  "src/charts": ["src/model", "src/words"],
  "src/appeals": ["src/model", "src/system", "src/edition", "src/words"],
  "src/search": ["src/model", "src/system", "src/edition", "src/words", "src/appeals"],
  "src/replies": ["src/model", "src/search"],
  "src/report": ["src/model", "src/words"],
  "src/site": ["src/model", "src/strings", "src/edition", "src/words", "src/charts", "src/appeals", "src/search"],
  "src/publish": ["src/model", "src/system", "src/edition", "src/words", "src/charts", "src/search"],
  "src/publish/share": ["src/model", "src/system", "src/edition", "src/words", "src/charts", "src/site"],
  "src/flow": [
    "src/model",
    "src/system",
    "src/settings",
    "src/intake",
    "src/privacy",
    "src/store",
    "src/measure",
    "src/edition",
    "src/words",
    "src/appeals",
    "src/search",
    "src/report",
    "src/publish",
    "src/publish/share",
  ],
  "src/components": [
    "src/model",
    "src/strings",
    "src/edition",
    "src/words",
    "src/charts",
    "src/appeals",
    "src/search",
    "src/site",
    "src/styles",
  ],
  "src/layouts": ["src/model", "src/strings", "src/words", "src/site", "src/components", "src/styles"],
  "src/pages": [
    "src/model",
    "src/strings",
    "src/edition",
    "src/words",
    "src/charts",
    "src/appeals",
    "src/search",
    "src/site",
    "src/components",
    "src/layouts",
    "src/styles",
  ],
  "src/styles": [],
  demo: ["src/model"],
  scripts: [
    "src/model",
    "src/system",
    "src/settings",
    "src/intake",
    "src/privacy",
    "src/words",
    "src/search",
    "src/report",
    "src/publish",
    "src/flow",
    "src/strings",
    "demo",
  ],
  "scripts/bench": [
    "src/model",
    "src/system",
    "src/settings",
    "src/intake",
    "src/privacy",
    "src/store",
    "src/measure",
    "src/edition",
    "src/words",
    "src/appeals",
    "src/replies",
    "src/search",
    "src/report",
    "src/publish",
    "src/flow",
    "scripts",
    "demo",
    "tests",
  ],
};

const sourceFiles = ["src", "scripts", "demo"].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|astro|mjs|js)$/.test(file))
    .map((file) => `${top}/${file}`),
);
const importLine =
  /(?:import|export)\s[^"';]*?from\s*["'](\.{1,2}\/[^"']+)["']|import\s*\(\s*["'](\.{1,2}\/[^"']+)["']\s*\)|import\s*["'](\.{1,2}\/[^"']+)["']/g;

/** The room that a file stands in: the longest name of a room that its path begins with. */
function roomOf(file: string): string | undefined {
  return Object.keys(allowed)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Imports of a file that the table does not allow it, as "file → file". */
function wrongImports(file: string, text: string): string[] {
  const room = roomOf(file)!;
  const imported = [...text.matchAll(importLine)].map((match) =>
    relative(root, resolve(root, dirname(file), match[1] ?? match[2] ?? match[3] ?? "")),
  );
  return imported
    .filter(
      (target) =>
        target.includes("/") &&
        roomOf(target) !== room &&
        !allowed[room]?.includes(roomOf(target) ?? target.split("/")[0]!),
    )
    .map((target) => `${file} → ${target}`);
}

test("every room imports only from the rooms that the architecture allows it", () => {
  expect(sourceFiles.flatMap((file) => wrongImports(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test("an import that the table does not allow is found, whatever its form", () => {
  const planted = [
    'import { facts } from "../site/current.ts";',
    'export * from "../flow/publishPortal.ts";',
    'const { drawPng } = await import("../charts/drawPng.ts");',
    'import "../pages/index.astro";',
    'import { type Voice } from "./language.ts";',
  ].join("\n");
  expect(wrongImports("src/words/planted.ts", planted)).toEqual([
    "src/words/planted.ts → src/site/current.ts",
    "src/words/planted.ts → src/flow/publishPortal.ts",
    "src/words/planted.ts → src/charts/drawPng.ts",
    "src/words/planted.ts → src/pages/index.astro",
  ]);
});

test("the table knows every room there is, and no other", () => {
  const found = new Set(sourceFiles.map((file) => roomOf(file) ?? file));
  expect([...found].sort()).toEqual(
    Object.keys(allowed)
      .filter((room) => !["src/strings", "src/styles"].includes(room))
      .sort(),
  );
});

/** Rooms that compute and touch neither files nor the process: what comes out depends on what goes in alone. */
const pure = ["src/model", "src/measure", "src/words", "src/replies", "demo"];

test("the pure rooms know nothing of files, processes and the environment", () => {
  const offenders = sourceFiles.filter(
    (file) =>
      pure.includes(roomOf(file)!) &&
      /from "node:|\bprocess\.|globalThis\./.test(readFileSync(join(root, file), "utf8")),
  );
  expect(offenders).toEqual([]);
});

/** The rooms that own the clock, the terminal and the process. */
const impure = ["src/system", "src/flow", "scripts", "scripts/bench"];

test("only the flow, the system and the commands read the clock, draw chance or end the process", () => {
  const offenders = sourceFiles.filter((file) => {
    const text = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    return (
      !impure.includes(roomOf(file)!) &&
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(exit|argv)\b/.test(text)
    );
  });
  expect(offenders).toEqual([]);
});
