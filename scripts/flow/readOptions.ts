import { parseArgs, type ParseArgsConfig } from "node:util";
import { BuildStop } from "../../src/model/buildStop.ts";
import { renderStop } from "../../src/report/renderStop.ts";
import { commandLanguage } from "./commandLanguage.ts";

/** A command's options as `parseArgs` gives them; a wrong one ends the process with a message instead of a stack. */
export function readOptions<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(error instanceof Error ? error.message.split(". ")[0]! : "");
  }
}

/** The language that --language names; undefined where it is not given. Another one ends the process with a message. */
export function languageOption(given: string | undefined): "ru" | "en" | undefined {
  if (given === undefined || given === "ru" || given === "en") return given;
  return refuse("--language ru, en");
}

function refuse(problem: string): never {
  console.error(renderStop(new BuildStop("OPTIONS_INVALID", [], { problem }), commandLanguage(namedData(process.argv))));
  process.exit(1);
}

/** The data folder as far as it can be told from options that are wrong otherwise. */
function namedData(given: readonly string[]): string {
  const at = given.indexOf("--data");
  return (at === -1 ? given.find((word) => word.startsWith("--data="))?.slice("--data=".length) : given[at + 1]) ?? "data";
}
