import type { Language } from "../../src/model/portal.ts";
import manifest from "../../package.json" with { type: "json" };
import { exitCodes } from "./exitCodes.ts";
import { languageOf, runCommand, statedLanguage } from "./runCommand.ts";
import { commands } from "./all.ts";
import type { Command } from "./command.ts";
import { commandWords } from "./commandWords.ts";
import { commandHelp, wholeHelp } from "./helpText.ts";
import { nearestWord } from "./nearestWord.ts";
import { readArguments } from "./readArguments.ts";

/** What was typed wrongly, the code by which it may be looked up, and where to read on. */
function misused(language: Language, key: string, names: Record<string, string>, help: string): void {
  const say = commandWords(language);
  console.error(`OPTIONS_INVALID: ${say(`fault.${key}`, names)}\n${say("fault.help", { help })}`);
  process.exitCode = exitCodes.misused;
}

const languages: readonly string[] = ["ru", "en"] satisfies Language[];
const isLanguage = (value: unknown): value is Language => typeof value === "string" && languages.includes(value);

/** The portal that arguments are about which could not be read to the end. */
function folderNamed({ options }: Command, given: readonly string[]): string | null {
  const named = given.findIndex((word) => word === "--data" || word.startsWith("--data="));
  const usual = options["data"]?.kind === "text" ? (options["data"].usual ?? null) : null;
  if (named === -1) return usual;
  return /^--data=(.+)$/u.exec(given[named]!)?.[1] ?? given[named + 1] ?? usual;
}

/**
 * The command line: `otklik NAME …`. A command speaks the language of the portal that it is about, else that of the
 * environment, else English; a help, which is about no portal, that of the environment first. Sets the process's exit code (`exitCodes`).
 *
 * @param given what stands behind `otklik`
 */
export async function main(given: readonly string[]): Promise<void> {
  const [name = "--help", ...rest] = given;
  const stated = statedLanguage(process.env);
  const ours = stated ?? (await languageOf("data"));
  if (name === "--version") return console.log(manifest.version);
  if (name === "--help" || name === "-h" || (name === "help" && rest.length === 0))
    return console.log(wholeHelp(commands, ours));
  const asked = name === "help" ? (rest[0] ?? "") : name;
  const command = commands.find((each) => each.name === asked);
  if (command === undefined) {
    const near = nearestWord(
      asked,
      commands.map((each) => each.name),
    );
    return misused(
      ours,
      near === null ? "command-unknown" : "command-unknown-near",
      near === null ? { command: asked } : { command: asked, near },
      "otklik --help",
    );
  }
  if (name === "help") return console.log(commandHelp(command, ours));
  const read = readArguments(command, rest);
  if ("fault" in read)
    return misused(
      await languageOf(folderNamed(command, rest)),
      read.fault,
      read.names,
      `otklik ${command.name} --help`,
    );
  const { values, operands } = read;
  const named: unknown = values["language"];
  if (named !== undefined && !isLanguage(named))
    return misused(
      ours,
      "value-wrong",
      { option: "--language", range: languages.join(", ") },
      `otklik ${command.name} --help`,
    );
  if (values["help"] === true) return console.log(commandHelp(command, named ?? ours));
  const language = named ?? (await languageOf(command.portalOf(values)));
  const lacking = command.faultOf?.(values, operands) ?? null;
  if (lacking !== null) return misused(language, lacking.fault, lacking.names, `otklik ${command.name} --help`);
  await runCommand(language, (told) => command.run(values, operands, told), { quiet: values["quiet"] === true });
}
