import { existsSync } from "node:fs";
import { readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addExport, release, releasePlace, wholeEdition } from "./releasePlace.ts";
import { runCommand } from "./oneProcess.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

const place = releasePlace();

test("a release is published beside the old one, told in a few lines, and can be gone back from", async () => {
  await makeSmallPortal(place.data, { "2026-10-31/register.csv": csv(rows(0, 12)) });
  const first = await release(place);
  expect(first.code, first.stderr).toBe(0);
  expect(first.stdout).toMatch(
    /строк прочитано 12: принято 12, объединено 0, отклонено 0[^]*обращений: 12, опубликовано 12/,
  );
  expect(await wholeEdition(place)).toBe("2026-10-31");
  const opened = await readlink(place.site);

  const [withdrawn] = JSON.parse(
    await readFile(join(place.site, "data", "appeals.ndjson"), "utf8").then((text) => `[${text.split("\n")[0]}]`),
  ) as { id: string; text: string }[];
  await addExport(place, "2026-11-30", rows(0, 15, [Number(withdrawn!.text.split(" ").at(-1))]));
  const second = await release(place, "--compress");
  expect(second.code, second.stderr).toBe(0);
  expect(await readFile(join(place.site, "appeals", withdrawn!.id, "index.html"), "utf8")).toMatch(
    /<h1[^>]*>Обращение отозвано[^]*По данным на 30\s+ноября\s+2026/,
  );
  expect(await wholeEdition(place)).toBe("2026-11-30");
  expect(existsSync(join(place.site, "index.html.br"))).toBe(true);
  expect(await readFile(join(place.folder, opened, "release.json"), "utf8")).toContain('"edition": "2026-10-31"');
  expect((await readdir(place.folder)).sort()).toEqual([".site.cache", "data", "site", "site.releases"]);

  const exposing = await release(place, "--rollback");
  expect(exposing.stderr).toContain("RELEASE_EXPOSES");
  expect(await wholeEdition(place)).toBe("2026-11-30");
  await rm(join(place.data, "exports", "2026-11-30"), { recursive: true });
  await addExport(place, "2026-11-30", rows(0, 15));
  const restored = await release(place);
  expect(restored.code, restored.stderr).toBe(0);

  const back = await release(place, "--to", opened.split("/")[1]!);
  expect(back.code, back.stderr).toBe(0);
  expect(await wholeEdition(place)).toBe("2026-10-31");
  expect((await release(place, "--list")).stdout).toMatch(/^(2026-11-30-\w+\n){2}2026-10-31-\w+ .*видят/m);

  const build = await runCommand("build", ["--data", place.data, "--out", place.site]);
  expect(build.code).toBe(1);
  expect(build.stderr).toContain("OUTPUT_LINKED");
  expect(await readlink(place.site)).toBe(opened);

  // An appeal that no export holds any more: its address would answer no longer.
  await writeFile(join(place.data, "exports", "2026-10-31", "register.csv"), csv(rows(1, 12)));
  await rm(join(place.data, "exports", "2026-11-30"), { recursive: true });
  const stopped = await release(place);
  expect(stopped.code).toBe(1);
  expect(stopped.stderr).toMatch(/VERIFY_FAILED[^]*appeals\/[a-z0-9]{13}\/index\.html: address-lost/);
  expect(await readlink(place.site)).toBe(opened);
  const dropped = await release(place, "--drop-addresses");
  expect(dropped.code, dropped.stderr).toBe(0);
  expect(await readlink(place.site)).not.toBe(opened);
});

test("of two releases at once the second says so and leaves with a code of its own", async () => {
  await makeSmallPortal(place.data, { "2026-10-31/register.csv": csv(rows(0, 3)) }, "figures-only");
  const outcomes = await Promise.all([release(place), release(place)]);
  expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 75]);
  expect(outcomes.find(({ code }) => code === 75)!.stderr).toContain("OUTPUT_BUSY");
  expect(await wholeEdition(place)).toBe("2026-10-31");
});
