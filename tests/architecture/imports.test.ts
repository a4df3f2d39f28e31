import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Rooms and the rooms each may import from, beside itself: see ARCHITECTURE.md. */
const allowed: Record<string, string[]> = {
  model: [],
  strings: [],
  settings: ["model"],
  intake: ["model"],
  privacy: ["model"],
  store: ["model"],
  measure: ["model"],
  publish: ["model", "strings", "site"],
  report: ["model", "strings"],
  demo: ["model"],
  site: ["model", "strings"],
  components: ["model", "site", "strings", "styles"],
  layouts: ["model", "site", "strings", "styles", "components"],
  pages: ["model", "site", "strings", "styles", "components", "layouts"],
  styles: [],
};

const sourceFiles = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((file) => /\.(ts|astro|mjs|js)$/.test(file));
const importLine = /(?:import|export)\s[^"';]*?from\s*["'](\.{1,2}\/[^"']+)["']|import\s*\(\s*["'](\.{1,2}\/[^"']+)["']\s*\)|import\s*["'](\.{1,2}\/[^"']+)["']/g;

test("every room of src imports only from the rooms that the architecture allows it", () => {
  const violations: string[] = [];
  for (const file of sourceFiles) {
    const room = file.split("/")[0]!;
    const text = readFileSync(join(root, "src", file), "utf8");
    for (const match of text.matchAll(importLine)) {
      const target = relative(join(root, "src"), resolve(root, "src", dirname(file), match[1] ?? match[2] ?? match[3] ?? ""));
      const targetRoom = target.split("/")[0]!;
      if (targetRoom === room) continue;
      if (!allowed[room]?.includes(targetRoom)) violations.push(`${file} → ${target}`);
    }
  }
  expect(violations).toEqual([]);
});

test("the test knows every room there is", () => {
  const rooms = [...new Set(sourceFiles.map((file) => file.split("/")[0]!))].sort();
  expect(rooms.filter((room) => !(room in allowed))).toEqual([]);
});

/** Rooms that compute and touch neither files nor the process: what comes out depends on what goes in alone. */
const pure = ["model", "measure", "demo"];

test("the pure rooms know nothing of files, processes and the environment", () => {
  const offenders = sourceFiles.filter((file) => pure.includes(file.split("/")[0]!) && /from "node:|\bprocess\.|globalThis\./.test(readFileSync(join(root, "src", file), "utf8")));
  expect(offenders).toEqual([]);
});

test("only the commands read the clock, draw chance or end the process", () => {
  const offenders = sourceFiles.filter((file) => {
    const text = readFileSync(join(root, "src", file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    return /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(exit|argv)\b/.test(text);
  });
  expect(offenders).toEqual([]);
});
