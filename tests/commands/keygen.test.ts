import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { keygen } from "../../scripts/commands/keygen.ts";
import { reportWords } from "../../src/words/reportStrings.ts";

test("keygen writes no secret where a public key lies already, nor over one", async () => {
  vi.spyOn(console, "log").mockReturnValue(undefined);
  const folder = await mkdtemp(join(tmpdir(), "otklik-keygen-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const key = join(folder, "press.key");
  const make = () =>
    keygen.run({ key, data: join(folder, "data"), site: join(folder, "site") }, [], {
      words: reportWords("ru"),
    } as never);
  await writeFile(`${key}.pub`, "of another key");
  await expect(make()).rejects.toMatchObject({ code: "KEY_EXISTS", details: { key: `${key}.pub` } });
  expect(existsSync(key)).toBe(false);
  expect(await readFile(`${key}.pub`, "utf8")).toBe("of another key");
  await rm(`${key}.pub`);
  await make();
  const secret = await readFile(key, "utf8");
  await expect(make()).rejects.toMatchObject({ code: "KEY_EXISTS" });
  expect(await readFile(key, "utf8")).toBe(secret);
});
