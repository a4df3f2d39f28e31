import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { environmentLanguage, languageOf, runCommand, statedLanguage } from "../../scripts/commands/runCommand.ts";

describe("an error that nobody expected", () => {
  const told: string[] = [];
  beforeEach(() => {
    told.length = 0;
    vi.spyOn(console, "error").mockImplementation((text: string) => void told.push(text));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  test("is told by its code and its place, never by what it quotes", async () => {
    const record = '{"text": "Тайнописцев", ';
    await runCommand("ru", async () => {
      JSON.parse(record);
    });
    expect(process.exitCode).toBe(1);
    const [message = ""] = told;
    expect(message).toContain("UNEXPECTED");
    expect(message).toContain("SyntaxError");
    expect(message).toContain("tests/commands/runCommand.test.ts");
    expect(message).not.toContain("Тайнописцев");
  });
});

test("a command speaks its portal's language, also where the settings are not valid, else that of the environment", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  vi.stubEnv("LC_ALL", "ru_RU.UTF-8");
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await languageOf(folder)).toBe("ru");
  expect(await languageOf(null)).toBe("ru");
  await writeFile(join(folder, "portal.yaml"), "language: en\nnonsense: [\n");
  expect(await languageOf(folder)).toBe("en");
});

test("the environment's language is that of its first setting, else English", () => {
  expect(environmentLanguage({ LANG: "ru_RU.UTF-8" })).toBe("ru");
  expect(environmentLanguage({ LC_ALL: "en_GB.UTF-8", LANG: "ru_RU.UTF-8" })).toBe("en");
  expect(environmentLanguage({ LC_ALL: "", LC_MESSAGES: "ru", LANG: "C" })).toBe("ru");
  expect(environmentLanguage({})).toBe("en");
  expect(statedLanguage({ LANG: "en_GB.UTF-8" })).toBe("en");
  for (const LANG of ["C.UTF-8", "POSIX", "de_DE.UTF-8", "english"]) expect(statedLanguage({ LANG }), LANG).toBeNull();
});
