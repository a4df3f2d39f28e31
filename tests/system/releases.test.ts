import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile, chmod, chown } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addRelease,
  liveRelease,
  listReleases,
  pruneReleases,
  releasePlaces,
  repairReleases,
  type ReleasePlaces,
} from "../../src/system/releases.ts";
import { rollBack, takenDownToday } from "../../src/flow/rollBack.ts";
import { portalFolder } from "../flow/portal.ts";
import { checksumsText, readChecksums, sha256 } from "../../src/publish/release/checksums.ts";

let folder: string;
let places: ReleasePlaces;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-releases-"));
  places = releasePlaces(join(folder, "site"));
});
afterEach(async () => {
  await chmod(places.folder, 0o755).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

const nameOf = (number: number) => `2026-10-${String(number).padStart(2, "0")}-${String(number).padStart(12, "0")}`;

/** A line of a site's list of appeals, as far as going back reads it. */
type Listed = { id: string; text: string | null; reply: string | null; withheld: string | null };

/** A whole small site with its checksums; `down`: ids whose notices it holds; `listed`: its list of appeals, null: it has none. */
async function siteAt(
  path: string,
  number: number,
  down: string[] = [],
  listed: Listed[] | null = null,
): Promise<string> {
  const takedowns = down.map((id) => ({ id, reason: "other", date: "2026-10-01" }));
  const files = {
    "index.html": `edition ${number}`,
    "data/facts.json": JSON.stringify({ edition: { takedowns } }),
    ...(listed && { "data/appeals.ndjson": listed.map((appeal) => `${JSON.stringify(appeal)}\n`).join("") }),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, page) => [`appeals/a${page}/index.html`, `appeal ${page} of ${number}`]),
    ),
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(join(path, file, ".."), { recursive: true });
    await writeFile(join(path, file), content);
  }
  await writeFile(
    join(path, "SHA256SUMS"),
    checksumsText(new Map(Object.entries(files).map(([file, content]) => [file, sha256(content)]))),
  );
  return path;
}
const publish = async (number: number, down: string[] = [], listed: Listed[] | null = null) =>
  addRelease(places, await siteAt(join(folder, "made"), number, down, listed), nameOf(number), number);

describe("releases", () => {
  test("are shown in the order they were published in, and the live one is marked", async () => {
    expect(listReleases(places)).toEqual([]);
    await publish(1);
    await publish(2);
    expect(listReleases(places)).toEqual([
      { name: nameOf(2), isLive: true },
      { name: nameOf(1), isLive: false },
    ]);
    expect(await readlink(places.link)).toBe(`site.releases/${nameOf(2)}`);
  });

  test("of which the last are kept, and the live one always", async () => {
    for (const number of [1, 2, 3, 4]) await publish(number);
    await rollBack(places, nameOf(1), []);
    pruneReleases(places, 2);
    expect(listReleases(places).map(({ name }) => name)).toEqual([nameOf(4), nameOf(3), nameOf(1)]);
  });

  test("can be gone back to, and forward again", async () => {
    await publish(1);
    await publish(2);
    expect(await rollBack(places, null, [])).toBe(nameOf(1));
    expect(await readFile(join(places.link, "index.html"), "utf8")).toBe("edition 1");
    await expect(rollBack(places, null, [])).rejects.toMatchObject({ code: "RELEASE_OLDEST" });
    expect(await rollBack(places, nameOf(2), [])).toBe(nameOf(2));
  });

  test("cannot be gone back to where an appeal was taken down since", async () => {
    await publish(1);
    await publish(2, ["abc"]);
    await expect(rollBack(places, null, [])).rejects.toMatchObject({ code: "RELEASE_EXPOSES", details: { count: 1 } });
    await publish(3, ["abc"]);
    await expect(rollBack(places, null, ["def"])).rejects.toMatchObject({ code: "RELEASE_EXPOSES" });
    expect(await rollBack(places, null, ["abc"])).toBe(nameOf(2));
  });

  test("cannot be gone back to where they show the text of an appeal that is withheld now", async () => {
    const told = (id: string, text: string | null, reply: string | null = null): Listed => ({
      id,
      text,
      reply,
      withheld: text === null && reply === null ? "quotation" : null,
    });
    await publish(1, [], [told("abc", "words"), told("def", "words")]);
    await publish(2, [], [told("abc", null), told("def", "words")]);
    await expect(rollBack(places, null, [])).rejects.toMatchObject({ code: "RELEASE_EXPOSES", details: { count: 1 } });
    await publish(3, [], [told("abc", null, "a reply")]);
    await publish(4, [], [told("abc", null)]);
    await expect(rollBack(places, null, [])).rejects.toMatchObject({ code: "RELEASE_EXPOSES" });
    expect(await rollBack(places, nameOf(2), [])).toBe(nameOf(2));
  });

  test("cannot be gone back to where they show appeals and the present one shows figures alone", async () => {
    await publish(1, [], [{ id: "abc", text: null, reply: null, withheld: null }]);
    await publish(2);
    await expect(rollBack(places, null, [])).rejects.toMatchObject({ code: "RELEASE_EXPOSES", details: { count: 1 } });
    await publish(3);
    expect(await rollBack(places, null, [])).toBe(nameOf(2));
  });

  test("are not gone back to past settings that cannot be read", async () => {
    const data = await portalFolder(
      "title: Register\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received }\n",
      {},
      { "takedowns.csv": "id,reason,date\nabc,other,2026-10-01\n" },
    );
    for (const isNamed of [true, false]) expect(await takenDownToday(data, isNamed)).toEqual(["abc"]);
    await writeFile(join(data, "takedowns.csv"), "id,reason,date\nabc,other,yesterday\n");
    for (const isNamed of [true, false])
      await expect(takenDownToday(data, isNamed)).rejects.toMatchObject({ code: "SETTINGS_INVALID" });
    const none = join(folder, "data");
    await expect(takenDownToday(none, true)).rejects.toHaveProperty("code");
    expect(await takenDownToday(none, false)).toEqual([]);
  });

  test("take the place of a folder that a build left", async () => {
    await siteAt(places.link, 0);
    expect(liveRelease(places.link)).toBe(places.link);
    await publish(1);
    expect(await readFile(join(places.link, "index.html"), "utf8")).toBe("edition 1");
    expect(await readdir(places.folder)).toEqual([nameOf(1)]);
  });

  test("are finished where a kill came between the two steps of taking a folder's place", async () => {
    await publish(1);
    await rm(places.link);
    await symlink(`site.releases/${nameOf(1)}`, places.pending);
    await mkdir(join(places.folder, ".before"));
    await repairReleases(places);
    expect(await readFile(join(places.link, "index.html"), "utf8")).toBe("edition 1");
    expect(await readdir(places.folder)).toEqual([nameOf(1)]);
  });
});

