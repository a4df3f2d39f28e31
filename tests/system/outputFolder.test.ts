import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inWorkingFolders, requireReplaceable } from "../../src/system/outputFolder.ts";
import { buildFolders } from "../../src/system/switchSite.ts";

let folder: string;
let data: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-output-"));
  data = join(folder, "data");
  out = join(folder, "site");
  await mkdir(join(data, "exports"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const portalAt = async (path: string) => {
  await mkdir(join(path, "data"), { recursive: true });
  await writeFile(join(path, "data", "facts.json"), "{}");
};

describe("the folder for the portal", () => {
  test("may be missing, empty or a portal", async () => {
    await requireReplaceable(out, data);
    await mkdir(out);
    await requireReplaceable(out, data);
    await portalAt(out);
    await requireReplaceable(out, data);
  });

  test("is never a file that would be lost", async () => {
    await writeFile(out, "years of work");
    await expect(requireReplaceable(out, data)).rejects.toMatchObject({ code: "OUTPUT_OCCUPIED" });
    await expect(requireReplaceable(join(out, "below"), data)).rejects.toMatchObject({ code: "OUTPUT_OCCUPIED" });
  });

  test("does not stand among the exports, where it would be read as one", async () => {
    await expect(requireReplaceable(join(data, "exports", "site"), data)).rejects.toMatchObject({
      code: "OUTPUT_MISPLACED",
    });
  });

  test("does not hold the data it is made from", async () => {
    await portalAt(folder);
    await expect(requireReplaceable(folder, data)).rejects.toMatchObject({ code: "OUTPUT_MISPLACED" });
  });
});

describe("the working folders", () => {
  test("belong to one build at a time", async () => {
    await inWorkingFolders(buildFolders(out), async () => {
      await writeFile(join(folder, ".site.lock"), `${process.ppid}\n`);
      await expect(inWorkingFolders(buildFolders(out), () => Promise.resolve())).rejects.toMatchObject({
        code: "OUTPUT_BUSY",
      });
    });
    expect((await readdir(folder)).sort()).toEqual(["data"]);
  });

  test("are taken over from a build that was killed", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    await writeFile(join(folder, ".site.lock"), `${pid}\n`);
    expect(await inWorkingFolders(buildFolders(out), () => Promise.resolve("done"))).toBe("done");
  });

  test("give the old site back that a broken switch left in them", async () => {
    await portalAt(buildFolders(out).old);
    await inWorkingFolders(buildFolders(out), async () =>
      expect(await readFile(join(out, "data", "facts.json"), "utf8")).toBe("{}"),
    );
    await access(join(out, "data", "facts.json"));
  });
});

describe.each(["SIGINT", "SIGTERM"] as const)("a build that %s ends", (signal) => {
  test("leaves nothing in its working folders, and no lock", async () => {
    const module = new URL("../../src/system/", import.meta.url);
    const program = `
      import { writeFile } from "node:fs/promises";
      import { inWorkingFolders } from ${JSON.stringify(new URL("outputFolder.ts", module).href)};
      import { buildFolders } from ${JSON.stringify(new URL("switchSite.ts", module).href)};
      const folders = buildFolders(${JSON.stringify(out)});
      await inWorkingFolders(folders, async () => {
        await writeFile(folders.site + "-as-it-came", "");
        console.log("working");
        await new Promise((done) => setTimeout(done, 60_000));
      });`;
    const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill(signal);
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe({ SIGINT: 130, SIGTERM: 143 }[signal]);
    expect(await readdir(folder)).toEqual(["data"]);
  });
});
