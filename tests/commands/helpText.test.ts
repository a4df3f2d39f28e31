import { expect, test } from "vitest";
import { commands } from "../../scripts/commands/all.ts";
import { commandKeys } from "../../scripts/commands/commandWords.ts";
import { commandHelp, commandsGuide, wholeHelp } from "../../scripts/commands/helpText.ts";
import { readArguments } from "../../scripts/commands/readArguments.ts";
import manifest from "../../package.json" with { type: "json" };

test("every command and every option has words in both languages, and no word is left over", () => {
  const asked = commands.flatMap(({ name, options, operands }) => [
    `${name}.short`,
    `${name}.summary`,
    ...(operands === undefined ? [] : [`${name}.operands`]),
    ...Object.keys(options).map((option) => `${name}.${option}`),
  ]);
  const own = /^(help|code|common|fault|options|guide)\./;
  for (const language of ["ru", "en"] as const)
    expect(
      commandKeys(language)
        .filter((key) => !own.test(key))
        .sort(),
    ).toEqual(asked.toSorted());
  expect(commandKeys("ru")).toEqual(commandKeys("en"));
});

test("every command has an npm script of its name", () => {
  for (const { name } of commands)
    expect((manifest.scripts as Record<string, string>)[name]).toBe(`node scripts/otklik.ts ${name}`);
});

test("the help names every command, and the one of a command its options with what holds without them", () => {
  expect(wholeHelp(commands, "en")).toMatchInlineSnapshot(`
    "Otklik turns exports of citizens' appeals into a public portal: times, outcomes, topics, and the appeals themselves without personal data.

    Usage: otklik COMMAND [options]

    Commands:
      inspect      look at an unknown file and describe it
      check        check exports and settings, publish nothing
      review       judge the most doubtful finds of the privacy gate
      build        build the portal into a folder
      shard        work out one part of a large portal, on any machine
      merge        build the portal of its parts
      preview      open a built portal on this computer
      bulletin     print the note of the week
      release      publish a release on the server, list releases, go back to one
      watch        publish as soon as a new export arrives
      verify-site  compare a published site with what the press office released
      upload-plan  what to upload so that a site becomes the new one
      id-key       make the key that public numbers of appeals come from
      keygen       make a key for signing releases
      bench        measure speed and quality
      synthesize   make exports of an invented region

    The first portal, step by step (from the folder of the program: npx otklik …):
      otklik inspect export.xlsx --write --data my
      otklik check --data my
      otklik build --data my --out my-site
      otklik preview --out my-site

    Exit codes:
      0   done
      1   the data, the settings or the site did not pass; the message says what to do
      2   called wrongly: no such option, or a value that does not fit
      75  another run is at work on this site; try again later

    More about a command: otklik COMMAND --help. The same in Russian: LANG=ru otklik --help."
  `);
  expect(
    commandHelp(
      commands.find(({ name }) => name === "preview")!,
      "ru",
    ),
  ).toMatchInlineSnapshot(`
    "Показывает построенный портал по местному адресу, пока вы не прервёте команду.

    Вызов: otklik preview [параметры]

    Параметры:
      --out DIR      папка портала (обычно dist)
      --base /PATH/  путь, под которым он будет стоять на сервере
      --port N       номер порта (обычно 4321)
      --help         показать эту справку
      --quiet        не рассказывать о ходе работы; отчёт и ошибки остаются

    Пример:
      otklik preview --out my-site"
  `);
});

test("the first steps are calls that the commands understand", () => {
  const steps = [...wholeHelp(commands, "en").matchAll(/^ {2}otklik (\S+) (.+)$/gmu)];
  expect(steps.map(([, name]) => name)).toEqual(["inspect", "check", "build", "preview"]);
  for (const [, name, given = ""] of steps)
    expect(
      readArguments(
        commands.find((each) => each.name === name)!,
        given.split(" "),
      ),
    ).not.toHaveProperty("fault");
});

test.each(["en", "ru"] as const)(
  "the guide in the language %s is what the program says of itself",
  async (language) => {
    await expect(commandsGuide(commands, language)).toMatchFileSnapshot(
      `../../docs/commands${language === "en" ? "" : ".ru"}.md`,
    );
  },
);