/** Publishes two editions in turns, as fast as it can, in a process of its own. */
const publishing = (places: ReleasePlaces, first: number) => `
  import { cpSync } from "node:fs";
  import { addRelease, pruneReleases, repairReleases } from ${JSON.stringify(new URL("../../src/system/releases.ts", import.meta.url).href)};
  const places = ${JSON.stringify(places)};
  await repairReleases(places);
  console.log("publishing");
  for (let number = ${first}; ; number++) {
    const edition = 1 + (number % 2);
    cpSync(places.link + ".made-" + edition, places.link + ".new", { recursive: true, force: true });
    await addRelease(places, places.link + ".new", ["", ${JSON.stringify(nameOf(1))}, ${JSON.stringify(nameOf(2))}][edition], number);
    pruneReleases(places, 1);
  }`;

test(
  "killed at twenty moments and more while it switches, readers always see one whole edition",
  { timeout: 300_000 },
  async () => {
    for (const number of [1, 2]) await siteAt(`${places.link}.made-${number}`, number);
    await publish(1);
    const seen = new Set<string>();
    // On a machine that has much else to do, twenty moments may all come before the first switch.
    for (let kill = 0; kill < 20 || seen.size < 2; kill++) {
      const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", publishing(places, kill)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      await setTimeout((kill * 7) % (60 + 5 * kill));
      child.kill("SIGKILL");
      await once(child, "exit");
      const listed = readChecksums(await readFile(join(places.link, "SHA256SUMS"), "utf8"))!;
      expect(listed.size).toBe(12);
      for (const [file, hash] of listed) expect(sha256(await readFile(join(places.link, file))), file).toBe(hash);
      seen.add(await readFile(join(places.link, "index.html"), "utf8"));
    }
    await repairReleases(places);
    expect((await readdir(places.folder)).filter((name) => name.startsWith("."))).toEqual([]);
  },
);

const isRoot = process.getuid?.() === 0;

test(`where the folder of releases may not be written to, readers go on seeing the old one${isRoot ? " (as an ordinary user, because root may write anywhere)" : ""}`, async () => {
  await publish(1);
  await siteAt(join(folder, "made"), 2);
  await chmod(folder, 0o755);
  if (isRoot) for (const path of [join(folder, "made"), places.folder]) await chown(path, 65534, 65534);
  await chmod(places.folder, 0o555);
  const program = `
    import { addRelease } from ${JSON.stringify(new URL("../../src/system/releases.ts", import.meta.url).href)};
    await addRelease(${JSON.stringify(places)}, ${JSON.stringify(join(folder, "made"))}, ${JSON.stringify(nameOf(2))}, 2).catch((error) => { console.log(error.code); });`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", program], {
    encoding: "utf8",
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  expect(stdout.trim(), stderr).toBe("EACCES");
  expect(await readFile(join(places.link, "index.html"), "utf8")).toBe("edition 1");
  expect(existsSync(join(places.folder, nameOf(2)))).toBe(false);
});
