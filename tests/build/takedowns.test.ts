import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factsSchema, type StoredFacts } from "../../src/model/facts.ts";
import { keyedIds } from "../../src/privacy/publicId.ts";
import { makeCanaryPortal } from "../canaries/canaryPortal.ts";
import { contentsOf } from "../canaries/searchBytes.ts";
import { runCommand } from "./oneProcess.ts";
import type { Outcome } from "./runScript.ts";

const id = keyedIds("00112233445566778899aabbccddeeff", 13)("register", "Р-все");
const words = "живу: ул. полевая";

describe("an appeal that was taken down", () => {
  let folder: string;
  let first: StoredFacts;
  let second: StoredFacts;
  let outcome: Outcome;
  const build = async () => {
    outcome = await runCommand("build", ["--data", join(folder, "data"), "--out", join(folder, "site")]);
    expect(outcome.code, outcome.stderr).toBe(0);
    return factsSchema.parse(JSON.parse(await readFile(join(folder, "site", "data", "facts.json"), "utf8")));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otklik-takedown-"));
    await makeCanaryPortal(join(folder, "data"), {}, ["Текст"]);
    first = await build();
    expect((await readFile(join(folder, "site", "appeals", id, "index.html"), "utf8")).toLowerCase()).toContain(words);
    await writeFile(
      join(folder, "data", "takedowns.csv"),
      `id,reason,date\n${id},personal-data,2026-11-02\nzzzzzzzzzz,other,2026-11-03\n`,
    );
    second = await build();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("has a page that says so and why, and no content", async () => {
    const page = await readFile(join(folder, "site", "appeals", id, "index.html"), "utf8");
    expect(page).toContain("Обращение снято с публикации");
    expect(page).toMatch(/2\sноября\s2026/);
    expect(page).toContain("noindex");
    expect(page.toLowerCase()).not.toContain(words);
  });

  test("is in no list, download, search or older edition", async () => {
    for await (const { file, content } of contentsOf(folder)) {
      if (
        file.startsWith("data/") ||
        file === "site/data/facts.json" ||
        file === ".site.edition/facts.json" ||
        file === "site/SHA256SUMS" ||
        file.startsWith(`site/appeals/${id}/`)
      )
        continue;
      expect(content.includes(id), file).toBe(false);
    }
  });

  test("stays counted in the figures, and its reason is published", () => {
    const all = (facts: StoredFacts) =>
      facts.subjects.find((subject) => subject.dimension === "region")!.periods.all.measures.received;
    expect(all(second)).toEqual(all(first));
    expect(second.edition.published).toBe(first.edition.published);
    expect(second.edition.privacy.takenDown).toBe(1);
    expect(second.edition.takedowns).toContainEqual({ id, reason: "personal-data", date: "2026-11-02" });
  });

  test("stays down when id.key is replaced, which has to be meant, and when the source changes its number", async () => {
    const file = (name: string) => join(folder, "data", name);
    const [key, exported] = await Promise.all(
      ["id.key", "exports/2026-10-31/register.csv"].map((name) => readFile(file(name), "utf8")),
    );
    const newKey = "ffeeddccbbaa99887766554433221100";
    await writeFile(file("id.key"), newKey);
    await writeFile(file("exports/2026-10-31/register.csv"), exported!.replace("Р-все", "Р-новый"));
    const build = (...more: string[]) =>
      runCommand("build", ["--data", join(folder, "data"), "--out", join(folder, "site"), ...more]);
    const stopped = await build();
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain("ID_KEY_REPLACED");
    for (const name of ["takedowns-memory.csv", "takedowns.key"]) await rename(file(name), file(`${name}.away`));
    expect((await build()).stderr, "the site alone knows its key").toContain("ID_KEY_REPLACED");
    for (const name of ["takedowns-memory.csv", "takedowns.key"]) await rename(file(`${name}.away`), file(name));
    const meant = await build("--new-ids");
    expect(meant.code, meant.stderr).toBe(0);
    expect(meant.stdout).toContain("TAKEDOWN_ALIKE");
    for (const number of ["Р-все", "Р-новый"]) {
      const page = await readFile(
        join(folder, "site", "appeals", keyedIds(newKey, 13)("register", number), "index.html"),
        "utf8",
      ).catch(() => "");
      expect(page.toLowerCase()).not.toContain(words);
    }
    await writeFile(file("id.key"), key!);
    await writeFile(file("exports/2026-10-31/register.csv"), exported!);
  });

  test("that no export holds is told, with the line", () => {
    expect(outcome.stdout).toContain("TAKEDOWN_UNKNOWN");
    expect(outcome.stdout).toContain("takedowns.csv:3");
  });
});
