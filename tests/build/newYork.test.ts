import { copyFile, cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factsSchema, type StoredFacts } from "../../src/model/facts.ts";
import { runScript } from "./runScript.ts";

const root = resolve(import.meta.dirname, "../..");
const realExport = join(root, "..", "shared", "data", "nyc-council.csv.gz");
const isAtHand = existsSync(realExport);
if (!isAtHand)
  process.stderr.write("SKIPPED: the real New York export is not at hand (../shared/data/nyc-council.csv.gz)\n");

describe.skipIf(!isAtHand)("341,299 real requests to the New York City Council", () => {
  let folder: string;
  let facts: StoredFacts;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otklik-nyc-"));
    const data = join(folder, "data");
    await cp(join(root, "tests/cases/nyc-council"), data, { recursive: true });
    await mkdir(join(data, "exports", "2025-01-10"), { recursive: true });
    await copyFile(realExport, join(data, "exports", "2025-01-10", "nyc-council.csv.gz"));
    const outcome = await runScript("build", ["--data", data, "--out", join(folder, "site")]);
    expect(outcome.code, outcome.stderr).toBe(0);
    facts = factsSchema.parse(JSON.parse(await readFile(join(folder, "site", "data", "facts.json"), "utf8")));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("every row is accounted for, the 105 duplicates among them", () => {
    const [file] = facts.edition.files;
    expect(file).toMatchObject({ read: 341_299, merged: 105 });
    expect(file!.accepted + file!.merged + file!.rejected).toBe(file!.read);
    expect(facts.edition.published).toBe(file!.accepted);
  });

  test("it has 51 offices and says that first replies are not recorded", () => {
    expect(facts.vocabulary.agencies).toHaveLength(51);
    const region = facts.subjects.find((subject) => subject.dimension === "region")!;
    expect(region.periods.all.measures.firstReply.median).toEqual({ state: "missing", reason: "not-recorded" });
    expect(region.periods.all.measures.closing.median.state).toBe("exact");
    expect(region.periods.all.measures.closing.precision).toBe("day");
  });

  test("it publishes no appeal and no search", () => {
    expect(existsSync(join(folder, "site", "data", "appeals.csv"))).toBe(false);
    expect(existsSync(join(folder, "site", "pagefind"))).toBe(false);
  });
});
