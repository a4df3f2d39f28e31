import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BuildStop } from "../../src/model/buildStop.ts";
import { renderStop } from "../../src/report/renderStop.ts";
import { readSettings } from "../../src/settings/readSettings.ts";

const portal = `title: Отклик
region: { name: Край, in: в Крае, of: Края }
timeZone: Europe/Moscow
address: https://otklik.example/
publisher: { name: Пресс-служба, email: press@otklik.example }
`;
const key = "0123456789abcdef0123456789abcdef\n";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-settings-"));
  await mkdir(join(folder, "sources"));
  await mkdir(join(folder, "vocabulary"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (files: Record<string, string>) =>
  Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
/** What a person reads of why the settings stop a run. */
const said = async (): Promise<string> =>
  renderStop(await stop(), "en")
    .replaceAll(folder, "FOLDER")
    .trim();
const stop = async () => {
  const error: unknown = await readSettings(folder).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BuildStop);
  return error as BuildStop;
};

describe("a portal's settings", () => {
  test("need little more than a title, a region, a zone and an address", async () => {
    await put({ "portal.yaml": portal, "id.key": key });
    const settings = await readSettings(folder);
    expect(settings.portal).toMatchObject({
      language: "ru",
      demo: false,
      appeals: "full",
      minimum: { shown: 5, compared: 30 },
      privacy: { stopAbove: 0.05 },
    });
    expect(settings.sources).toEqual([]);
  });

  test("may give norms for a topic, a regime and dates, in working time; what they name has to be there, once and in order", async () => {
    const norm = (rest: string) => `  - { event: closing, amount: 30, unit: days, basis: "59-ФЗ"${rest} }\n`;
    const topics = "code,parent,name,sensitive,aliases\nheating,,Отопление,no,\n";
    const source =
      'title: Письма\nfiles: ["*.csv"]\nregime: 59-ФЗ\nchannel: letter\ncolumns: { id: Номер, received: Дата }\n';
    const good =
      norm(", topic: heating, from: 2026-01-01, until: 2026-06-30, start: registered, extension: 30") +
      norm(", regime: 59-ФЗ");
    const common = { "id.key": key, "vocabulary/topics.csv": topics, "sources/letters.yaml": source };
    await put({ ...common, "portal.yaml": `${portal}workingHours: ["09:00-13:00", "14:00-18:00"]\nnorms:\n${good}` });
    expect((await readSettings(folder)).portal.norms).toMatchObject([
      { topic: "heating", extension: 30 },
      { regime: "59-ФЗ" },
    ]);

    const wrong = norm(", topic: roads") + norm(", regime: 59-FZ") + norm("") + norm(", channel: letter");
    await put({ "portal.yaml": `${portal}norms:\n${wrong}` });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          portal.yaml:10: norms.3: norm 3 always comes first"
    `);
    await put({ "portal.yaml": `${portal}norms:\n${wrong.split("\n").slice(0, 3).join("\n")}\n` });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          portal.yaml:7: norms.0.topic: a code of vocabulary/topics.csv
          portal.yaml:8: norms.1.regime: a regime of sources/*.yaml"
    `);
    await put({
      "portal.yaml": `${portal}norms:\n${norm(", from: 2026-02-30")}${norm(", from: 2026-05-01, until: 2026-04-30")}workingHours: ["18:00-09:00"]\n`,
    });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          portal.yaml:7: norms.0.from: a date that exists, such as 2026-01-31
          portal.yaml:8: norms.1.until: no earlier than from
          portal.yaml:8: norms.1: norm 1 always comes first
          portal.yaml:9: workingHours.0: an end after its beginning"
    `);
  });

  test("hold the working calendar, whose dates stand once and in the file of their year", async () => {
    await mkdir(join(folder, "calendars"));
    const row = (date: string) => `${date},off,постановление\n`;
    await put({
      "portal.yaml": portal,
      "id.key": key,
      "calendars/ru-2027.csv": `date,day,basis\n${row("2027-01-01")}`,
      "calendars/kz-2026.csv": "date\n",
      "calendars/ru-2026.csv": `date,day,basis\n${row("2026-05-01")}${row("2026-01-01")}`,
    });
    expect((await readSettings(folder)).calendar.map(({ date }) => date)).toEqual([
      "2026-01-01",
      "2026-05-01",
      "2027-01-01",
    ]);
    await put({
      "calendars/ru-2026.csv": `date,day,basis\n${row("2026-05-01")}${row("2026-05-01")}${row("2025-05-01")}`,
    });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          calendars/ru-2026.csv:3: date
          calendars/ru-2026.csv:4: date"
    `);
    await put({ "calendars/ru-2026.csv": `date,day,basis\n2026-02-30,free,\n` });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          calendars/ru-2026.csv:2: date: a date that exists, such as 2026-01-31
          calendars/ru-2026.csv:2: day: Неверный вариант: ожидалось одно из "off"|"working"
          calendars/ru-2026.csv:2: basis: Слишком маленькое значение: ожидалось, что string будет иметь >=1 символ"
    `);
  });

  test("that are not there stop with the name of the file", async () => {
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_MISSING
        There is no settings file FOLDER/portal.yaml.
        If the portal is in another folder, name it: --data FOLDER. A new portal begins with npm run inspect -- EXPORT --write --data FOLDER; an example of each file is in the data folder of the demonstration portal.
          portal.yaml"
    `);
  });

  test("with an unknown key name its line and the key", async () => {
    await put({ "portal.yaml": `${portal}minimum: { shown: 5, compared: 30, shwon: 1 }\n`, "id.key": key });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          portal.yaml:6: minimum.shwon: Нераспознанный ключ: "shwon""
    `);
  });

  test("with a wrong value name its line and what is expected", async () => {
    await put({ "portal.yaml": portal.replace("Europe/Moscow", "Europe/Atlantis"), "id.key": key });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          portal.yaml:3: timeZone: an IANA time zone such as Europe/Moscow"
    `);
  });

  test("with several faults name them all at once", async () => {
    await put({ "portal.yaml": "title: 5\nlanguage: fr\n", "id.key": key });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          portal.yaml:1: title: Неверный ввод: ожидалось string, получено число
          portal.yaml:1: region: Неверный ввод: ожидалось object, получено undefined
          portal.yaml:2: language: Неверный вариант: ожидалось одно из "ru"|"en"
          portal.yaml:1: timeZone: Неверный ввод: ожидалось string, получено undefined
          portal.yaml:1: address: Неверный ввод: ожидалось string, получено undefined
          portal.yaml:1: publisher: Неверный ввод: ожидалось object, получено undefined"
    `);
  });

  test("that are not YAML name the line", async () => {
    await put({ "portal.yaml": "title: [Отклик\nregion: x\n" });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_UNREADABLE
        A settings file cannot be read.
        It has to be YAML in UTF-8. Look at the line named: indents must be spaces, and colons and quotation marks in their places.
          portal.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]"
    `);
  });

  test("that are not YAML name the place in words, too", async () => {
    await put({ "portal.yaml": "title: Отклик\nregion:\n\tname: x\n" });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_UNREADABLE
        A settings file cannot be read.
        It has to be YAML in UTF-8. Look at the line named: indents must be spaces, and colons and quotation marks in their places.
          portal.yaml:3:1: Tabs are not allowed as indentation"
    `);
  });

  test("that unfold without end are refused", async () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x, x]",
      ..."bcde".split("").map((name, level) => `${name}: &${name} [${Array(10).fill(`*${"abcd"[level]}`).join(", ")}]`),
    ];
    await put({ "portal.yaml": bomb.join("\n") });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_UNREADABLE
        A settings file cannot be read.
        It has to be YAML in UTF-8. Look at the line named: indents must be spaces, and colons and quotation marks in their places.
          portal.yaml: Excessive alias count indicates a resource exhaustion attack"
    `);
  });

  test("in another encoding than UTF-8 are refused, and never read as other letters", async () => {
    await writeFile(join(folder, "portal.yaml"), iconv.encode(portal, "windows-1251"));
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_UNREADABLE
        A settings file cannot be read.
        It has to be YAML in UTF-8. Look at the line named: indents must be spaces, and colons and quotation marks in their places.
          portal.yaml: UTF-8"
    `);
    await put({ "portal.yaml": `\uFEFF${portal.replaceAll("\n", "\r\n")}`, "id.key": key });
    expect((await readSettings(folder)).portal.title).toBe("Отклик");
    await writeFile(
      join(folder, "vocabulary", "places.csv"),
      iconv.encode("code,name,parent,aliases\nx,Район,,\n", "windows-1251"),
    );
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_UNREADABLE
        A settings file cannot be read.
        It has to be YAML in UTF-8. Look at the line named: indents must be spaces, and colons and quotation marks in their places.
          vocabulary/places.csv: UTF-8"
    `);
  });

  test("that are a list or nothing at all are told without an empty key", async () => {
    await put({ "portal.yaml": "- a\n" });
    expect((await stop()).details["problems"]).toMatch(/^portal\.yaml:1: [^:]/);
  });

  test("give an address that pages can be joined to", async () => {
    await put({
      "portal.yaml": portal.replace("https://otklik.example/", '"https://otklik.example/a?b=1#c"'),
      "id.key": key,
    });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          portal.yaml:4: address: an address without ?, # and @"
    `);
  });

  test("lay out appeals in a number of bundles that ids can be divided into, and not where ids are registry numbers", async () => {
    const lay = (rest: string) => put({ "portal.yaml": portal + rest, "id.key": key });
    await lay("appealPages: bundled\nappealBundles: 62\nidLetters: 10\n");
    expect((await readSettings(folder)).portal).toMatchObject({
      appealPages: "bundled",
      appealBundles: 62,
      idLetters: 10,
    });
    await lay("appealBundles: 60\n");
    expect(await said()).toContain("portal.yaml:6");
    await lay("ids: registry\nappealPages: bundled\n");
    expect(await said()).toMatch(/portal\.yaml:7[^]*registry numbers/);
    await lay("idLetters: 12\n");
    expect(await said()).toContain("portal.yaml:6");
  });

  test("stop without a key for public ids, unless no appeal is published", async () => {
    await put({ "portal.yaml": portal });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED ID_KEY_MISSING
        The key that makes public ids irreversible is missing.
        Make it, once: npm run id-key -- --data FOLDER. It holds at least 32 random characters; do not publish it and do not lose it.
          id.key"
    `);
    await put({ "portal.yaml": `${portal}appeals: figures-only\n` });
    expect((await readSettings(folder)).idKey).toBeNull();
  });
});

