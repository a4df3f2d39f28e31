import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeCanaryPortal } from "../canaries/canaryPortal.ts";
import { contentsOf, found } from "../canaries/searchBytes.ts";
import { runCommand } from "./oneProcess.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-canaries-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const build = () => runCommand("build", ["--data", join(folder, "data"), "--out", join(folder, "site")]);

describe("an export with personal data of every class in every column", () => {
  test("is published without any of it: not in a page, a download, the search index, nor in what is said", async () => {
    const planted = await makeCanaryPortal(join(folder, "data"));
    const outcome = await build();
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(found(outcome.stdout + outcome.stderr, planted)).toEqual([]);
    const leaks: string[] = [];
    let files = 0;
    // Everything beside the data folder, the edition kept for the next build among it.
    for await (const { file, content } of contentsOf(folder)) {
      if (file.startsWith("data/")) continue;
      files++;
      for (const leak of [...found(file, planted), ...found(content, planted)]) leaks.push(`${file}: ${leak}`);
    }
    expect(files).toBeGreaterThan(400);
    expect(leaks).toEqual([]);
  });

  test("stops the build at the usual share, with the fields and classes and no value", async () => {
    const settings = await readFile(resolve(import.meta.dirname, "../cases/canaries/portal.yaml"), "utf8");
    const planted = await makeCanaryPortal(join(folder, "data"), {
      "portal.yaml": settings.replace("stopAbove: 1", "stopAbove: 0.05"),
    });
    const outcome = await build();
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain("PRIVACY_SHARE");
    expect(outcome.stderr).toMatch(/sources\/register\.yaml: text: .*phone \d/);
    expect(found(outcome.stdout + outcome.stderr, planted)).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(["data"]);
  });

  test("stops the build at the first find of a class that the settings are strict about, with file and line", async () => {
    const settings = await readFile(resolve(import.meta.dirname, "../cases/canaries/portal.yaml"), "utf8");
    const planted = await makeCanaryPortal(join(folder, "data"), {
      "portal.yaml": settings.replace("stopAbove: 1", "strict: [passport]"),
    });
    const outcome = await build();
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/PRIVACY_STRICT[^]*register\.csv:\d+/);
    expect(found(outcome.stdout + outcome.stderr, planted)).toEqual([]);
  });
});
