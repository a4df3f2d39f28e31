import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { main } from "../../scripts/commands/main.ts";
import manifest from "../../package.json" with { type: "json" };

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

test("without a command, and with --help, it tells what there is, and that is no fault", async () => {
  await main([]);
  const whole = said.out;
  await main(["--help"]);
  expect(said.out).toBe(whole + whole);
  expect(process.exitCode).toBeUndefined();
});

test("--version is that of the package", async () => {
  await main(["--version"]);
  expect(said.out).toBe(`${manifest.version}\n`);
});

test("a command that there is not is told with the nearest there is, and ends with 2", async () => {
  await main(["relase"]);
  expect(said.err).toMatchInlineSnapshot(`
    "OPTIONS_INVALID: There is no command relase. Perhaps you meant release.
    Help: otklik --help
    "
  `);
  expect(process.exitCode).toBe(2);
});

test.each([
  ["en_GB.UTF-8", "Usage: otklik"],
  ["ru_RU.UTF-8", "Вызов: otklik"],
])("every help speaks the language that is asked for (%s), whatever portal lies in data", async (locale, usage) => {
  vi.stubEnv("LC_ALL", locale);
  for (const given of [["--help"], ["help", "build"], ["build", "--help"], ["preview", "--help"]]) {
    said.out = "";
    await main(given);
    expect(said.out, given.join(" ")).toContain(usage);
  }
});

test("where none is asked for, all helps speak one language", async () => {
  vi.stubEnv("LC_ALL", "C");
  const languages = new Set<string>();
  for (const given of [["--help"], ["help", "build"], ["build", "--help"], ["preview", "--help"]]) {
    said.out = "";
    await main(given);
    languages.add(/^(\S+): otklik/mu.exec(said.out)?.[1] ?? "");
  }
  expect([...languages]).toEqual([expect.stringMatching(/^(Usage|Вызов)$/u)]);
});

test("--help of a benchmark starts none", async () => {
  await main(["bench", "--help"]);
  expect(said.out).toContain("otklik bench [NAME…] [options]");
});

test("a benchmark that there is not is told, and ends with 2", async () => {
  await main(["bench", "speed"]);
  expect(said.err).toMatchInlineSnapshot(`
    "OPTIONS_INVALID: There is no benchmark speed. There are: build, downloads, figures, intake, marks, measures, press, privacy, replies, rising, search.
    Help: otklik bench --help
    "
  `);
  expect(process.exitCode).toBe(2);
});

test.each([
  [["--data", "my"], "--site DIR"],
  [["--site", "there"], "--data DIR"],
  [["--list"], "--site DIR"],
])("a release %j is told the one option it lacks, and where the help is", async (given, option) => {
  await main(["release", ...given]);
  expect(said.err).toContain("OPTIONS_INVALID");
  expect(said.err).toContain(option);
  expect(said.err).toContain("otklik release --help");
  expect(process.exitCode).toBe(2);
});

test("a fault is told in the language of the portal that is named beside it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "portal.yaml"), "language: ru\n");
  await main(["check", "--data", folder, "--jsno"]);
  expect(said.err).toMatchInlineSnapshot(`
    "OPTIONS_INVALID: Параметра --jsno у этой команды нет. Возможно, вы имели в виду --json.
    Справка: otklik check --help
    "
  `);
  expect(process.exitCode).toBe(2);
});

test("and so it is where the portal is named in one word with its option", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "portal.yaml"), "language: en\n");
  vi.stubEnv("LC_ALL", "ru_RU.UTF-8");
  await main(["check", `--data=${folder}`, "--jsno"]);
  expect(said.err).toContain("Help: otklik check --help");
});

test("a key for a folder that is not there names the folder, and is no defect of the program", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const absent = join(folder, "my");
  await main(["id-key", "--data", absent]);
  expect(said.err).toContain("FOLDER_MISSING");
  expect(said.err).toContain(`There is no folder ${absent}.`);
  expect(process.exitCode).toBe(1);
});

test("a portal that is not there is told with the file that was looked for, and with what a new portal begins", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await main(["check", "--quiet", "--data", join(folder, "my")]);
  expect(said.err).toContain(`There is no settings file ${join(folder, "my", "portal.yaml")}.`);
  expect(said.err).toContain("npm run inspect -- EXPORT --write --data FOLDER");
  expect(process.exitCode).toBe(1);
});
