import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { factsSchema, type StoredFacts } from "../../src/model/facts.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { runCommand } from "./oneProcess.ts";

const root = resolve(import.meta.dirname, "../..");
const realExport = join(root, "..", "shared", "data", "nyc-council.csv.gz");
const isAtHand = existsSync(realExport);
if (!isAtHand)
  process.stderr.write("SKIPPED: the real New York export is not at hand (../shared/data/nyc-council.csv.gz)\n");

/** A portal with this export; the caller removes its folder. */
async function portalWith(bytes: Buffer): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "otklik-nyc-"));
  await cp(join(root, "tests/cases/nyc-council"), data, { recursive: true });
  await mkdir(join(data, "exports", "2025-01-10"), { recursive: true });
  await writeFile(join(data, "exports", "2025-01-10", "nyc-council.csv.gz"), bytes);
  return data;
}

describe.skipIf(!isAtHand)("341,299 real requests to the New York City Council", () => {
  let folder: string;
  let facts: StoredFacts;

  beforeAll(async () => {
    folder = await portalWith(await readFile(realExport));
    ({ facts } = await prepareEdition({
      settings: await readSettings(folder),
      workDir: join(folder, "work"),
      editionDir: null,
      progress: { stage: (_, run) => run(() => undefined) },
    }));
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

  test("of some of a few offices a portal is made, and publishes no appeal and no search", async () => {
    // No cell of this export goes over a line.
    const [head, ...rows] = gunzipSync(await readFile(realExport))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    // As many of an office as in a portal of every four-hundredth: enough for figures.
    const some = rows.filter((row, at) => at % 400 === 0 && /^"[^"]*","NYCC0[1-5]"/u.test(row));
    expect(some.length).toBeGreaterThan(100);
    const data = await portalWith(gzipSync([head, ...some, ""].join("\n")));
    try {
      const site = join(data, "site");
      const outcome = await runCommand("build", ["--data", data, "--out", site]);
      expect(outcome.code, outcome.stderr).toBe(0);
      const built = factsSchema.parse(JSON.parse(await readFile(join(site, "data", "facts.json"), "utf8")));
      expect(built.edition.files[0]!.read).toBe(some.length);
      expect(existsSync(join(site, "agencies/index.html"))).toBe(true);
      expect(existsSync(join(site, "data", "appeals.csv"))).toBe(false);
      expect(existsSync(join(site, "pagefind"))).toBe(false);
      expect(existsSync(join(site, "search"))).toBe(false);
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
});
