import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** A room as the table names it in a list of what may be imported: "model" for src/model. */
const roomNamed = (name: string): string => (/^(?:scripts|demo|tests)\b/.test(name) ? name : `src/${name}`);

/** Rooms and the rooms each may import from, beside itself: the table of ARCHITECTURE.md. */
const allowed: Record<string, readonly string[]> = Object.fromEntries(
  [...readFileSync(join(root, "ARCHITECTURE.md"), "utf8").matchAll(/^\| `([^`|]+)` \|[^|]*\| ([^|]+) \|$/gm)]
    .filter(([, room]) => /^(?:src\/|scripts|demo)/.test(room!))
    .map(([, room, imports]) => [room!, imports === "nothing" ? [] : imports!.split(", ").map(roomNamed)]),
);

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

test("the table of the architecture names rooms alone among what may be imported", () => {
  const rooms = new Set([...Object.keys(allowed), "tests"]);
  expect(Object.values(allowed).flatMap((imports) => imports.filter((room) => !rooms.has(room)))).toEqual([]);
  expect(allowed["src/report"]).toEqual(["src/model", "src/words"]);
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
const pure = ["src/model", "src/measure", "src/replies", "src/words", "demo"];

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
/** What runs at the reader's and asks what day it is there: no byte of the site depends on it. */
const readersClock = "src/site/browser/lateEdition.ts";

test("only the flow, the system and the commands read the clock, draw chance or end the process", () => {
  const offenders = sourceFiles.filter((file) => {
    const text = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    return (
      !impure.includes(roomOf(file)!) &&
      file !== readersClock &&
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(exit|argv)\b/.test(text)
    );
  });
  expect(offenders).toEqual([]);
});
