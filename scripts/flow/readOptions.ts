import { parseArgs, type ParseArgsConfig } from "node:util";
import { BuildStop } from "../../src/model/buildStop.ts";
import { renderStop } from "../../src/report/renderStop.ts";

/** A command's options as `parseArgs` gives them; a wrong one ends the process with a message instead of a stack. */
export function readOptions<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const problem = error instanceof Error ? error.message.split(". ")[0]! : "";
    console.error(renderStop(new BuildStop("OPTIONS_INVALID", [], { problem }), "ru"));
    process.exit(1);
  }
}
