import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
const commands = [...new Set(Object.values(scripts).flatMap((line) => [...line.matchAll(/node (scripts\/\w+\.ts)/g)].map(([, file]) => file!)))];

test.each(commands)("%s tells what stops it in one way, and never by a trace", (file) => {
  const source = readFileSync(join(root, file), "utf8");
  expect(source).toContain("await runCommand(");
  expect(source).not.toMatch(/parseArgs|process\.exit\(1\)|reportWords\("/);
});

test("the commands are those of package.json", () => {
  expect(commands.length).toBeGreaterThan(10);
});
