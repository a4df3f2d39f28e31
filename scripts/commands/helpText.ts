import type { Language } from "../../src/model/portal.ts";
import { exitCodes } from "./exitCodes.ts";
import type { Command, OptionSpec } from "./command.ts";
import { commandWords } from "./commandWords.ts";
import { commonOptions } from "./readArguments.ts";

const exitCodeNumbers = Object.values(exitCodes).map(String);

const spelled = (name: string, spec: OptionSpec): string =>
  spec.kind === "flag" ? `--${name}` : `--${name} ${spec.value}`;

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** How a command is written: its name, what stands behind it, and that there are options. */
function usageOf({ name, operands }: Pick<Command, "name" | "operands">, language: Language): string {
  const many = operands === undefined ? "" : operands.most > 1 ? `${operands.value}…` : operands.value;
  const shown = operands === undefined ? "" : operands.least > 0 ? ` ${many}` : ` [${many}]`;
  return `otklik ${name}${shown} ${commandWords(language)("options.placeholder")}`;
}

/** The help of one command: what it does, its options with what holds without them, an example. */
export function commandHelp(command: Command, language: Language): string {
  const say = commandWords(language);
  const usual = (spec: OptionSpec): string =>
    spec.kind === "flag" || spec.usual === undefined ? "" : ` ${say("options.usual", { usual: String(spec.usual) })}`;
  const own = Object.entries(command.options).map(
    ([name, spec]) => [spelled(name, spec), say(`${command.name}.${name}`) + usual(spec)] as const,
  );
  const common = Object.entries(commonOptions).map(
    ([name, spec]) => [spelled(name, spec), say(`common.${name}`)] as const,
  );
  return [
    say(`${command.name}.summary`),
    "",
    `${say("help.usage")} ${usageOf(command, language)}`,
    "",
    ...(command.operands === undefined
      ? []
      : [...columns([[command.operands.value, say(`${command.name}.operands`)]]), ""]),
    `${say("help.options")}`,
    ...columns([...own, ...common]),
    "",
    say(command.examples.length > 1 ? "help.examples" : "help.example"),
    ...command.examples.map((example) => `  otklik ${command.name}${example === "" ? "" : ` ${example}`}`),
  ].join("\n");
}

/** The guide docs/commands.md, in a language: what the helps say, as a page. */
export function commandsGuide(commands: readonly Command[], language: Language): string {
  const say = commandWords(language);
  const option = (command: string, [name, spec]: [string, OptionSpec]): string => {
    const usual = spec.kind === "flag" || spec.usual === undefined ? "" : ` (${say("guide.usual")} \`${spec.usual}\`)`;
    return `- \`${spelled(name, spec)}\`: ${say(`${command}.${name}`)}${usual}`;
  };
  const section = (command: Command): string =>
    [
      `## otklik ${command.name}: ${say(`${command.name}.short`)}`,
      say(`${command.name}.summary`),
      command.examples.map((example) => `    npx otklik ${command.name} ${example}`).join("\n"),
      [
        ...(command.operands === undefined
          ? []
          : [`- \`${command.operands.value}\`: ${say(`${command.name}.operands`)}`]),
        ...Object.entries(command.options).map((each) => option(command.name, each)),
      ].join("\n"),
    ].join("\n\n");
  const other =
    language === "en" ? "*По-русски: [commands.ru.md](commands.ru.md)*" : "*In English: [commands.md](commands.md)*";
  return `${[
    `# ${say("guide.title")}`,
    other,
    say("guide.intro"),
    `## ${say("guide.codes")}`,
    exitCodeNumbers.map((code) => `- \`${code}\`: ${say(`code.${code}`)}`).join("\n"),
    ...commands.map(section),
  ].join("\n\n")}\n`;
}

/** From an export to a portal on the screen. */
const firstSteps = [
  "inspect export.xlsx --write --data my",
  "check --data my",
  "build --data my --out my-site",
  "preview --out my-site",
];

/** The help of all: one line a command, how to begin, the exit codes, and how to learn more. */
export function wholeHelp(commands: readonly Command[], language: Language): string {
  const say = commandWords(language);
  return [
    say("help.about"),
    "",
    `${say("help.usage")} otklik ${say("help.command")} ${say("options.placeholder")}`,
    "",
    say("help.commands"),
    ...columns(commands.map(({ name }) => [name, say(`${name}.short`)])),
    "",
    say("help.first"),
    ...firstSteps.map((step) => `  otklik ${step}`),
    "",
    say("help.codes"),
    ...columns(exitCodeNumbers.map((code) => [code, say(`code.${code}`)])),
    "",
    say("help.more"),
  ].join("\n");
}
