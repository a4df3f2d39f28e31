import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../src/privacy");

/** Every file of the detectors. */
function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

// V8 13.6 (Node 24) answers such a pattern otherwise once it has compiled it: a passport was found in the first texts
// of a build and not in the later ones.
test("No pattern of the detectors turns a flag on or off inside itself", () => {
  const withModifiers = files(root).filter((file) => /\(\?-?[ims]+(?:-[ims]+)?:/u.test(readFileSync(file, "utf8")));
  expect(withModifiers).toEqual([]);
});
