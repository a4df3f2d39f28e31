import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "./oneProcess.ts";
import { folderHash } from "./runScript.ts";

/** A small, valid portal; each test spoils one thing. */
const portal = `title: Отклик
region: { name: Край, in: в Крае, of: Края }
timeZone: Europe/Moscow
address: https://otklik.example/
publisher: { name: Пресс-служба, email: press@otklik.example }
appeals: figures-only
`;
const source = `title: Сообщения
files: ["*.csv"]
channel: social
dateOrder: day-first
columns: { id: Номер, received: Дата, agency: Ведомство, text: Текст }
`;
const good = "Номер;Дата;Ведомство;Текст\n1;01.10.2026;Минтранс;Яма на дороге\n2;02.10.2026;Минтранс;Ещё одна яма\n";

/** A value that stands in each spoilt file and must never be repeated in a message. */
const secret = "Тайнописцев";

let folder: string;
let data: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-bad-"));
  data = join(folder, "data");
  out = join(folder, "site");
  await mkdir(join(data, "sources"), { recursive: true });
  await mkdir(join(data, "exports", "2026-10-31"), { recursive: true });
  await mkdir(join(out, "data"), { recursive: true });
  await writeFile(join(out, "index.html"), "the site as it stands");
  await writeFile(join(out, "data", "facts.json"), "{}");
  await writeFile(join(data, "portal.yaml"), portal);
  await writeFile(join(data, "sources", "social.yaml"), source);
  await writeFile(join(data, "exports", "2026-10-31", "social.csv"), good);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (content: string | Uint8Array, name = "social.csv") =>
  writeFile(join(data, "exports", "2026-10-31", name), content);

async function stopped(): Promise<string> {
  const before = await folderHash(out);
  const outcome = await runCommand("build", ["--data", data, "--out", out]);
  expect(outcome.code, outcome.stderr).toBe(1);
  expect(await folderHash(out)).toBe(before);
  expect((await readdir(folder)).sort()).toEqual(["data", "site"]);
  const said = outcome.stdout + outcome.stderr;
  expect(said).not.toContain(secret);
  expect(said).not.toMatch(/^\s+at .*\.ts:\d+/m);
  return said;
}

describe("bad input is told clearly and changes nothing", () => {
  test("no exports at all", async () => {
    await rm(join(data, "exports"), { recursive: true });
    expect(await stopped()).toContain("EXPORTS_MISSING");
  });

  test("a folder of an edition that is not named by a date", async () => {
    await cp(join(data, "exports", "2026-10-31"), join(data, "exports", "октябрь"), { recursive: true });
    expect(await stopped()).toContain("EDITION_NAME");
  });

  test("an edition without files", async () => {
    await rm(join(data, "exports", "2026-10-31", "social.csv"));
    expect(await stopped()).toContain("EDITION_EMPTY");
  });

  test("an empty file", async () => {
    await put("");
    expect(await stopped()).toContain("FILE_EMPTY");
  });

  test("a binary file named .csv", async () => {
    await put(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 0, 0, 255, 254]));
    expect(await stopped()).toContain("FILE_NOT_TEXT");
  });

  test("a header that matches nothing", async () => {
    await put(`Колонка А;Колонка Б\n1;${secret}\n`);
    expect(await stopped()).toContain("HEADER_UNKNOWN");
  });

  test("a file that no source claims", async () => {
    await put(`a;b\n1;${secret}\n`, "прочее.txt");
    expect(await stopped()).toContain("FILE_UNCLAIMED");
  });

  test("an unknown key in the settings, with its line", async () => {
    await writeFile(join(data, "portal.yaml"), `${portal}colour: red\n`);
    const said = await stopped();
    expect(said).toContain("SETTINGS_INVALID");
    expect(said).toContain("portal.yaml:7");
  });

  test("only rows that cannot be used", async () => {
    await put(`Номер;Дата;Ведомство;Текст\n1;31.02.2026;Минтранс;${secret}\n2;01.10.2026\n`);
    const said = await stopped();
    expect(said).toContain("DATE_IMPOSSIBLE");
    expect(said).toContain("ROW_SHORT");
    expect(said).toContain("NO_APPEALS");
  });

  test("a folder for the site that holds something else", async () => {
    await rm(join(out, "data"), { recursive: true });
    expect(await stopped()).toContain("OUTPUT_OCCUPIED");
  });
});

describe("a row that cannot be used", () => {
  test("is named by file, line and column, counted as rejected, and the others go on", async () => {
    await put(`${good}3;31.02.2026;Минтранс;${secret}\n4;05.10.2026\n`);
    const outcome = await runCommand("check", ["--data", data]);
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stdout).toContain("DATE_IMPOSSIBLE");
    expect(outcome.stdout).toMatch(/social\.csv:4/);
    expect(outcome.stdout).toContain("ROW_SHORT");
    expect(outcome.stdout).toMatch(/social\.csv:5/);
    expect(outcome.stdout).not.toContain(secret);
  });

  test("is told to machines as well", async () => {
    await put(`${good}3;31.02.2026;Минтранс;${secret}\n`);
    const outcome = await runCommand("check", ["--data", data, "--json"]);
    const report = JSON.parse(outcome.stdout) as { files: unknown[]; findings: { code: string; line?: number }[] };
    expect(report.files).toMatchObject([{ file: "social.csv", read: 3, accepted: 2, merged: 0, rejected: 1 }]);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: "DATE_IMPOSSIBLE", line: 4 }));
    expect(outcome.stdout).not.toContain(secret);
  });
});

test("an option that no command has is told without a stack, with the one that was meant", async () => {
  for (const script of ["build", "check", "inspect", "preview", "id-key"]) {
    const outcome = await runCommand(script, ["--dat", data]);
    expect(outcome.code, script).toBe(2);
    expect(outcome.stderr, script).toContain("OPTIONS_INVALID");
    if (script !== "preview") expect(outcome.stderr, script).toContain("--data");
    expect(outcome.stderr, script).not.toMatch(/^\s+at /m);
  }
});

test("a release that is not told where from or where to changes nothing", async () => {
  for (const [given, missing] of [
    [["--site", out], "--data DIR"],
    [["--data", data], "--site DIR"],
  ] as const) {
    const outcome = await runCommand("release", [...given]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain("OPTIONS_INVALID");
    expect(outcome.stderr).toContain(missing);
  }
});

test("a place where nothing can be written is told without a stack", async () => {
  await rm(join(out), { recursive: true });
  const outcome = await runCommand("build", ["--data", data, "--out", join(data, "portal.yaml", "site")]);
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/OUTPUT_OCCUPIED|FILES_REFUSED/);
  const inLongName = await runCommand("build", ["--data", data, "--out", join(folder, "n".repeat(300))]);
  expect(inLongName.code).toBe(1);
  expect(inLongName.stderr).toMatch(/OUTPUT_OCCUPIED|FILES_REFUSED/);
  expect(outcome.stderr + inLongName.stderr).not.toMatch(/^\s+at /m);
});

test("a description that inspect writes asks for the channel", async () => {
  await rm(join(data, "sources"), { recursive: true });
  const outcome = await runCommand("inspect", [
    "--data",
    data,
    "--write",
    join(data, "exports", "2026-10-31", "social.csv"),
  ]);
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(await readFile(join(data, "sources", "social.yaml"), "utf8")).toMatch(/^# channel: /m);
});

test("a folder given to inspect is told as no file", async () => {
  const outcome = await runCommand("inspect", ["--data", data, join(data, "exports")]);
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).not.toMatch(/^\s+at |EISDIR/m);
});
