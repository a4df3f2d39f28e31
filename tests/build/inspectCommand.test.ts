import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { workbookOf } from "../intake/format/workbook.ts";
import { runCommand } from "./oneProcess.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-inspect-"));
  return () => rm(folder, { recursive: true });
});

const header = ["Номер", "Дата поступления", "Дата закрытия", "Тема", "Ведомство"];
const rows = (year: number) =>
  Array.from({ length: 30 }, (_, index) => [
    `${year}-${index + 1}`,
    `${String((index % 28) + 1).padStart(2, "0")}.03.${year}`,
    "",
    "Свет",
    ["Минстрой", "Минтранс"][index % 2]!,
  ]);

const portalOf = (name: string) => {
  const data = join(folder, name);
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  return data;
};

test("the sheets of a workbook with the same columns share a description, and are read by it", async () => {
  const file = join(folder, "years.xlsx");
  const data = portalOf("years");
  await writeFile(file, workbookOf([{ rows: [header, ...rows(2025)] }, { rows: [header, ...rows(2026)] }]));
  expect((await runCommand("inspect", [file, "--write", "--data", data])).code).toBe(0);
  expect(await readdir(join(data, "sources"))).toEqual(["years.yaml"]);
  const checked = await runCommand("check", ["--data", data, "--json"]);
  expect(checked.code).toBe(0);
  expect(
    (JSON.parse(checked.stdout) as { files: { accepted: number }[] }).files.map(({ accepted }) => accepted),
  ).toEqual([30, 30]);
});

test("sheets with other columns have a description each, and each is read by its own", async () => {
  const file = join(folder, "kinds.xlsx");
  const data = portalOf("kinds");
  const calls = [
    ["Карточка", "Принят", "Вопрос"],
    ...rows(2026).map(([id, received, , topic]) => [`З${id}`, received!, topic!]),
  ];
  await writeFile(file, workbookOf([{ rows: [header, ...rows(2025)] }, { rows: calls }]));
  await runCommand("inspect", [file, "--write", "--data", data]);
  expect((await readdir(join(data, "sources"))).length).toBe(2);
  const checked = await runCommand("check", ["--data", data, "--json"]);
  expect(
    (JSON.parse(checked.stdout) as { files: { accepted: number }[] }).files.map(({ accepted }) => accepted),
  ).toEqual([30, 30]);
});

test("sheets that are no register are neither described nor read, and stop nothing", async () => {
  const file = join(folder, "book.xlsx");
  const data = portalOf("book");
  await writeFile(
    file,
    workbookOf([
      { rows: [["Как заполнять реестр"], ["Каждое обращение отдельной строкой."]] },
      { rows: [header, ...rows(2026)] },
      {
        rows: [
          ["Код", "Ведомство"],
          ["1", "Минстрой"],
          ["2", "Минтранс"],
        ],
      },
      {
        rows: [
          ["Ведомство", "Всего"],
          ["Минстрой", 15],
        ],
      },
    ]),
  );
  expect((await runCommand("inspect", [file, "--write", "--data", data])).code).toBe(0);
  expect(await readdir(join(data, "sources"))).toEqual(["book.yaml"]);
  const checked = await runCommand("check", ["--data", data, "--json"]);
  expect(checked.code, checked.stderr).toBe(0);
  const report = JSON.parse(checked.stdout) as {
    files: { accepted: number }[];
    findings: { code: string; count?: number }[];
  };
  expect(report.files.map(({ accepted }) => accepted)).toEqual([30]);
  expect(report.findings).toContainEqual(expect.objectContaining({ code: "SHEET_UNREAD", count: 3 }));
});

test("a file in which no date is found is copied all the same, with what to write where", async () => {
  const file = join(folder, "undated.csv");
  const data = portalOf("undated");
  await writeFile(
    file,
    [
      "Номер;Когда;Ведомство",
      ...Array.from({ length: 30 }, (_, index) => `${700 + index};позавчера;${["А", "Б"][index % 2]!}`),
    ].join("\n"),
  );
  const said = await runCommand("inspect", [file, "--write", "--data", data]);
  expect(said.stdout).toContain("columns, received");
  expect((await readdir(join(data, "exports"), { recursive: true })).some((name) => name.endsWith("undated.csv"))).toBe(
    true,
  );
  expect(await readFile(join(data, "sources/undated.yaml"), "utf8")).toContain("received: название столбца");
});

describe("inspect speaks one language, whatever it has to say:", () => {
  const said = async (args: string[], environment: Record<string, string>): Promise<string> => {
    const { stdout, stderr } = await runCommand("inspect", args, {
      LC_ALL: "",
      LC_MESSAGES: "",
      LANG: "",
      ...environment,
    });
    return stdout + stderr;
  };

  test.each([
    ["ru", "ru_RU.UTF-8", /[а-яё]/i],
    ["en", "C", /^[^а-яё]*$/i],
  ] as const)("without a portal that of the environment (%s)", async (_, LANG, expected) => {
    const [good, faulty] = [join(folder, `good-${LANG}.csv`), join(folder, `faulty-${LANG}.csv`)];
    await writeFile(
      good,
      [
        "id,received,agency",
        ...Array.from({ length: 30 }, (_, index) => `${index + 1},2026-03-0${(index % 9) + 1},Parks`),
      ].join("\n"),
    );
    await writeFile(faulty, "nothing");
    const data = ["--data", join(folder, "none")];
    for (const files of [[], [good], [faulty], [join(folder, "absent.csv")]])
      expect(await said([...files, ...data], { LANG })).toMatch(expected);
  });

  test("with a portal that of the portal", async () => {
    const data = portalOf("english");
    await mkdir(data, { recursive: true });
    await writeFile(join(data, "portal.yaml"), "language: en\n");
    expect(await said(["--data", data], { LANG: "ru_RU.UTF-8" })).not.toMatch(/[а-яё]/i);
  });
});

test("settings that are faulty are told with their line, and the file is looked at without them", async () => {
  const file = join(folder, "faulty.csv");
  const data = portalOf("faulty");
  await mkdir(data);
  await writeFile(join(data, "portal.yaml"), "title: Портал\nlanguage: ru\nregion: 5\n");
  await writeFile(file, [header, ...rows(2026)].map((row) => row.join(";")).join("\n"));
  const { code, stdout, stderr } = await runCommand("inspect", [file, "--data", data]);
  expect(code).toBe(0);
  expect(stderr).toContain("SETTINGS_INVALID");
  expect(stderr).toContain("portal.yaml:3");
  expect(stderr).toContain("без настроек портала");
  expect(stdout).toContain("faulty.csv");
  const fresh = await runCommand("inspect", [file, "--data", portalOf("none")]);
  expect(fresh.stderr).toBe("");
}, 60_000);
