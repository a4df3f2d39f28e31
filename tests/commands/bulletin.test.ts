import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { main } from "../../scripts/commands/main.ts";

const said = { out: "", err: "" };
beforeEach(() => {
  [said.out, said.err] = ["", ""];
  vi.spyOn(console, "log").mockImplementation((text: string) => void (said.out += `${text}\n`));
  vi.spyOn(console, "error").mockImplementation((text: string) => void (said.err += `${text}\n`));
  vi.stubEnv("LC_ALL", "en_GB.UTF-8");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

async function site(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-bulletin-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return folder;
}

test("the note of the week is printed as the site has it, in the language that is asked for", async () => {
  const out = await site({
    "index.html": "",
    "week/bulletin.txt": "Неделя\n\nПолный текст\n",
    "week/bulletin-short.txt": "Неделя\n",
    "en/week/bulletin.txt": "The week\n",
  });
  await main(["bulletin", "--week", "--out", out]);
  await main(["bulletin", "--week", "--caption", "--out", out]);
  await main(["bulletin", "--week", "--language", "en", "--out", out]);
  await main(["bulletin", "--week", "--language", "ru", "--out", out]);
  expect(said.out).toBe("Неделя\n\nПолный текст\nНеделя\nThe week\nНеделя\n\nПолный текст\n");
  expect(process.exitCode).toBeUndefined();
});

test("what the note is of has to be said, and where there is no portal that is told", async () => {
  await main(["bulletin"]);
  expect(said.err).toContain("--week");
  expect(process.exitCode).toBe(2);
  await main(["bulletin", "--week", "--out", await site({ "other.txt": "" })]);
  expect(said.err).toContain("SITE_MISSING");
});
