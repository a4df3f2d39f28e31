import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../src/strings");

test("no file of texts gives two texts one key: the later would silently stand for both", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  expect(files.length).toBeGreaterThan(10);
  const twice = files.flatMap((file) => {
    const keys = Array.from(readFileSync(join(folder, file), "utf8").matchAll(/^ {2}("[^"]+"):/gmu), ([, key]) => key!);
    expect(keys.length, file).toBeGreaterThan(0);
    return keys.filter((key, at) => keys.indexOf(key) < at).map((key) => `${file} ${key}`);
  });
  expect(twice).toEqual([]);
});