describe("sources and vocabularies", () => {
  test("a source may give one header or several spellings of it", async () => {
    await put({
      "portal.yaml": portal,
      "id.key": key,
      "sources/social.yaml":
        "title: Соцсети\nfiles: ['*.csv']\nchannel: social\ncolumns: { id: Номер, received: [Дата, Создано] }\n",
    });
    expect((await readSettings(folder)).sources[0]).toMatchObject({
      name: "social",
      kind: "snapshot",
      columns: { id: ["Номер"], received: ["Дата", "Создано"] },
    });
  });

  test("a source with an unknown field is told by file and line", async () => {
    await put({
      "portal.yaml": portal,
      "id.key": key,
      "sources/social.yaml": "title: Соцсети\nfiles: ['*.csv']\ncolumns:\n  id: Номер\n  recieved: Дата\n",
    });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          sources/social.yaml:5: columns.recieved: Нераспознанный ключ: "recieved""
    `);
  });

  test("a source may end in .yml", async () => {
    await put({
      "portal.yaml": portal,
      "id.key": key,
      "sources/social.yml": "title: Соцсети\nfiles: ['*.csv']\ncolumns: { received: Дата }\n",
    });
    expect((await readSettings(folder)).sources.map(({ name }) => name)).toEqual(["social"]);
  });

  test("faults of a vocabulary are told in the portal's language", async () => {
    await put({ "portal.yaml": portal, "id.key": key, "vocabulary/agencies.csv": "code,nam\nx,y\n" });
    expect((await stop()).details["problems"]).toMatch(/[а-я]/);
    await put({ "portal.yaml": `${portal}language: en\n` });
    expect((await stop()).details["problems"]).not.toMatch(/[а-я]/);
  });

  test("a vocabulary row with a bad code is told by file and line", async () => {
    await put({
      "portal.yaml": portal,
      "id.key": key,
      "vocabulary/topics.csv": "code,parent,name,sensitive,aliases\nroads,,Дороги,,\nЖКХ,,ЖКХ,,\n",
    });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          vocabulary/topics.csv:3: code: a code of small Latin letters, figures and hyphens"
    `);
  });

  test("a topic whose parent is not listed is told", async () => {
    await put({
      "portal.yaml": portal,
      "id.key": key,
      "vocabulary/topics.csv": "code,parent,name,sensitive,aliases\npits,roads,Ямы,,выбоины|ухабы\n",
    });
    expect(await said()).toMatchInlineSnapshot(`
      "STOPPED SETTINGS_INVALID
        The settings have errors.
        Correct what is listed and run again; until then the portal stays as it is.
          vocabulary/topics.csv:2: parent"
    `);
  });
});
