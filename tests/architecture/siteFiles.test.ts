import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withoutDemo } from "../siteFiles.ts";

test("exactly those files of site tests wait for the demonstration portal that look at it", () => {
  const files = ["tests/build", "tests/browser"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `${folder}/${name}`),
  );
  const looking = files.filter((file) => /\binject\("demo/.test(readFileSync(file, "utf8")));
  expect(looking.length).toBeGreaterThan(10);
  expect(files.filter((file) => !looking.includes(file)).sort()).toEqual(withoutDemo.toSorted());
});
