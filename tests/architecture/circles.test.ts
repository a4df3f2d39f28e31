import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const files = ["src", "scripts", "demo"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(root, room, file)),
);
const importsOf = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, "utf8").matchAll(/from\s*"(\.{1,2}\/[^"]+\.ts)"/g)].map(([, path = ""]) =>
      resolve(dirname(file), path),
    ),
  ]),
);

/** The way back to where it began, by files that import each other, types included; null where there is none. */
function circleFrom(file: string, way: readonly string[] = [], seen = new Set<string>()): readonly string[] | null {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (seen.has(file)) return null;
  seen.add(file);
  for (const imported of importsOf.get(file) ?? []) {
    const circle = circleFrom(imported, [...way, file], seen);
    if (circle) return circle;
  }
  return null;
}

test("no files import each other in a circle, not even for a type", () => {
  const seen = new Set<string>();
  const circles = files.flatMap(
    (file) =>
      circleFrom(file, [], seen)
        ?.map((one) => relative(root, one))
        .join(" → ") ?? [],
  );
  expect(circles).toEqual([]);
});
